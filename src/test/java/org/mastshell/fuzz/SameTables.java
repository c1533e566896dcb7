package org.mastshell.fuzz;

import org.mastshell.table.Column;
import org.mastshell.table.Table;

/** Claims about tables. */
public final class SameTables {
  private SameTables() {}

  /** Claims that each cell can be told, and that there are as many as there are rows. */
  public static void requireWhole(Table table) {
    for (int place = 0; place < table.columns().size(); place++) {
      Column column = table.columnAt(place);
      Claim.same(column.size(), table.size(), "a cell a row");
      Claim.same(column.type(), table.columns().get(place).type(), "a column of its type");
      for (int row = 0; row < column.size(); row++) {
        Claim.same(column.text(row) == null, column.isMissing(row), "a cell is there or not");
      }
    }
  }

  /** Claims that two tables have the same columns and cells. */
  public static void require(Table one, Table other) {
    Claim.same(other.columns(), one.columns(), "the same columns");
    Claim.same(other.size(), one.size(), "as many rows");
    for (int place = 0; place < one.columns().size(); place++) {
      for (int row = 0; row < one.size(); row++) {
        Claim.same(
            other.columnAt(place).text(row), one.columnAt(place).text(row), "the same cells");
      }
    }
  }
}
