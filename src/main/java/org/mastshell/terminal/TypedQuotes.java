package org.mastshell.terminal;

import org.mastshell.language.Quoting;

/** Writes words in the place of what is typed: a quote that it begins with is kept. */
final class TypedQuotes {
  private TypedQuotes() {}

  /**
   * A word as it has to be typed.
   *
   * @param text what is meant
   * @param typed what stands there already
   * @param finished whether the word ends here, so that its quote is closed
   */
  static String quoted(String text, String typed, boolean finished) {
    String whole = Quoting.quote(text);
    boolean kept = !typed.isEmpty() && Quoting.isQuote(typed.charAt(0));
    if (!kept && whole.equals(text)) {
      return text;
    }
    char wanted = kept ? typed.charAt(0) : whole.charAt(0);
    char quote = wanted == '\'' && text.indexOf('\'') < 0 ? '\'' : '"';
    String inner = quote == '"' ? Quoting.escape(text) : text;
    return quote + inner + (finished ? String.valueOf(quote) : "");
  }

  /** A value of a criterion as it has to be typed to mean itself. */
  static String value(String text, String typed) {
    return value(text, typed, true);
  }

  /** The same for a value that may go on. */
  static String value(String text, String typed, boolean finished) {
    return quoted(Quoting.withoutWildcards(text), typed, finished);
  }
}
