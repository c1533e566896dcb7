package org.mastshell.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
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
    require(one, other, cell -> cell);
  }

  /**
   * Claims that a table is what was written of another. What comes from the archive may hold halves
   * of characters, which no file can hold: each is a question mark there.
   */
  public static void requireWritten(Table written, Table read) {
    require(written, read, SameTables::inFile);
  }

  private static String inFile(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void require(Table one, Table other, UnaryOperator<String> kept) {
    Claim.same(other.columns(), one.columns(), "the same columns");
    Claim.same(other.size(), one.size(), "as many rows");
    for (int place = 0; place < one.columns().size(); place++) {
      for (int row = 0; row < one.size(); row++) {
        String cell = one.columnAt(place).text(row);
        Claim.same(
            other.columnAt(place).text(row),
            cell == null ? null : kept.apply(cell),
            "the same cells");
      }
    }
  }
}
