package org.mastshell.formats;

import java.io.IOException;
import java.util.Locale;

/** How much of a file is read. */
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
}
