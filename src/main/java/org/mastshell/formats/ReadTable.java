package org.mastshell.formats;

import java.util.List;
import org.mastshell.table.Table;

/**
 * A table as a file holds it.
 *
 * @param format what it was, for people ({@code VOTable})
 * @param name what the file calls its rows, as {@link TableDocument#name}; empty where it does not
 * @param table its rows, each column with the type that the file gives it, or that its cells have
 * @param columns what the file says of each column of the table, in the same order
 * @param notes what is not here of the file, or not as it was there, a sentence each
 */
public record ReadTable(
    String format, String name, Table table, List<FileColumn> columns, List<String> notes) {
  /** Keeps its own copies of the lists. */
  public ReadTable {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }
}
