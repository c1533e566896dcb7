package org.mastshell.language;

/** How a line ends: whether what follows belongs to it. */
public enum LineEnd {
  /** The line is whole. */
  DONE,
  /**
   * The last character is a backslash that is neither part of a comment nor escaped by another one.
   */
  BACKSLASH,
  /** A quote is open. */
  QUOTE;

  /** The end of a line, read from its beginning; what is joined to it already is part of it. */
  public static LineEnd of(CharSequence line) {
    char quote = 0;
    boolean word = false;
    boolean escaped = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '#' && quote == 0 && !word) {
        return DONE;
      }
      word = quote != 0 || !CommandLines.isBlank(c);
      boolean escape = c == '\\' && !escaped;
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote && !(quote == '"' && escaped)) {
        quote = 0;
      }
      escaped = escape;
    }
    if (escaped) {
      return BACKSLASH;
    }
    return quote == 0 ? DONE : QUOTE;
  }
}
