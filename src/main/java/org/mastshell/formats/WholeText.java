package org.mastshell.formats;

/**
 * Texts without halves of characters. A value in JSON can hold one (an escaped surrogate that
 * stands alone), but no file can.
 */
final class WholeText {
  private static final char REPLACEMENT = '\uFFFD';

  private WholeText() {}

  /** The text with the replacement character in the place of each half of a character. */
  static String of(String text) {
    int half = half(text, 0);
    if (half < 0) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text);
    while (half >= 0) {
      whole.setCharAt(half, REPLACEMENT);
      half = half(whole, half + 1);
    }
    return whole.toString();
  }

  // Where the first one from a place on stands; -1 if there is none.
  private static int half(CharSequence text, int from) {
    int at = from;
    while (at < text.length()) {
      char here = text.charAt(at);
      boolean pair =
          Character.isHighSurrogate(here)
              && at + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(at + 1));
      if (Character.isSurrogate(here) && !pair) {
        return at;
      }
      at += pair ? 2 : 1;
    }
    return -1;
  }
}
