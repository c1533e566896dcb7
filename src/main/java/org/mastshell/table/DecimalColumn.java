package org.mastshell.table;

import java.util.Arrays;

/** A column of double precision numbers; NaN marks a missing cell. */
public final class DecimalColumn implements Column {
  private final double[] values;

  DecimalColumn(double[] values) {
    this.values = values;
  }

  /** A column of these numbers; NaN and the infinities are missing cells. */
  public static DecimalColumn of(double... values) {
    return new DecimalColumn(
        Arrays.stream(values)
            .map(value -> Double.isFinite(value) ? value + 0.0 : Double.NaN)
            .toArray());
  }

  /** The cells, NaN where they are missing; not to be changed. */
  double[] values() {
    return values;
  }

  @Override
  public ColumnType type() {
    return ColumnType.DECIMAL;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values[row]);
  }

  @Override
  public String text(int row) {
    return isMissing(row) ? null : Numbers.text(values[row]);
  }

  @Override
  public double number(int row) {
    return values[row];
  }

  @Override
  public Column select(int... rows) {
    return new DecimalColumn(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
  }

  @Override
  public int compare(int first, int second) {
    // Double.compare puts NaN last, which is where missing cells belong.
    return Double.compare(values[first], values[second]);
  }
}
