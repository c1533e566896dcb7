package org.mastshell.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the names in a statement that stand where a table does. */
final class SqlTableNames {
  /** Behind these another table may be named. */
  private static final List<String> BEFORE_TABLE = List.of("FROM", "JOIN");

  /** With these no more tables are listed. */
  private static final List<String> BEHIND_TABLES =
      List.of(
          "WHERE",
          "GROUP",
          "ORDER",
          "HAVING",
          "LIMIT",
          "WINDOW",
          "SELECT",
          "UNION",
          "EXCEPT",
          "INTERSECT");

  private final List<SqlToken> tokens;

  SqlTableNames(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Their places among the pieces: behind FROM or JOIN, or behind a comma after such a name; those
   * that a WITH of the statement gives are left out.
   */
  List<Integer> places() {
    Set<String> given = given();
    List<Integer> places = new ArrayList<>();
    // One for each open parenthesis: whether the list of tables goes on at a comma.
    List<Boolean> listing = new ArrayList<>(List.of(false));
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      int deepest = listing.size() - 1;
      if (token.is("(")) {
        listing.add(i > 0 && tokens.get(i - 1).isOne(BEFORE_TABLE));
      } else if (token.is(")")) {
        if (deepest > 0) {
          listing.remove(deepest);
        }
      } else if (token.is("FROM")) {
        listing.set(deepest, !distinct(i));
      } else if (token.isOne(BEHIND_TABLES)) {
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

  private boolean opensTable(int place, boolean listing) {
    if (place == 0 || isCall(place)) {
      return false;
    }
    SqlToken before = tokens.get(place - 1);
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
      SqlToken before = tokens.get(i - 1);
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

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
