package org.mastshell.output;

/**
 * Makes text from the archive safe to show: nothing in it may move the cursor, set colours, titles
 * or the clipboard, reorder what stands around it, or pretend to be another line. What could is
 * shown as a visible stand-in: control characters as their pictures (U+2400 to U+2421), everything
 * else as U+FFFD.
 */
public final class CleanText {
  private static final char PICTURES = '\u2400';
  private static final char PICTURE_OF_DELETE = '\u2421';
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text as one line; line breaks and tabs are shown as pictures, too. */
  public static String oneLine(String untrusted) {
    return clean(untrusted, false);
  }

  /** The text with its line feeds and tabs left as they are. */
  public static String lines(String untrusted) {
    return clean(untrusted, true);
  }

  private static String clean(String text, boolean keepLines) {
    int first = firstUnsafe(text, keepLines);
    if (first == text.length()) {
      return text;
    }
    StringBuilder cleaned = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      cleaned.append(safe(text, i, keepLines) ? text.charAt(i) : standIn(text.charAt(i)));
    }
    return cleaned.toString();
  }

  private static int firstUnsafe(String text, boolean keepLines) {
    int i = 0;
    while (i < text.length() && safe(text, i, keepLines)) {
      i++;
    }
    return i;
  }

  private static boolean safe(String text, int index, boolean keepLines) {
    char c = text.charAt(index);
    if (c < ' ') {
      return keepLines && (c == '\n' || c == '\t');
    }
    if (c < '\u007F') {
      return true;
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, index);
    }
    return !isUnsafe(c);
  }

  /** Whether a character beyond ASCII acts on the text around it instead of standing for itself. */
  static boolean isUnsafe(char c) {
    return c < ' '
        || (c >= '\u007F' && c <= '\u009F')
        || c == '\u061C'
        || (c >= '\u200E' && c <= '\u200F')
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || (c >= '\uFFF9' && c <= '\uFFFB');
  }

  /** What is shown in place of an unsafe character. */
  static char standIn(char c) {
    if (c < ' ') {
      return (char) (PICTURES + c);
    }
    return c == '\u007F' ? PICTURE_OF_DELETE : REPLACEMENT;
  }

  // Half a surrogate pair is no character. The "tag" characters of plane 14 are invisible and can
  // hide a second text in the first, so they count as unsafe as well.
  private static boolean isPaired(String text, int index) {
    char c = text.charAt(index);
    int high = Character.isHighSurrogate(c) ? index : index - 1;
    if (high < 0 || high + 1 >= text.length()) {
      return false;
    }
    if (!Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1))) {
      return false;
    }
    int point = text.codePointAt(high);
    return point < 0xE0000 || point > 0xE007F;
  }
}
