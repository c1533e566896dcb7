package org.mastshell.table;

/** A column of double precision numbers; NaN marks a missing cell. */
public final class DecimalColumn implements Column {
  private final double[] values;

  DecimalColumn(double[] values) {
    this.values = values;
  }

  /** A column of these numbers; NaN is a missing cell. */
  public static DecimalColumn of(double... values) {
    return new DecimalColumn(values.clone());
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
  public int compare(int first, int second) {
    // Double.compare puts NaN last, which is where missing cells belong.
    return Double.compare(values[first], values[second]);
  }
}
