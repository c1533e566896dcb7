package org.mastshell.formats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people and programs write for a missing number, in a column of which it is known that it has
 * numbers.
 */
final class MissingWords {
  // Infinity is no number that a column can hold.
  private static final Set<String> WORDS =
      Set.of(
          "n/a",
          "na",
          "null",
          "none",
          "nan",
          "+nan",
          "-nan",
          "-",
          "--",
          "---",
          "#n/a",
          "#na",
          "<na>",
          "inf",
          "+inf",
          "-inf",
          "infinity",
          "+infinity",
          "-infinity");

  private static final int LONGEST = 16;

  private final String column;
  private final boolean numbers;
  private final Set<String> seen = new LinkedHashSet<>();
  private long cells;

  /**
   * @param column its name, for people
   * @param numbers whether it is known to have numbers
   */
  MissingWords(String column, boolean numbers) {
    this.column = column;
    this.numbers = numbers;
  }

  /** Whether a cell is one of these words. */
  static boolean isOne(String cell) {
    return cell.length() <= LONGEST && WORDS.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** The cell, or null if it is one of these words. */
  String without(String cell) {
    if (!numbers || cell == null || !isOne(cell)) {
      return cell;
    }
    seen.add(cell.strip());
    cells++;
    return null;
  }

  /** What was left out, in a sentence; none if nothing was. */
  List<String> notes() {
    return cells == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%,d %s of %s %s taken as missing (%s)",
                cells,
                cells == 1 ? "cell" : "cells",
                column,
                cells == 1 ? "was" : "were",
                String.join(", ", seen)));
  }
}
