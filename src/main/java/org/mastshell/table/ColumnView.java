package org.mastshell.table;

/**
 * A column as a selection of rows shows it; the cells stay where they are. Its base is never a
 * view: {@link Table} stores no views.
 */
final class ColumnView implements Column {
  private final Column base;
  private final int[] rows;

  ColumnView(Column base, int[] rows) {
    this.base = base;
    this.rows = rows;
  }

  Column base() {
    return base;
  }

  /** The rows of the base that are shown; not to be changed. */
  int[] rows() {
    return rows;
  }

  /** The row of the base column that a row of the view shows. */
  int baseRow(int row) {
    return rows[row];
  }

  @Override
  public ColumnType type() {
    return base.type();
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public boolean isMissing(int row) {
    return base.isMissing(rows[row]);
  }

  @Override
  public String text(int row) {
    return base.text(rows[row]);
  }

  @Override
  public double number(int row) {
    return base.number(rows[row]);
  }

  @Override
  public Column select(int... chosen) {
    int[] baseRows = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      baseRows[i] = rows[chosen[i]];
    }
    return base.select(baseRows);
  }

  /** The same cells copied out, in a column of the base's own kind. */
  Column copied() {
    return base.select(rows);
  }

  @Override
  public int compare(int first, int second) {
    return base.compare(rows[first], rows[second]);
  }
}
