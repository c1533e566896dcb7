package org.mastshell.formats;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How much of a file is read, and how little of it will not do. */
final class TableLimits {
  private TableLimits() {}

  /**
   * Goes on only while there are not too many rows.
   *
   * @throws IOException once there are
   */
  static void requireFewRows(long rows) throws IOException {
    if (rows > TableFile.MOST_ROWS) {
      throw new IOException(
          String.format(
              Locale.ROOT, "it has more than %,d rows: cut it into pieces", TableFile.MOST_ROWS));
    }
  }

  /**
   * What is said of a table of which no column can be read.
   *
   * @param arrays its columns, whose cells are no single values; may be none
   */
  static IOException noColumn(List<String> arrays) {
    return new IOException(
        arrays.isEmpty()
            ? "its table has no columns"
            : "its table has no column with single values, only " + String.join(", ", arrays));
  }
}
