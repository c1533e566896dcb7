package org.mastshell.output;

import java.util.Arrays;

/** The numbers by which a person can name the rows of an answer, counted from 1. */
public final class RowNumbers {
  private static final RowNumbers NONE = new RowNumbers(false, null);
  private static final RowNumbers COUNTED = new RowNumbers(true, null);

  private final boolean shown;
  private final int[] rows;

  private RowNumbers(boolean shown, int[] rows) {
    this.shown = shown;
    this.rows = rows;
  }

  /** The rows have no numbers. */
  public static RowNumbers none() {
    return NONE;
  }

  /** The rows are those of the set, in its order. */
  public static RowNumbers counted() {
    return COUNTED;
  }

  /**
   * The rows are some of the set's, or stand in another order.
   *
   * @param rows the place of each in the set, counted from 0
   */
  public static RowNumbers of(int... rows) {
    return new RowNumbers(true, rows.clone());
  }

  /** Whether there are numbers to show. */
  boolean shown() {
    return shown;
  }

  /** The number of a row of the answer. */
  int of(int row) {
    return 1 + (rows == null ? row : rows[row]);
  }

  /** The place of a row of the answer in the set, counted from 0. */
  public int place(int row) {
    return of(row) - 1;
  }

  /** The largest number among the first rows of the answer; 0 if there are none. */
  int largest(int count) {
    return rows == null ? count : 1 + Arrays.stream(rows).limit(count).max().orElse(-1);
  }
}
