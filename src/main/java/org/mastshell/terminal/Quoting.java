package org.mastshell.terminal;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.CommandLines;

/** Putting quotes around words and taking them off, as the command language has them. */
final class Quoting {
  private Quoting() {}

  /**
   * The text of a word without its quotes. A quote that is not closed reaches to the end.
   *
   * @param raw as typed
   */
  static String plain(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    char quote = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (quote == '"' && c == '\\' && i + 1 < raw.length() && isEscaped(raw.charAt(i + 1))) {
        text.append(raw.charAt(++i));
      } else if (quote == 0 && isQuote(c)) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Where the quote is that is not closed; -1 if all are. */
  static int openQuote(String raw) {
    int open = -1;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      char quote = open < 0 ? 0 : raw.charAt(open);
      if (quote == '"' && c == '\\' && i + 1 < raw.length() && isEscaped(raw.charAt(i + 1))) {
        i++;
      } else if (quote == 0 && isQuote(c)) {
        open = i;
      } else if (c == quote) {
        open = -1;
      }
    }
    return open;
  }

  /**
   * The pieces of a value between its wildcards, {@code *} and {@code %}; one with a backslash
   * before it is none.
   *
   * @param raw as typed
   */
  static List<String> pieces(String raw) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder(raw.length());
    char quote = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      char next = i + 1 < raw.length() ? raw.charAt(i + 1) : 0;
      if (c == '\\' && (isWildcard(next) || (quote == '"' && isEscaped(next)))) {
        piece.append(next);
        i++;
      } else if (quote == 0 && isQuote(c)) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (isWildcard(c)) {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return List.copyOf(pieces);
  }

  /**
   * A word as it has to be typed.
   *
   * @param text what is meant
   * @param typed what stands there already: a quote at its beginning is kept
   * @param finished whether the word ends here, so that its quote is closed
   */
  static String quoted(String text, String typed, boolean finished) {
    char wanted = typed.isEmpty() || !isQuote(typed.charAt(0)) ? 0 : typed.charAt(0);
    if (wanted == 0 && !needsQuotes(text)) {
      return text;
    }
    char quote = wanted == '\'' && text.indexOf('\'') < 0 ? '\'' : '"';
    String inner = quote == '"' ? org.mastshell.language.Quoting.escape(text) : text;
    return quote + inner + (finished ? String.valueOf(quote) : "");
  }

  /**
   * A value of a criterion as it has to be typed to mean itself: its stars get a backslash.
   *
   * @param typed what stands there already: a quote at its beginning is kept
   */
  static String value(String text, String typed) {
    return value(text, typed, true);
  }

  /** The same for a value that may go on. */
  static String value(String text, String typed, boolean finished) {
    boolean starred = text.indexOf('*') >= 0 || text.indexOf('%') >= 0;
    return quoted(starred ? text.replaceAll("[*%]", "\\\\$0") : text, typed, finished);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Whether a backslash before it is an escape inside double quotes. */
  static boolean isEscaped(char c) {
    return c == '"' || c == '\\';
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '%';
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || "#[(".indexOf(text.charAt(0)) >= 0
        || text.endsWith(";")
        || text.endsWith("\\")
        || text.contains("..")
        || text.chars()
            .anyMatch(
                c -> CommandLines.isBlank((char) c) || c == ',' || "\"'=~<>!".indexOf(c) >= 0);
  }
}
