package org.mastshell.output;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.mastshell.table.Table;

/**
 * The table of a page.
 *
 * @param caption what it shows
 * @param table the rows, with every column that is named
 * @param columns to show; the first names the row
 * @param numbers by which a person names the rows
 * @param links of a row, counted from 0
 * @param pictures JPEG files of rows, counted from 0, for those that have one
 */
public record ReportRows(
    String caption,
    Table table,
    List<ShownColumn> columns,
    RowNumbers numbers,
    IntFunction<List<Link>> links,
    Map<Integer, byte[]> pictures) {

  /** Keeps its own copies. */
  public ReportRows {
    columns = List.copyOf(columns);
    pictures = Map.copyOf(pictures);
  }

  /**
   * A link of a row.
   *
   * @param word what is shown
   * @param meaning what it leads to
   * @param address any but http and https are left out
   */
  public record Link(String word, String meaning, URI address) {}
}
