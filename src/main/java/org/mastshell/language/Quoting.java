package org.mastshell.language;

/** Writes text so that the command language reads it as one word. */
public final class Quoting {
  private static final String SPECIAL = "\"',;#";

  private Quoting() {}

  /**
   * The text as a word: as it is where that is safe, else in quotes, single ones where a backslash
   * or a double quote would need an escape.
   */
  public static String quote(String text) {
    if (isPlain(text)) {
      return text;
    }
    if ((text.indexOf('\\') >= 0 || text.indexOf('"') >= 0) && text.indexOf('\'') < 0) {
      return "'" + text + "'";
    }
    return '"' + escape(text) + '"';
  }

  /**
   * The text as it is typed between double quotes. A backslash is doubled only where it would be
   * read as an escape: before {@code *} it has to stay one.
   */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : '"';
      if (c == '"' || (c == '\\' && (next == '"' || next == '\\'))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.contains("..") || text.startsWith("-")) {
      return false;
    }
    return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0 || CommandLines.isBlank((char) c))
        && text.chars().noneMatch(c -> "=~<>!".indexOf(c) >= 0);
  }
}
