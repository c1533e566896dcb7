package org.mastshell.formats;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TextColumn;

/**
 * A table whose texts and names no spreadsheet takes for formulas; what this program needs of them
 * can be had back.
 *
 * @param document the table as it is to be written; numbers and truth values are as they were
 * @param changed how many cells and names have an apostrophe more than before
 */
public record HarmlessTable(TableDocument document, long changed) {

  /** The harmless form of a table. */
  public static HarmlessTable of(TableDocument document) {
    Column[] cells = Cells.of(document.table(), document.columns());
    Table table = document.table();
    List<DataColumn> columns = new ArrayList<>();
    long changed = 0;
    for (int i = 0; i < cells.length; i++) {
      DataColumn column = document.columns().get(i);
      String name = FormulaGuard.guarded(column.name());
      List<String> texts = texts(cells[i]);
      long dangerous = texts.isEmpty() ? 0 : differing(cells[i], texts);
      boolean renamed = !name.equals(column.name());
      if (dangerous > 0 || renamed) {
        table = table.with(name, dangerous > 0 ? TextColumn.of(texts) : cells[i]);
      }
      columns.add(column.called(name));
      changed += dangerous + (renamed ? 1 : 0);
    }
    return new HarmlessTable(
        new TableDocument(document.name(), table, columns, document.notes()), changed);
  }

  /** How many cells of a table that was read look as if they had been made harmless. */
  static long guardedCells(Table table) {
    long count = 0;
    for (int place = 0; place < table.columns().size(); place++) {
      Column cells = table.columnAt(place);
      for (int row = 0; cells.type() == ColumnType.TEXT && row < cells.size(); row++) {
        String text = cells.text(row);
        count += text != null && !FormulaGuard.released(text).equals(text) ? 1 : 0;
      }
    }
    return count;
  }

  /** The writer of a text format by which only harmless tables are written. */
  static TableWriter writer(TableWriter writer) {
    return (table, columns, out) -> {
      TableDocument safe = of(new TableDocument("", table, columns, List.of())).document();
      writer.write(safe.table(), safe.columns(), out);
    };
  }

  private static List<String> texts(Column cells) {
    if (cells.type() != ColumnType.TEXT) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(cells.size());
    for (int row = 0; row < cells.size(); row++) {
      String text = cells.text(row);
      texts.add(text == null ? null : FormulaGuard.guarded(text));
    }
    return texts;
  }

  // Guarding adds and never takes away, so that the length tells.
  private static long differing(Column cells, List<String> texts) {
    long count = 0;
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.get(row);
      count += text != null && text.length() > cells.text(row).length() ? 1 : 0;
    }
    return count;
  }
}
