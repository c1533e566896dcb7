package org.mastshell.chart;

/**
 * How wide text is at most in the fonts without serifs that people have: what fits by these widths
 * fits in Arial and Liberation Sans, and in DejaVu Sans and Verdana, which are the widest.
 */
final class SansWidths {
  private static final double NARROW = 0.46;
  private static final double SMALL = 0.65;
  private static final double CAPITAL = 0.79;
  private static final double WIDE = 1.0;
  private static final double WIDEST = 1.08;
  private static final String NARROW_LETTERS = " !'(),-./:;I[]fijlrt|·";
  private static final String SMALL_LETTERS = "0123456789abcdeghknopqsuvxyzJ`°";
  private static final String CAPITAL_LETTERS = "ABCDEFGHKLNOPQRSTUVXYZ&";
  private static final int LAST_EUROPEAN = 0x24F;

  private SansWidths() {}

  /** The width of a text, in sizes of its font. */
  static double of(String text) {
    return text.codePoints().mapToDouble(SansWidths::of).sum();
  }

  private static double of(int letter) {
    if (NARROW_LETTERS.indexOf(letter) >= 0) {
      return NARROW;
    }
    if (SMALL_LETTERS.indexOf(letter) >= 0) {
      return SMALL;
    }
    if (CAPITAL_LETTERS.indexOf(letter) >= 0) {
      return CAPITAL;
    }
    return letter <= LAST_EUROPEAN && letter != '%' && letter != '@' ? WIDE : WIDEST;
  }
}
