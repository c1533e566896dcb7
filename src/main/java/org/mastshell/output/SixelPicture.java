package org.mastshell.output;

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
  private static final int LEAST_RUN = 4;

  private final int width;
  private final int height;
  private final IndexedPicture picture;
  private final StringBuilder text = new StringBuilder();

  private SixelPicture(Raster picture, IndexedPicture colored) {
    this.width = picture.width();
    this.height = picture.height();
    this.picture = colored;
  }

  /**
   * The sequence that shows a drawing where the cursor is. Where it has no more colours than there
   * may be, it has its own.
   *
   * @param colors how many there may be
   */
  static String drawn(Raster picture, int colors) {
    return new SixelPicture(picture, IndexedPicture.drawing(picture, colors)).sequence();
  }

  /**
   * The sequence that shows a photograph where the cursor is: shades for which there are too few
   * colours are mixed of pixels beside each other.
   *
   * @param colors how many there may be
   */
  static String photograph(Raster picture, int colors) {
    return new SixelPicture(picture, IndexedPicture.photograph(picture, colors)).sequence();
  }

  private String sequence() {
    text.append(START);
    // Square pixels, and the size in pixels.
    text.append("\"1;1;").append(width).append(';').append(height);
    for (int color = 0; color < picture.colors(); color++) {
      text.append('#').append(color).append(";2");
      for (int channel = 0; channel < 3; channel++) {
        text.append(';').append(picture.level(color, channel));
      }
    }
    for (int top = 0; top < height; top += BAND) {
      // No line is begun below the last one: at the end of the window all would move up.
      text.append(top > 0 ? "-" : "");
      band(top);
    }
    return text.append(END).toString();
  }

  private void band(int top) {
    int rows = Math.min(BAND, height - top);
    byte[][] sixels = new byte[picture.colors()][];
    for (int row = 0; row < rows; row++) {
      for (int x = 0; x < width; x++) {
        int color = picture.at(x, top + row);
        if (sixels[color] == null) {
          sixels[color] = new byte[width];
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
}
