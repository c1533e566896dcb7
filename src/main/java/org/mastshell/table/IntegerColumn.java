package org.mastshell.table;

import java.util.BitSet;

/** A column of 64-bit whole numbers. */
public final class IntegerColumn implements Column {
  private final long[] values;
  private final BitSet missing;

  IntegerColumn(long[] values, BitSet missing) {
    this.values = values;
    this.missing = missing;
  }

  /** A column of these numbers, none of them missing. */
  public static IntegerColumn of(long... values) {
    return new IntegerColumn(values.clone(), new BitSet());
  }

  @Override
  public ColumnType type() {
    return ColumnType.INTEGER;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return missing.get(row);
  }

  @Override
  public String text(int row) {
    return missing.get(row) ? null : Long.toString(values[row]);
  }

  /** The exact value; 0 where the cell is missing. */
  public long value(int row) {
    return values[row];
  }

  @Override
  public double number(int row) {
    return missing.get(row) ? Double.NaN : values[row];
  }

  @Override
  public Column select(int... rows) {
    long[] chosen = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return new IntegerColumn(chosen, Bits.select(missing, rows));
  }

  @Override
  public int compare(int first, int second) {
    boolean firstMissing = missing.get(first);
    boolean secondMissing = missing.get(second);
    if (firstMissing || secondMissing) {
      return Boolean.compare(firstMissing, secondMissing);
    }
    return Long.compare(values[first], values[second]);
  }
}
