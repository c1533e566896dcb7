package org.mastshell.table;

import java.util.BitSet;

/** A column of truth values. */
public final class BooleanColumn implements Column {
  private final int size;
  private final BitSet values;
  private final BitSet missing;

  BooleanColumn(int size, BitSet values, BitSet missing) {
    this.size = size;
    this.values = values;
    this.missing = missing;
  }

  @Override
  public ColumnType type() {
    return ColumnType.BOOLEAN;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isMissing(int row) {
    return missing.get(row);
  }

  @Override
  public String text(int row) {
    return missing.get(row) ? null : Boolean.toString(values.get(row));
  }

  @Override
  public double number(int row) {
    if (missing.get(row)) {
      return Double.NaN;
    }
    return values.get(row) ? 1 : 0;
  }

  @Override
  public Column select(int... rows) {
    return new BooleanColumn(rows.length, Bits.select(values, rows), Bits.select(missing, rows));
  }

  @Override
  public int compare(int first, int second) {
    return Double.compare(number(first), number(second));
  }
}
