package org.mastshell.command;

import java.util.List;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.ShownColumn;
import org.mastshell.table.Table;

/** How the outcomes of a download are shown. */
final class OutcomeColumns {
  private OutcomeColumns() {}

  /** The outcomes as an answer, of which a drawn table shows no more than so many. */
  static Part part(Table outcomes, int drawn) {
    return new Part.Rows(
        outcomes,
        List.of(
            column("file", Look.TEXT, "its name on disk"),
            column("status", Look.TEXT, "how it ended"),
            column("bytes", Look.SIZE, "what is on the disk"),
            column("message", Look.TEXT, "why it ended so"),
            column("seconds", Look.DURATION, "how long it took"),
            column("tries", Look.NUMBER, "requests made"),
            column("path", Look.TEXT, "where it is"),
            column("dataURI", Look.TEXT, "its name in the archive")),
        false,
        drawn,
        false,
        RowNumbers.none());
  }

  private static ShownColumn column(String name, Look look, String meaning) {
    return new ShownColumn(name, name, "", look, meaning);
  }
}
