package org.mastshell.table;

import java.util.List;
import java.util.stream.IntStream;

/** Puts the rows of a table in order. Equal rows keep the order they had. */
public final class RowOrder {
  private static final int DIGIT_BITS = 16;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RowOrder() {}

  /** The table in the order of the keys, the first key first; missing cells last. */
  public static Table sort(Table table, List<SortKey> keys) {
    return table.select(rows(table, keys));
  }

  /** The numbers of the rows in the order of the keys, the first key first; missing cells last. */
  public static int[] rows(Table table, List<SortKey> keys) {
    int[] rows = IntStream.range(0, table.size()).toArray();
    // Each pass keeps the order of equal rows, so that the last pass, by the first key, decides.
    for (int i = keys.size() - 1; i >= 0; i--) {
      rows = sorted(rows, table.column(keys.get(i).subject()), keys.get(i).descending());
    }
    return rows;
  }

  private static int[] sorted(int[] rows, Column column, boolean descending) {
    long[] ranks = Ranks.of(column);
    if (descending) {
      for (int row = 0; row < ranks.length; row++) {
        ranks[row] = ~ranks[row];
      }
    }
    int[] present = IntStream.of(rows).filter(row -> !column.isMissing(row)).toArray();
    int[] missing = IntStream.of(rows).filter(column::isMissing).toArray();
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      present = byDigit(present, ranks, shift);
    }
    return IntStream.concat(IntStream.of(present), IntStream.of(missing)).toArray();
  }

  // One pass of a radix sort: counting how often a digit comes tells where its rows go.
  private static int[] byDigit(int[] rows, long[] ranks, int shift) {
    int[] starts = new int[DIGITS + 1];
    for (int row : rows) {
      starts[digit(ranks[row], shift) + 1]++;
    }
    if (rows.length == 0 || starts[digit(ranks[rows[0]], shift) + 1] == rows.length) {
      return rows;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      starts[digit + 1] += starts[digit];
    }
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[starts[digit(ranks[row], shift)]++] = row;
    }
    return sorted;
  }

  private static int digit(long rank, int shift) {
    return (int) (rank >>> shift) & (DIGITS - 1);
  }
}
