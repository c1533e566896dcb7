package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows of a file that cannot be read: what is wrong with the first, and the numbers of the others,
 * so that a person mends them in one round.
 */
final class FaultyRows {
  private static final int NAMED = 8;

  private final ValueText typed;
  private final String rowWord;
  private final List<Long> numbers = new ArrayList<>();
  private String message = "";
  private String advice = "";

  /**
   * @param typed speaks of the file
   * @param rowWord what the numbers of its rows count
   */
  FaultyRows(ValueText typed, String rowWord) {
    this.typed = typed;
    this.rowWord = rowWord;
  }

  /**
   * Takes notice of one.
   *
   * @param where it stands, for the message: {@code t.csv line 4}
   * @param number of the row, from 1
   */
  void add(String where, long number, SyntaxException wrong) {
    if (numbers.isEmpty()) {
      message = where + ": " + wrong.getMessage();
      advice = wrong.advice();
    }
    numbers.add(number);
  }

  /**
   * Goes on only if there are none.
   *
   * @param more advice, behind that of the first; may be empty
   * @throws SyntaxException if there are; it points at the value
   */
  void requireNone(String more) {
    if (!numbers.isEmpty()) {
      throw typed.fault(message + all(), advice + more);
    }
  }

  private String all() {
    int count = numbers.size();
    if (count == 1) {
      return "";
    }
    int named = count <= NAMED ? count - 1 : NAMED;
    String first =
        numbers.subList(0, named).stream().map(Object::toString).collect(Collectors.joining(", "));
    String last =
        count <= NAMED
            ? numbers.get(named).toString()
            : String.format(Locale.ROOT, "%,d more", count - NAMED);
    return " (to mend: " + rowWord + "s " + first + " and " + last + ")";
  }
}
