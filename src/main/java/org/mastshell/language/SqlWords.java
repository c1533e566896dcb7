package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of SQL, and how a name is written that may be one of them. */
public final class SqlWords {
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
          "WINDOW",
          "FILTER",
          "COLLATE",
          "ESCAPE",
          "NULLS",
          "FIRST",
          "LAST",
          "TRUE",
          "FALSE");

  private static final Set<String> RESERVED = Set.copyOf(KEYWORDS);

  /** Words of the language that SQLite takes for names where nothing else makes sense. */
  private static final Set<String> BOTH =
      Set.of(
          "ASC",
          "BY",
          "DESC",
          "END",
          "FILTER",
          "FIRST",
          "LAST",
          "NULLS",
          "OFFSET",
          "OVER",
          "PARTITION",
          "WINDOW");

  private SqlWords() {}

  /** Whether a bare word is one of the language, whatever the case, and so no name. */
  static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a bare word may be a name though it is one of the language. */
  static boolean isBoth(String word) {
    return BOTH.contains(word.toUpperCase(Locale.ROOT));
  }

  /** A name as it stands in a statement: in double quotes where it needs them. */
  public static String name(String name) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !isReserved(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
