package org.mastshell.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small tables to test with, and their cells to compare. */
final class Tables {
  private Tables() {}

  /** A table of one text column; null is a missing cell. */
  static Table texts(String name, String... cells) {
    return numbered(cells.length).with(name, TextColumn.of(Arrays.asList(cells)));
  }

  /** A table of one decimal column; NaN is a missing cell. */
  static Table decimals(String name, double... cells) {
    return numbered(cells.length).with(name, DecimalColumn.of(cells));
  }

  /** A table with the column {@code row}, which counts its rows from 0. */
  static Table numbered(int size) {
    TableBuilder builder = new TableBuilder();
    int row = builder.column("row", ColumnType.INTEGER);
    for (int i = 0; i < size; i++) {
      builder.set(row, (long) i);
      builder.endRow();
    }
    return builder.build();
  }

  static List<String> cells(Table table, String column) {
    return cells(table.column(column));
  }

  static List<String> cells(Column column) {
    return Arrays.asList(
        IntStream.range(0, column.size()).mapToObj(column::text).toArray(String[]::new));
  }
}
