package org.mastshell.formats;

import java.util.List;
import org.mastshell.table.Table;

/**
 * A table with what a file can say of it.
 *
 * @param name what its rows are, one word ({@code observations})
 * @param table has the rows
 * @param columns to write, in order; of a column that the table lacks every cell is missing
 * @param notes about the whole: where it comes from, how it was made
 */
public record TableDocument(
    String name, Table table, List<DataColumn> columns, List<FileNote> notes) {
  /** Keeps its own copies of the lists. */
  public TableDocument {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }
}
