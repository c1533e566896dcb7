package org.mastshell.store;

import java.util.Arrays;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.SameTables;
import org.mastshell.fuzz.Target;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnBytes;
import org.mastshell.table.Table;
import org.mastshell.table.TableBytes;

/** The cells of kept sets and lists: any bytes are those of a column or a table, or refused. */
public final class CellsTarget implements Target {
  private static final int MOST_ROWS = 10_000;

  @Override
  public void take(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    try {
      switch (input[0] & 3) {
        case 0 -> column(ColumnBytes.column(rest));
        case 1 -> table(TableBytes.table(rest));
        case 2 -> column(new PackedColumn("x", rest, "").unpacked());
        default -> column(new PackedColumn("x", Packing.pack(rest), "").unpacked());
      }
    } catch (IllegalArgumentException refused) {
      Claim.that(!refused.getMessage().isBlank(), "a refusal says something");
    }
  }

  private static void column(Column column) {
    // Truth values that are all alike take no bytes, however many there are.
    if (column.size() > MOST_ROWS) {
      return;
    }
    for (int row = 0; row < column.size(); row++) {
      Claim.same(column.text(row) == null, column.isMissing(row), "a cell is there or not");
    }
    Column again = ColumnBytes.column(ColumnBytes.of(column));
    Claim.same(again.type(), column.type(), "a column that is written is of the same type");
    Claim.same(again.size(), column.size(), "as many cells as were written");
    for (int row = 0; row < column.size(); row++) {
      Claim.same(again.text(row), column.text(row), "the cell that was written");
    }
  }

  private static void table(Table table) {
    if (table.size() > MOST_ROWS) {
      return;
    }
    SameTables.requireWhole(table);
    SameTables.require(table, TableBytes.table(TableBytes.of(table)));
  }
}
