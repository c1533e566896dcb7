package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement in SQL into its pieces; blanks and comments are none. */
final class SqlLexer {
  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int position;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** The pieces of any text, in order. */
  static List<SqlToken> tokens(String statement) {
    SqlLexer lexer = new SqlLexer(statement);
    while (lexer.position < statement.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char c = text.charAt(position);
    int start = position;
    if (CommandLines.isBlank(c)) {
      position++;
    } else if (text.startsWith("--", position)) {
      int end = text.indexOf('\n', position);
      position = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", position)) {
      int end = text.indexOf("*/", position + 2);
      position = end < 0 ? text.length() : end + 2;
      if (end < 0) {
        add(SqlToken.Kind.OPEN, start, text.substring(start));
      }
    } else if (c == '\'') {
      quoted(SqlToken.Kind.TEXT, '\'');
    } else if (c == '"' || c == '`') {
      quoted(SqlToken.Kind.QUOTED, c);
    } else if (c == '[') {
      quoted(SqlToken.Kind.QUOTED, ']');
    } else if (Character.isDigit(c)) {
      position = end(start, false);
      add(SqlToken.Kind.NUMBER, start, text.substring(start, position));
    } else if (c == '$' && position + 1 < text.length()) {
      variable();
    } else if (isOfWord(c)) {
      position = end(start, true);
      add(SqlToken.Kind.WORD, start, text.substring(start, position));
    } else {
      position++;
      add(SqlToken.Kind.SIGN, start, String.valueOf(c));
    }
  }

  private void variable() {
    int start = position;
    if (text.charAt(start + 1) == '{') {
      int end = text.indexOf('}', start);
      position = end < 0 ? text.length() : end + 1;
    } else {
      position = end(start + 1, true);
    }
    SqlToken.Kind kind = position == start + 1 ? SqlToken.Kind.SIGN : SqlToken.Kind.VARIABLE;
    add(kind, start, text.substring(start, position));
  }

  private int end(int start, boolean word) {
    int end = start;
    while (end < text.length()
        && (isOfWord(text.charAt(end)) || (!word && text.charAt(end) == '.'))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || c > '\u007f';
  }

  // The closing quote twice is itself.
  private void quoted(SqlToken.Kind kind, char closing) {
    int start = position;
    StringBuilder name = new StringBuilder();
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c != closing) {
        name.append(c);
      } else if (closing != ']' && position < text.length() && text.charAt(position) == closing) {
        name.append(c);
        position++;
      } else {
        add(kind, start, name.toString());
        return;
      }
    }
    add(SqlToken.Kind.OPEN, start, text.substring(start));
  }

  private void add(SqlToken.Kind kind, int start, String name) {
    tokens.add(new SqlToken(kind, name, start, position));
  }
}
