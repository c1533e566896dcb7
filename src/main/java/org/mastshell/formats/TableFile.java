package org.mastshell.formats;

import java.io.IOException;
import java.util.List;

/** A file from which values are taken: a table in one of several formats, or lines of text. */
public interface TableFile {
  /** Files with more rows are refused: nobody means to ask for so many. */
  int MOST_ROWS = 1_000_000;

  /** What the numbers of rows count: {@code line} or {@code row}. */
  String rowWord();

  /** Whether it is a table by its format, and no plain text that may be read as one. */
  boolean isTable();

  /** Whether the file itself names the columns. */
  boolean hasHeader() throws IOException;

  /**
   * The columns that it has as a table, at least one.
   *
   * @throws IOException if it cannot be read as a table; the message says why
   */
  List<FileColumn> columns() throws IOException;

  /**
   * The rows of the table.
   *
   * @param columns places of the columns wanted, from 0; the rows have just these, in this order
   * @throws IOException if it cannot be read to its end as a table; the message says where and why
   */
  FileRows rows(List<Integer> columns) throws IOException;

  /**
   * The rows as they stand, one cell each: lines of text without comments and blank lines; of a
   * format that has no lines, the rows of its only column.
   *
   * @throws IOException if there is nothing of that kind
   */
  default FileRows lines() throws IOException {
    if (columns().size() != 1) {
      throw new IOException("it has several columns");
    }
    return rows(List.of(0));
  }
}
