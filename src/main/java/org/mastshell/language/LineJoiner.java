package org.mastshell.language;

/**
 * Puts a line together from the pieces that it was typed in: one that ends with a backslash is
 * followed at once by the next, and a quote that is open reaches over the end of its piece.
 */
public final class LineJoiner {
  private final StringBuilder line = new StringBuilder();
  private LineEnd end = LineEnd.DONE;
  private char quote;
  private boolean inWord;
  private boolean inComment;
  private boolean escaped;

  /**
   * Adds the next piece. The end of the piece before is a blank if it stands inside quotes; a
   * backslash there goes.
   *
   * @param piece without its line feed
   * @return how the line ends now
   */
  public LineEnd add(String piece) {
    if (end == LineEnd.QUOTE) {
      line.append(' ');
    }
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\\' && !escaped && !inComment && i == piece.length() - 1) {
        end = LineEnd.BACKSLASH;
        return end;
      }
      line.append(c);
      follow(c);
    }
    end = quote == 0 ? LineEnd.DONE : LineEnd.QUOTE;
    return end;
  }

  private void follow(char c) {
    inComment |= c == '#' && quote == 0 && !inWord;
    if (inComment) {
      return;
    }
    inWord = quote != 0 || !CommandLines.isBlank(c);
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote && !(quote == '"' && escaped)) {
      quote = 0;
    }
    escaped = c == '\\' && !escaped;
  }

  /** The line as far as it was added, without a backslash that it ends with. */
  public String line() {
    return line.toString();
  }
}
