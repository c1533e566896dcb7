package org.mastshell.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mastshell.chart.Raster;

/**
 * Pictures with characters: two pixels above each other in one, or its light where there are no
 * colours.
 */
final class HalfBlocks {
  private static final String RAMP = " .:-=+*#%@";
  private static final String SHADES = " ░▒▓█";
  private static final String RESET = "\u001b[0m";

  private HalfBlocks() {}

  /**
   * The lines that show a picture.
   *
   * @param columns how wide it is to be, in characters
   * @param rows how high it is to be, in lines
   */
  static List<String> lines(Raster picture, int columns, int rows, boolean color, boolean unicode) {
    return color && unicode
        ? colored(picture.scaled(columns, 2 * rows))
        : light(picture.scaled(columns, rows), unicode ? SHADES : RAMP);
  }

  private static List<String> colored(Raster pixels) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < pixels.height(); row += 2) {
      StringBuilder line = new StringBuilder();
      String before = "";
      for (int x = 0; x < pixels.width(); x++) {
        String code =
            "\u001b[38;2;" + rgb(pixels.at(x, row)) + ";48;2;" + rgb(pixels.at(x, row + 1)) + "m";
        line.append(code.equals(before) ? "" : code).append('▀');
        before = code;
      }
      lines.add(line.append(RESET).toString());
    }
    return lines;
  }

  private static String rgb(int pixel) {
    return ((pixel >> 16) & 0xFF) + ";" + ((pixel >> 8) & 0xFF) + ";" + (pixel & 0xFF);
  }

  private static List<String> light(Raster pixels, String ramp) {
    // With so few steps, the brightest place of a dark picture has to be the last of them.
    int most = Math.max(1, Arrays.stream(pixels.pixels()).map(HalfBlocks::light).max().orElse(1));
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < pixels.height(); row++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < pixels.width(); x++) {
        int step = light(pixels.at(x, row)) * ramp.length() / (most + 1);
        line.append(ramp.charAt(step));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  // As bright as eyes find the three (ITU-R BT.601).
  private static int light(int pixel) {
    return (299 * ((pixel >> 16) & 0xFF) + 587 * ((pixel >> 8) & 0xFF) + 114 * (pixel & 0xFF))
        / 1000;
  }
}
