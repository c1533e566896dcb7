package org.mastshell.formats;

import java.util.regex.Pattern;

/**
 * Keeps texts from being taken for formulas by a spreadsheet, as OWASP describes it ("CSV
 * Injection"): an apostrophe before what begins with {@code =}, {@code +}, {@code -} or {@code @},
 * their full-width twins included, or with a tab or a line break. Blanks, quotes and apostrophes
 * before such a sign do not hide it. Since a spreadsheet may be set to other separators than the
 * file has, the same holds behind each comma, semicolon, tab and line break in a text.
 *
 * <p>A text that is a plain number ({@code -5.3}, {@code +12}) is none, and stays. {@link
 * #released} gives back exactly what {@link #guarded} was given.
 */
final class FormulaGuard {
  private static final char MARK = '\'';
  private static final String SEPARATORS = ",;\t\r\n";
  private static final String LINE_SIGNS = "\t\r\n";
  private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
  private static final Pattern NUMBER =
      Pattern.compile("\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*");

  private FormulaGuard() {}

  /** The text with an apostrophe at each place where a spreadsheet could see a formula begin. */
  static String guarded(String text) {
    return isSafeAtAGlance(text) || NUMBER.matcher(text).matches()
        ? text
        : changed(text, (from, piece) -> mayBegin(text, from, piece) ? MARK + piece : piece);
  }

  /** The text from which {@link #guarded} made this one; itself if none did. */
  static String released(String text) {
    return text.indexOf(MARK) < 0
        ? text
        : changed(
            text,
            (from, piece) ->
                piece.startsWith("'") && mayBegin(text, from + 1, piece.substring(1))
                    ? piece.substring(1)
                    : piece);
  }

  private interface Change {
    String of(int from, String piece);
  }

  // Goes through what stands between separators; the same object comes back if nothing changes.
  private static String changed(String text, Change change) {
    StringBuilder result = new StringBuilder(text.length() + 2);
    int from = 0;
    while (from <= text.length()) {
      int end = from;
      while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      result.append(change.of(from, text.substring(from, end)));
      if (end < text.length()) {
        result.append(text.charAt(end));
      }
      from = end + 1;
    }
    return text.contentEquals(result) ? text : result.toString();
  }

  private static boolean mayBegin(String text, int from, String piece) {
    int sign = 0;
    while (sign < piece.length() && isPassedOver(piece.charAt(sign))) {
      sign++;
    }
    if (sign < piece.length()) {
      return SIGNS.indexOf(piece.charAt(sign)) >= 0;
    }
    return isHead(text, from) && endsInLineSign(text, from, piece);
  }

  // A tab or a line break is a sign of its own at the very beginning, apostrophes aside.
  private static boolean isHead(String text, int from) {
    return text.chars().limit(from).allMatch(c -> c == MARK);
  }

  private static boolean endsInLineSign(String text, int from, String piece) {
    int end = from + piece.length();
    return piece.chars().allMatch(c -> c == MARK)
        && end < text.length()
        && LINE_SIGNS.indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isSafeAtAGlance(String text) {
    return text.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0 || LINE_SIGNS.indexOf(c) >= 0);
  }

  private static boolean isPassedOver(char c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.CONTROL
        || type == Character.FORMAT
        || c == '"'
        || c == MARK;
  }
}
