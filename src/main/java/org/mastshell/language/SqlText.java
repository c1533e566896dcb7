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
  private static final List<String> COMPOUNDING = List.of("UNION", "INTERSECT", "EXCEPT");
  private static final List<String> OPENING = List.of("SELECT", "WITH", "VALUES");

  /** Behind these a parenthesis holds rows whose columns are a table's, and not one value. */
  private static final List<String> BEFORE_ROWS =
      List.of("FROM", "JOIN", ",", "(", "AS", "MATERIALIZED");

  /** Behind these a value begins. */
  private static final List<String> BEFORE_VALUES =
      List.of("SELECT", "DISTINCT", "ALL", ",", ".", "(");

  private final String text;
  private final List<SqlToken> tokens;
  private final SqlTableNames tables;

  private SqlText(String text) {
    this.text = text;
    this.tokens = SqlLexer.tokens(text);
    this.tables = new SqlTableNames(tokens);
  }

  /** Takes a statement apart, whatever it is. */
  public static SqlText of(String statement) {
    return new SqlText(statement);
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
  public List<SqlToken> tokens() {
    return tokens;
  }

  /** Whether it begins like a statement that reads. */
  public boolean reads() {
    return !tokens.isEmpty() && tokens.get(0).isOne(OPENING);
  }

  /** Whether rows of several queries are put together somewhere in it. */
  public boolean isCompound() {
    return tokens.stream().anyMatch(token -> token.isOne(COMPOUNDING));
  }

  /**
   * The names that stand where a table does: behind FROM or JOIN, or behind a comma after such a
   * name; those that a WITH of the statement gives are left out. In order, each once, as spelled
   * first.
   */
  public List<String> tables() {
    Set<String> seen = new LinkedHashSet<>();
    return tableTokens().stream()
        .map(SqlToken::name)
        .filter(name -> seen.add(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Every table name's piece, as often as it stands in the place of a table. */
  public List<SqlToken> tableTokens() {
    return tables.places().stream().map(tokens::get).toList();
  }

  private boolean isCall(int place) {
    return place + 1 < tokens.size() && tokens.get(place + 1).is("(");
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
    SqlToken before = place == 0 ? tokens.get(place) : tokens.get(place - 1);
    return List.of("SELECT", "DISTINCT", "ALL", ",", ".").stream().anyMatch(before::is);
  }

  /** Whether a word stands in it as what may be a column's name; not as that of a function. */
  public boolean names(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if ((token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED)
          && token.name().equalsIgnoreCase(word)
          && !(token.kind() == SqlToken.Kind.WORD && isCall(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether it gives this name to something: {@code AS word}, or the word behind a value. */
  public boolean gives(String word) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean given = tokens.get(i - 1).is("AS") ? isWord(i) : isValue(i - 1) && mayBeName(i);
      if (given && tokens.get(i).name().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  // FILTER names a column unless a parenthesis follows it, which END cannot do behind a value.
  private boolean mayBeName(int place) {
    SqlToken token = tokens.get(place);
    return token.isName() || (token.is("FILTER") && !isCall(place));
  }

  private boolean isWord(int place) {
    SqlToken.Kind kind = tokens.get(place).kind();
    return kind == SqlToken.Kind.WORD || kind == SqlToken.Kind.QUOTED;
  }

  private boolean isValue(int place) {
    SqlToken token = tokens.get(place);
    return token.isName()
        || token.kind() == SqlToken.Kind.NUMBER
        || token.kind() == SqlToken.Kind.TEXT
        || token.is(")")
        || token.is("END")
        || isColumn(place);
  }

  // Some words of the language name columns too: they do where a value begins, and not behind one.
  private boolean isColumn(int place) {
    SqlToken token = tokens.get(place);
    if (token.isName()) {
      return true;
    }
    return token.kind() == SqlToken.Kind.WORD
        && SqlWords.isBoth(token.name())
        && place > 0
        && tokens.get(place - 1).isOne(BEFORE_VALUES);
  }

  /**
   * Whether a word is selected by itself: it stands between a SELECT and its FROM, of the statement
   * or of a query in the place of a table, and in no function.
   */
  public boolean selects(String word) {
    // One for each open parenthesis: whether rows come of it, and whether columns are listed.
    List<Boolean> rows = new ArrayList<>(List.of(true));
    List<Boolean> selecting = new ArrayList<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      int deepest = rows.size() - 1;
      if (token.is("(")) {
        rows.add(rows.get(deepest) && (i == 0 || tokens.get(i - 1).isOne(BEFORE_ROWS)));
        selecting.add(false);
      } else if (token.is(")") && deepest > 0) {
        rows.remove(deepest);
        selecting.remove(deepest);
      } else if (token.is("SELECT")) {
        selecting.set(deepest, rows.get(deepest));
      } else if (token.is("FROM")) {
        selecting.set(deepest, false);
      } else if (selecting.get(deepest) && isColumn(i) && token.name().equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The statement with other names for its tables. Its other words keep their meaning: a table that
   * has no name of its own in it gets the one by which it was called.
   */
  public String withTables(UnaryOperator<String> renamed) {
    StringBuilder other = new StringBuilder();
    int from = 0;
    for (int place : tables.places()) {
      SqlToken table = tokens.get(place);
      String name = renamed.apply(table.name());
      if (!name.equalsIgnoreCase(table.name())) {
        other.append(text, from, table.start()).append(SqlWords.name(name));
        if (!hasOwnName(place)) {
          other.append(" AS ").append(SqlWords.name(table.name()));
        }
        from = table.end();
      }
    }
    return other.append(text.substring(from)).toString();
  }

  private boolean hasOwnName(int table) {
    int next = table + 1;
    return next < tokens.size() && (tokens.get(next).is("AS") || tokens.get(next).isName());
  }

  /** The statement with what variables stand for, written as SQL does. */
  public String withVariables(UnaryOperator<String> values) {
    StringBuilder other = new StringBuilder();
    int from = 0;
    for (SqlToken token : tokens) {
      if (token.kind() == SqlToken.Kind.VARIABLE) {
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
}
