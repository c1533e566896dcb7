package org.mastshell.formats;

import java.util.List;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** The columns of a table that are to be written. */
final class Cells {
  private Cells() {}

  static Column[] of(Table table, List<DataColumn> columns) {
    return columns.stream()
        .map(column -> table.column(Subject.column(column.name())))
        .toArray(Column[]::new);
  }
}
