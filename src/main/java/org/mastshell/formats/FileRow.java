package org.mastshell.formats;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number where it stands, from 1: its line in a text file, else its place among the rows
 * @param cells as text, without blanks around it; empty where there is no value
 */
public record FileRow(long number, List<String> cells) {
  /** Keeps its own copy of the cells. */
  public FileRow {
    cells = List.copyOf(cells);
  }

  /** The same, its cells as they were before they were kept from being taken for formulas. */
  FileRow released() {
    return new FileRow(number, ReleasedRows.released(cells));
  }
}
