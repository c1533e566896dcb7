package org.mastshell.output;

import java.util.Arrays;
import org.mastshell.chart.Raster;

/**
 * Pictures as Sixel (DEC, 1987): bands of six rows, for each colour in a band one row of characters
 * that say which of the six pixels have it.
 */
final class SixelPicture {
  private static final String START = "\u001bP0;1;0q";
  private static final String END = "\u001b\\";
  private static final int BAND = 6;
  private static final int FIRST = '?';
  private static final int PERCENT = 100;
  private static final int LEAST_RUN = 4;

  private final Raster picture;
  private final ColorTable colors;
  private final StringBuilder text = new StringBuilder();

  private SixelPicture(Raster picture) {
    this.picture = picture;
    this.colors = ColorTable.of(picture);
  }

  /** The sequence that shows a picture where the cursor is. */
  static String of(Raster picture) {
    return new SixelPicture(picture).sequence();
  }

  private String sequence() {
    text.append(START);
    // Square pixels, and the size in pixels.
    text.append("\"1;1;").append(picture.width()).append(';').append(picture.height());
    for (int color = 0; color < colors.size(); color++) {
      int value = colors.color(color);
      text.append('#').append(color).append(";2");
      for (int shift = 16; shift >= 0; shift -= 8) {
        text.append(';').append(Math.round(((value >> shift) & 0xFF) * PERCENT / 255.0));
      }
    }
    for (int top = 0; top < picture.height(); top += BAND) {
      band(top);
    }
    return text.append(END).toString();
  }

  private void band(int top) {
    int rows = Math.min(BAND, picture.height() - top);
    byte[][] sixels = new byte[colors.size()][];
    for (int row = 0; row < rows; row++) {
      for (int x = 0; x < picture.width(); x++) {
        int color = colors.nearest(picture.at(x, top + row));
        if (sixels[color] == null) {
          sixels[color] = new byte[picture.width()];
        }
        sixels[color][x] |= (byte) (1 << row);
      }
    }
    String back = "";
    for (int color = 0; color < sixels.length; color++) {
      if (sixels[color] != null) {
        text.append(back).append('#').append(color);
        line(sixels[color]);
        back = "$";
      }
    }
    text.append('-');
  }

  private void line(byte... sixels) {
    int end = sixels.length;
    while (end > 0 && sixels[end - 1] == 0) {
      end--;
    }
    int from = 0;
    while (from < end) {
      int to = from;
      while (to < end && sixels[to] == sixels[from]) {
        to++;
      }
      char letter = (char) (FIRST + sixels[from]);
      if (to - from >= LEAST_RUN) {
        text.append('!').append(to - from).append(letter);
      } else {
        text.append(String.valueOf(letter).repeat(to - from));
      }
      from = to;
    }
  }

  /** The colours of a picture, at most {@value #MOST}: its own, or an even share of all. */
  private static final class ColorTable {
    private static final int MOST = 256;
    private static final int LEVELS = 6;
    private static final int LARGEST = 255;

    private final int[] colors;
    private final boolean own;

    private ColorTable(int[] colors, boolean own) {
      this.colors = colors;
      this.own = own;
    }

    static ColorTable of(Raster picture) {
      int[] own = new int[MOST];
      int count = 0;
      int before = -1;
      for (int pixel : picture.pixels()) {
        if (pixel != before) {
          before = pixel;
          int place = Arrays.binarySearch(own, 0, count, pixel);
          if (place < 0 && count == MOST) {
            return new ColorTable(even(), false);
          }
          if (place < 0) {
            int at = -place - 1;
            System.arraycopy(own, at, own, at + 1, count - at);
            own[at] = pixel;
            count++;
          }
        }
      }
      return new ColorTable(Arrays.copyOf(own, count), true);
    }

    // Six levels of red and blue, seven of green, to which eyes are more sensitive.
    private static int[] even() {
      int[] colors = new int[LEVELS * (LEVELS + 1) * LEVELS];
      for (int i = 0; i < colors.length; i++) {
        int red = i / (LEVELS * (LEVELS + 1)) * LARGEST / (LEVELS - 1);
        int green = i / LEVELS % (LEVELS + 1) * LARGEST / LEVELS;
        int blue = i % LEVELS * LARGEST / (LEVELS - 1);
        colors[i] = (red << 16) | (green << 8) | blue;
      }
      return colors;
    }

    int size() {
      return colors.length;
    }

    int color(int number) {
      return colors[number];
    }

    int nearest(int pixel) {
      if (own) {
        return Arrays.binarySearch(colors, pixel);
      }
      int red = level((pixel >> 16) & 0xFF, LEVELS - 1);
      int green = level((pixel >> 8) & 0xFF, LEVELS);
      int blue = level(pixel & 0xFF, LEVELS - 1);
      return (red * (LEVELS + 1) + green) * LEVELS + blue;
    }

    private static int level(int value, int highest) {
      return (value * highest + LARGEST / 2) / LARGEST;
    }
  }
}
