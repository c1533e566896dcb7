package org.mastshell.table;

/**
 * One column of a table: a fixed number of cells of one type, any of which may be missing. Columns
 * are immutable and may be shared by many tables.
 */
public sealed interface Column
    permits TextColumn, IntegerColumn, DecimalColumn, BooleanColumn, ColumnView {

  /** What the cells hold. */
  ColumnType type();

  /** Number of cells. */
  int size();

  /** Whether the cell has no value. */
  boolean isMissing(int row);

  /** The cell as text in its canonical form, or null where it is missing. */
  String text(int row);

  /** The cell as a number; NaN where it is missing or no number. A boolean is 0 or 1. */
  double number(int row);

  /**
   * Orders two cells: numbers by value, text without regard to case and digit runs by their value
   * (so {@code f90} comes before {@code f200}), missing cells last.
   */
  int compare(int first, int second);

  /** The cells of these rows, in their order; a row may come several times. */
  Column select(int... rows);
}
