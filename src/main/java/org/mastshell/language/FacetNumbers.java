package org.mastshell.language;

import java.util.List;

/** Reads the numbers of counted values: {@code facet:3}, {@code facet:3,5-7}. */
public final class FacetNumbers {
  /** What stands before the numbers, in any case. */
  public static final String PREFIX = "facet:";

  private FacetNumbers() {}

  /** Whether a word begins as one that names counted values. */
  public static boolean isOne(Word word) {
    return word.raw().regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * The places of the lines that a word names, from 0, each once.
   *
   * @param size how many lines there are, at least 1
   * @param line in which the word stands, for the message
   * @throws SyntaxException if it names none, or one that there is not
   */
  public static int[] read(Word word, int size, String line) {
    Word numbers = word.part(PREFIX.length(), word.raw().length());
    if (!RowSelections.isRows(numbers) || numbers.raw().endsWith(",")) {
      throw numbers.fault(
          line, numbers.raw() + " is no number of a line", "as in facet:3, facet:3,5 or facet:3-7");
    }
    RowSelection selection = RowSelections.read(line, List.of(numbers));
    for (RowSelection.Range range : selection.ranges()) {
      boolean open = range.last() == Integer.MAX_VALUE;
      if (range.first() > size || (!open && range.last() > size)) {
        throw numbers.fault(
            line,
            size == 1 ? "facets counted only 1 line" : "facets counted only " + size + " lines",
            "facets --limit N counts more of each field");
      }
    }
    return RowSelections.resolve(selection, size, line);
  }
}
