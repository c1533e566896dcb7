package org.mastshell.table;

/** Numbers as they stand in text cells, and as text is made of them. */
final class Numbers {
  // Up to here every whole number is a double of its own.
  private static final double WHOLE_LIMIT = 0x1p53;

  private Numbers() {}

  /** The number that a text is, or NaN where it is none or too large for double precision. */
  static double parse(String text) {
    if (text == null || text.isBlank() || !looksNumeric(text)) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** Whether a text is digits alone, with or without a sign. */
  static boolean isWhole(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start;
  }

  /** Shortest decimal text that reads back as the same number, without a needless {@code .0}. */
  static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= WHOLE_LIMIT) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }

  // Double.parseDouble also takes "NaN", "Infinity", "1d" and hexadecimal, which are no numbers
  // here.
  private static boolean looksNumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
