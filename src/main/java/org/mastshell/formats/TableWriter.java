package org.mastshell.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.mastshell.table.Table;

/** Writes tables in one format. Writers hold no state and may be used again. */
public interface TableWriter {
  /**
   * Writes all rows as one document and flushes; the writer stays open.
   *
   * @param columns what to write, in order; of a column that the table lacks every cell is missing
   * @throws IOException what the writer throws
   */
  void write(Table table, List<DataColumn> columns, Writer out) throws IOException;
}
