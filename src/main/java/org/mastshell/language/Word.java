package org.mastshell.language;

/**
 * One word of a line. What stood inside quotes can be told from {@code raw}, which is how the rules
 * about commas, ranges and wildcards are kept.
 *
 * @param text its value, quotes and escapes resolved
 * @param raw as typed, quotes included
 * @param start where it begins in the line, in UTF-16 units
 * @param end where it ends, exclusive
 */
public record Word(String text, String raw, int start, int end) {

  /** The word that stands at a place of a line. */
  public static Word in(String line, int start, int end) {
    String raw = line.substring(start, end);
    return new Word(QuotedText.of(raw).text(), raw, start, end);
  }

  /** A piece of this word. */
  Word part(int from, int to) {
    String piece = raw.substring(from, to);
    return new Word(QuotedText.of(piece).text(), piece, start + from, start + to);
  }

  /** An error that points at this word of the line. */
  public SyntaxException fault(String line, String message, String advice) {
    return new SyntaxException(message, line, start, end, advice);
  }
}
