package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A statement in SQL, taken apart as far as is needed to tell which names it holds. It is no
 * parser: where a word may be a name, it counts as one.
 */
public final class SqlText {
  /** The words of the language that completion offers, and that are no names. */
  public static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "DISTINCT",
          "FROM",
          "WHERE",
          "GROUP",
          "BY",
          "HAVING",
          "ORDER",
          "ASC",
          "DESC",
          "LIMIT",
          "OFFSET",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS",
          "NULL",
          "LIKE",
          "GLOB",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "JOIN",
          "LEFT",
          "INNER",
          "CROSS",
          "OUTER",
          "FULL",
          "RIGHT",
          "NATURAL",
          "ON",
          "USING",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "ALL",
          "EXISTS",
          "CAST",
          "WITH",
          "RECURSIVE",
          "VALUES",
          "OVER",
          "PARTITION",
          "FILTER",
          "COLLATE",
          "ESCAPE",
          "NULLS",
          "FIRST",
          "LAST",
          "TRUE",
          "FALSE");

  private static final Set<String> RESERVED = Set.copyOf(KEYWORDS);
  private static final Set<String> OPENING = Set.of("SELECT", "WITH", "VALUES");

  /** Behind these another table may be named. */
  private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private SqlText(String text) {
    this.text = text;
  }

  /** What a piece of a statement is. */
  public enum Kind {
    /** A bare word: a keyword, or a name. */
    WORD,
    /** A name in double quotes, brackets or backticks. */
    QUOTED,
    /** A text in single quotes. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code $NAME}. */
    VARIABLE,
    /** Anything else, character by character. */
    SIGN,
    /** A quote or a comment that is never closed. */
    OPEN
  }

  /**
   * A piece of a statement.
   *
   * @param kind what it is
   * @param name what it says, without quotes
   * @param start where it begins in the statement
   * @param end where it ends, exclusive
   */
  public record Token(Kind kind, String name, int start, int end) {
    /** Whether it is this keyword or sign. */
    public boolean is(String word) {
      return (kind == Kind.WORD || kind == Kind.SIGN) && name.equalsIgnoreCase(word);
    }

    /** Whether it may name a table or a column. */
    public boolean isName() {
      return kind == Kind.QUOTED || (kind == Kind.WORD && !RESERVED.contains(upper(name)));
    }
  }

  /** Takes a statement apart, whatever it is. */
  public static SqlText of(String statement) {
    SqlText read = new SqlText(statement);
    while (read.position < statement.length()) {
      read.next();
    }
    return read;
  }

  /** The statement that stands behind the name of a command. */
  public static SqlText ofCommand(CommandText command) {
    return of(command.line().substring(command.name().end(), command.end()));
  }

  /** The statement. */
  public String text() {
    return text;
  }

  /** Its pieces in order, without blanks and comments. */
  public List<Token> tokens() {
    return List.copyOf(tokens);
  }

  /** A name as it stands in a statement: in double quotes where it needs them. */
  public static String name(String name) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(upper(name));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether it begins like a statement that reads. */
  public boolean reads() {
    return !tokens.isEmpty() && OPENING.stream().anyMatch(tokens.get(0)::is);
  }

  /**
   * The names that stand where a table does: behind FROM or JOIN, or behind a comma after such a
   * name; those that a WITH of the statement gives are left out. In order, each once, as spelled
   * first.
   */
  public List<String> tables() {
    Set<String> seen = new LinkedHashSet<>();
    List<String> tables = new ArrayList<>();
    for (int place : tablePlaces()) {
      String name = tokens.get(place).name();
      if (seen.add(upper(name))) {
        tables.add(name);
      }
    }
    return tables;
  }

  /** Every table name's piece, as often as it stands in the place of a table. */
  public List<Token> tableTokens() {
    return tablePlaces().stream().map(tokens::get).toList();
  }

  private List<Integer> tablePlaces() {
    Set<String> given = given();
    List<Integer> places = new ArrayList<>();
    // One for each open parenthesis: whether the list of tables goes on at a comma.
    List<Boolean> listing = new ArrayList<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int deepest = listing.size() - 1;
      if (token.is("(")) {
        listing.add(i > 0 && BEFORE_TABLE.stream().anyMatch(tokens.get(i - 1)::is));
      } else if (token.is(")")) {
        if (deepest > 0) {
          listing.remove(deepest);
        }
      } else if (token.is("FROM")) {
        listing.set(deepest, !distinct(i));
      } else if (endsTables(token)) {
        listing.set(deepest, false);
      }
      if (token.isName() && opensTable(i, listing.get(listing.size() - 1))) {
        if (!given.contains(upper(token.name()))) {
          places.add(i);
        }
      }
    }
    return places;
  }

  // a IS DISTINCT FROM b names no table.
  private boolean distinct(int place) {
    return place > 1 && tokens.get(place - 1).is("DISTINCT") && !tokens.get(place - 2).is("SELECT");
  }

  private static boolean endsTables(Token token) {
    return List.of("WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "SELECT", "UNION", "EXCEPT")
            .stream()
            .anyMatch(token::is)
        || token.is("INTERSECT");
  }

  private boolean opensTable(int place, boolean listing) {
    if (place == 0 || isCall(place)) {
      return false;
    }
    Token before = tokens.get(place - 1);
    return (before.is("FROM") && listing)
        || before.is("JOIN")
        || (before.is(",") && listing)
        || (before.is("(") && listing);
  }

  private boolean isCall(int place) {
    return place + 1 < tokens.size() && tokens.get(place + 1).is("(");
  }

  // WITH a AS (…), b (x, y) AS (…): names before AS and a parenthesis.
  private Set<String> given() {
    Set<String> given = new LinkedHashSet<>();
    if (tokens.stream().noneMatch(token -> token.is("WITH"))) {
      return given;
    }
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      boolean place = before.is("WITH") || before.is("RECURSIVE") || before.is(",");
      if (tokens.get(i).isName() && place && isGiven(i + 1)) {
        given.add(upper(tokens.get(i).name()));
      }
    }
    return given;
  }

  private boolean isGiven(int from) {
    int place = from;
    if (place < tokens.size() && tokens.get(place).is("(")) {
      while (place < tokens.size() && !tokens.get(place).is(")")) {
        place++;
      }
      place++;
    }
    if (place >= tokens.size() || !tokens.get(place).is("AS")) {
      return false;
    }
    place++;
    while (place < tokens.size()
        && (tokens.get(place).is("NOT") || tokens.get(place).is("MATERIALIZED"))) {
      place++;
    }
    return place < tokens.size() && tokens.get(place).is("(");
  }

  /**
   * Whether it names all columns of a table: by a star, or because a join takes those in common.
   */
  public boolean namesAllColumns() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("NATURAL") || (tokens.get(i).is("*") && isStar(i))) {
        return true;
      }
    }
    return false;
  }

  // Behind a value it multiplies, and count(*) counts rows.
  private boolean isStar(int place) {
    Token before = place == 0 ? tokens.get(place) : tokens.get(place - 1);
    return List.of("SELECT", "DISTINCT", "ALL", ",", ".").stream().anyMatch(before::is);
  }

  /** Whether a word stands in it as what may be a column's name; not as that of a function. */
  public boolean names(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if ((token.kind() == Kind.WORD || token.kind() == Kind.QUOTED)
          && token.name().equalsIgnoreCase(word)
          && !(token.kind() == Kind.WORD && isCall(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it gives this name to something: {@code AS word}, or the word behind a value. */
  public boolean gives(String word) {
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      boolean value =
          before.isName()
              || before.kind() == Kind.NUMBER
              || before.kind() == Kind.TEXT
              || before.is(")")
              || before.is("END")
              || before.is("AS");
      if (value && tokens.get(i).isName() && tokens.get(i).name().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word stands between a SELECT and its FROM. */
  public boolean selects(String word) {
    List<Boolean> selecting = new ArrayList<>(List.of(false));
    for (Token token : tokens) {
      int deepest = selecting.size() - 1;
      if (token.is("(")) {
        selecting.add(selecting.get(deepest));
      } else if (token.is(")") && deepest > 0) {
        selecting.remove(deepest);
      } else if (token.is("SELECT")) {
        selecting.set(deepest, true);
      } else if (token.is("FROM")) {
        selecting.set(deepest, false);
      } else if (selecting.get(deepest) && token.isName() && token.name().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  /** The statement with other names for its tables, wherever these stand for one. */
  public String withTables(UnaryOperator<String> renamed) {
    Set<Integer> places = new LinkedHashSet<>(tablePlaces());
    Set<String> tables = new LinkedHashSet<>();
    places.forEach(place -> tables.add(upper(tokens.get(place).name())));
    StringBuilder other = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean qualifies =
          token.isName()
              && i + 1 < tokens.size()
              && tokens.get(i + 1).is(".")
              && tables.contains(upper(token.name()));
      if (places.contains(i) || qualifies) {
        other.append(text, from, token.start()).append(name(renamed.apply(token.name())));
        from = token.end();
      }
    }
    return other.append(text.substring(from)).toString();
  }

  /** The statement with what variables stand for, written as SQL does. */
  public String withVariables(UnaryOperator<String> values) {
    StringBuilder other = new StringBuilder();
    int from = 0;
    for (Token token : tokens) {
      if (token.kind() == Kind.VARIABLE) {
        other.append(text, from, token.start());
        other.append(literal(values.apply(token.name())));
        from = token.end();
      }
    }
    return other.append(text.substring(from)).toString();
  }

  private static String literal(String value) {
    return value.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]+)?")
        ? value
        : "'" + value.replace("'", "''") + "'";
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
        add(Kind.OPEN, start, text.substring(start));
      }
    } else if (c == '\'') {
      quoted(Kind.TEXT, '\'');
    } else if (c == '"' || c == '`') {
      quoted(Kind.QUOTED, c);
    } else if (c == '[') {
      quoted(Kind.QUOTED, ']');
    } else if (Character.isDigit(c)) {
      position = end(start, false);
      add(Kind.NUMBER, start, text.substring(start, position));
    } else if (c == '$' && position + 1 < text.length()) {
      variable();
    } else if (isOfWord(c)) {
      position = end(start, true);
      add(Kind.WORD, start, text.substring(start, position));
    } else {
      position++;
      add(Kind.SIGN, start, String.valueOf(c));
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
    Kind kind = position == start + 1 ? Kind.SIGN : Kind.VARIABLE;
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
  private void quoted(Kind kind, char closing) {
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
    add(Kind.OPEN, start, text.substring(start));
  }

  private void add(Kind kind, int start, String name) {
    tokens.add(new Token(kind, name, start, position));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
