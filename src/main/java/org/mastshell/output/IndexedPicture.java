package org.mastshell.output;

import java.util.Arrays;
import org.mastshell.chart.Raster;

/**
 * A picture in a few colours of its own. Takes some megabytes for as long as it is made, and for
 * each pixel one byte.
 */
final class IndexedPicture {
  /** More colours there cannot be. */
  static final int MOST_COLORS = 256;

  private static final int UNKNOWN = -1;
  private static final int PERCENT = 100;
  private static final int CHANNELS = 3;
  // A level of 100 and a pixel of 255 as numbers of the same scale, in which sums stay whole.
  private static final int LEVEL = 255;
  private static final int LARGEST = PERCENT * LEVEL;

  private final int width;
  private final int[] palette;
  private final byte[] places;
  // For each colour, the place in the palette that is nearest to it, once that was looked for.
  private final short[] nearest = new short[PercentColors.ALL];

  private IndexedPicture(Raster picture, int most) {
    width = picture.width();
    places = new byte[picture.width() * picture.height()];
    palette =
        MedianCut.palette(PercentColors.counted(picture), Math.max(2, Math.min(most, MOST_COLORS)));
    Arrays.fill(nearest, (short) UNKNOWN);
    for (int place = 0; place < palette.length; place++) {
      nearest[palette[place]] = (short) place;
    }
  }

  /**
   * A drawing: each pixel in the nearest colour, so that what is flat stays flat.
   *
   * @param most how many colours there may be, from 2; no more than {@value #MOST_COLORS} are used
   */
  static IndexedPicture drawing(Raster picture, int most) {
    IndexedPicture indexed = new IndexedPicture(picture, most);
    int[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      indexed.places[i] = (byte) indexed.place(PercentColors.nearest(pixels[i]));
    }
    return indexed;
  }

  /**
   * A photograph: by what a pixel differs from its colour, its neighbours are made to differ the
   * other way (R. Floyd and L. Steinberg, "An adaptive algorithm for spatial greyscale", 1976), in
   * turn from the left and from the right.
   *
   * @param most how many colours there may be, from 2; no more than {@value #MOST_COLORS} are used
   */
  static IndexedPicture photograph(Raster picture, int most) {
    IndexedPicture indexed = new IndexedPicture(picture, most);
    int[] here = new int[CHANNELS * (picture.width() + 2)];
    int[] below = new int[here.length];
    for (int y = 0; y < picture.height(); y++) {
      indexed.diffuse(picture, y, here, below);
      System.arraycopy(below, 0, here, 0, here.length);
      Arrays.fill(below, 0);
    }
    return indexed;
  }

  private void diffuse(Raster picture, int y, int[] here, int... below) {
    int step = y % 2 == 0 ? 1 : -1;
    int[] wanted = new int[CHANNELS];
    for (int i = 0; i < width; i++) {
      int x = step > 0 ? i : width - 1 - i;
      int pixel = picture.at(x, y);
      int at = CHANNELS * (x + 1);
      for (int channel = 0; channel < CHANNELS; channel++) {
        int value = ((pixel >> (16 - 8 * channel)) & 0xFF) * PERCENT + here[at + channel] / 16;
        wanted[channel] = Math.max(0, Math.min(LARGEST, value));
      }
      int place = place(PercentColors.code(level(wanted[0]), level(wanted[1]), level(wanted[2])));
      places[y * width + x] = (byte) place;
      for (int channel = 0; channel < CHANNELS; channel++) {
        int error = wanted[channel] - PercentColors.level(palette[place], channel) * LEVEL;
        here[at + CHANNELS * step + channel] += 7 * error;
        below[at - CHANNELS * step + channel] += 3 * error;
        below[at + channel] += 5 * error;
        below[at + CHANNELS * step + channel] += error;
      }
    }
  }

  private static int level(int wanted) {
    return (wanted + LEVEL / 2) / LEVEL;
  }

  private int place(int code) {
    if (nearest[code] == UNKNOWN) {
      int least = Integer.MAX_VALUE;
      for (int place = 0; place < palette.length; place++) {
        int distance = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
          int apart =
              PercentColors.level(code, channel) - PercentColors.level(palette[place], channel);
          distance += apart * apart;
        }
        if (distance < least) {
          least = distance;
          nearest[code] = (short) place;
        }
      }
    }
    return nearest[code];
  }

  /** How many colours there are. */
  int colors() {
    return palette.length;
  }

  /**
   * A level of a colour, from 0 to 100.
   *
   * @param color from 0
   * @param channel 0 red, 1 green, 2 blue
   */
  int level(int color, int channel) {
    return PercentColors.level(palette[color], channel);
  }

  /** Which colour a pixel has. */
  int at(int x, int y) {
    return places[y * width + x] & 0xFF;
  }
}
