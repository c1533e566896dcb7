package org.mastshell.formats;

import java.util.List;
import org.mastshell.table.Table;

/**
 * A table as a file holds it.
 *
 * @param format what it was, for people ({@code VOTable})
 * @param table its rows, each column with the type that the file gives it, or that its cells have
 * @param columns what the file says of each column of the table, in the same order
 * @param leftOut names of columns that have no place here, since their cells are no single values
 */
public record ReadTable(
    String format, Table table, List<FileColumn> columns, List<String> leftOut) {
  /** Keeps its own copies of the lists. */
  public ReadTable {
    columns = List.copyOf(columns);
    leftOut = List.copyOf(leftOut);
  }
}
