package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** The columns of a table that STIL reads. */
final class StarColumns {
  private StarColumns() {}

  /**
   * Its columns, in order.
   *
   * @throws IOException if there are none
   */
  static List<FileColumn> of(StarTable table) throws IOException {
    List<FileColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.getColumnCount(); i++) {
      ColumnInfo info = table.getColumnInfo(i);
      columns.add(
          new FileColumn(text(info.getName()), text(info.getUnitString()), text(info.getUCD())));
    }
    if (columns.isEmpty()) {
      throw new IOException("its table has no columns");
    }
    return List.copyOf(columns);
  }

  /**
   * Goes on only if the cells of a column are single values.
   *
   * @throws IOException if they are arrays
   */
  static void requireScalar(ColumnInfo column) throws IOException {
    if (column.isArray()) {
      throw new IOException("its column " + column.getName() + " holds arrays");
    }
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
