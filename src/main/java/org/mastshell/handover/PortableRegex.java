package org.mastshell.handover;

import java.util.Map;

/**
 * A regular expression of Java written so that Python and Oniguruma (jq) read it alike, where it
 * keeps to what all of them know.
 */
final class PortableRegex {
  private static final Map<Character, String> CLASSES =
      Map.of('d', "0-9", 'w', "A-Za-z0-9_", 's', " \\t\\n\\x0b\\f\\r");
  private static final String QUANTIFIERS = "*+?";
  private static final String SPECIAL_IN_CLASS = "[]\\^&~|";

  private final String expression;
  private final StringBuilder written = new StringBuilder();
  private int place;

  private PortableRegex(String expression) {
    this.expression = expression;
  }

  /**
   * The expression for the others.
   *
   * @throws NotExpressibleException if they may read it otherwise
   */
  static String of(String expression) {
    return new PortableRegex(expression).write();
  }

  private String write() {
    while (place < expression.length()) {
      char c = next();
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> group();
        case '*', '+', '?', '}' -> quantifier(c);
        default -> literal(c);
      }
    }
    return written.toString();
  }

  private void literal(char c) {
    if (c > '~') {
      requireNoCase(c);
    }
    written.append(c);
  }

  // Languages differ in which letters beyond ASCII are the same but for case.
  private void requireNoCase(char c) {
    if (Character.isLetter(c) && Character.toLowerCase(c) != Character.toUpperCase(c)) {
      throw refused();
    }
  }

  private char next() {
    return expression.charAt(place++);
  }

  private char peek() {
    return place < expression.length() ? expression.charAt(place) : '\0';
  }

  private void escape() {
    char c = peek();
    char kind = Character.toLowerCase(c);
    if (CLASSES.containsKey(kind)) {
      written.append(c == kind ? "[" : "[^").append(CLASSES.get(kind)).append(']');
    } else if (c == 'b' || isPunctuation(c)) {
      written.append('\\').append(c);
    } else {
      throw refused();
    }
    place++;
  }

  private void group() {
    written.append('(');
    if (peek() == '?') {
      place++;
      char kind = peek();
      if (kind != ':' && kind != '=' && kind != '!') {
        throw refused();
      }
      written.append('?').append(kind);
      place++;
    }
  }

  private void quantifier(char c) {
    written.append(c);
    if (peek() == '?' && c != '?') {
      written.append(next());
    } else if (QUANTIFIERS.indexOf(peek()) >= 0 && place < expression.length()) {
      if (c == '?' && peek() == '?') {
        written.append(next());
      } else {
        throw refused();
      }
    }
  }

  private void characterClass() {
    written.append('[');
    if (peek() == '^') {
      written.append(next());
    }
    if (peek() == ']') {
      throw refused();
    }
    while (peek() != ']') {
      if (place >= expression.length()) {
        throw refused();
      }
      char c = next();
      if (c == '\\') {
        escapeInClass();
      } else if (c == '[' || (c == '&' && peek() == '&')) {
        throw refused();
      } else {
        if (c > '~') {
          requireNoCase(c);
        }
        written.append(SPECIAL_IN_CLASS.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
      }
    }
    written.append(next());
  }

  private void escapeInClass() {
    char c = peek();
    if (CLASSES.containsKey(c)) {
      written.append(CLASSES.get(c));
    } else if (isPunctuation(c)) {
      written.append('\\').append(c);
    } else {
      throw refused();
    }
    place++;
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < '\u007f' && !Character.isLetterOrDigit(c);
  }

  private NotExpressibleException refused() {
    return new NotExpressibleException(
        "the regular expression /"
            + expression
            + "/, of which other languages have no certain equal");
  }
}
