package org.mastshell.output;

import java.util.Arrays;
import org.mastshell.chart.Raster;

/**
 * The colours that Sixel can name: red, green and blue each from 0 to 100. Each is one number, its
 * code, from 0 to below {@value #ALL}.
 */
final class PercentColors {
  /** How many there are. */
  static final int ALL = 101 * 101 * 101;

  /** Levels of red, of green, of blue. */
  static final int LEVELS = 101;

  private static final int LARGEST = 255;
  private static final int PERCENT = 100;

  private PercentColors() {}

  /** The code of the nearest to a pixel, 0xRRGGBB. */
  static int nearest(int pixel) {
    return code(level((pixel >> 16) & 0xFF), level((pixel >> 8) & 0xFF), level(pixel & 0xFF));
  }

  /** The code of three levels. */
  static int code(int red, int green, int blue) {
    return (red * LEVELS + green) * LEVELS + blue;
  }

  /**
   * A level of a colour, from 0 to 100.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  static int level(int code, int channel) {
    return switch (channel) {
      case 0 -> code / (LEVELS * LEVELS);
      case 1 -> code / LEVELS % LEVELS;
      default -> code % LEVELS;
    };
  }

  /** How often each colour stands in a picture, by its code. */
  static int[] counted(Raster picture) {
    int[] counts = new int[ALL];
    Arrays.stream(picture.pixels()).forEach(pixel -> counts[nearest(pixel)]++);
    return counts;
  }

  private static int level(int value) {
    return (value * PERCENT + LARGEST / 2) / LARGEST;
  }
}
