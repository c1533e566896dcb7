package org.mastshell.table;

/** What the cells of a column hold. A missing cell is possible in each of them. */
public enum ColumnType {
  /** Text; repeated values are stored once. */
  TEXT,
  /** Whole numbers that fit 64 bits. */
  INTEGER,
  /** Double precision numbers; NaN and the infinities count as missing. */
  DECIMAL,
  /** True or false. */
  BOOLEAN;

  /** Whether cells have a numeric value that ranges and sums can use. */
  public boolean isNumeric() {
    return this == INTEGER || this == DECIMAL;
  }
}
