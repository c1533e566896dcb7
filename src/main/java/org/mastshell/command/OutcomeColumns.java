package org.mastshell.command;

import java.util.List;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.ShownColumn;
import org.mastshell.table.Table;

/** How what became of files is shown: at the end of a download, and when they are checked again. */
final class OutcomeColumns {
  private static final ShownColumn FILE = column("file", Look.TEXT, "its name on disk");
  private static final ShownColumn PATH = column("path", Look.TEXT, "where it is");
  private static final ShownColumn URI = column("dataURI", Look.TEXT, "its name in the archive");

  private OutcomeColumns() {}

  /** The outcomes of a download, of which a drawn table shows no more than so many. */
  static Part ofDownload(Table outcomes, int drawn) {
    return part(
        outcomes,
        drawn,
        FILE,
        column("status", Look.TEXT, "how it ended"),
        column("bytes", Look.SIZE, "what is on the disk"),
        column("message", Look.TEXT, "why it ended so"),
        column("seconds", Look.DURATION, "how long it took"),
        column("tries", Look.NUMBER, "requests made"),
        PATH,
        URI);
  }

  /** What checking files has brought; likewise. */
  static Part ofCheck(Table files, int drawn) {
    return part(
        files,
        drawn,
        FILE,
        column("status", Look.TEXT, "how it is"),
        column("bytes", Look.SIZE, "how long it is"),
        column("message", Look.TEXT, "why"),
        PATH,
        URI);
  }

  private static Part part(Table table, int drawn, ShownColumn... columns) {
    return new Part.Rows(table, List.of(columns), false, drawn, false, RowNumbers.none());
  }

  private static ShownColumn column(String name, Look look, String meaning) {
    return new ShownColumn(name, name, "", look, meaning);
  }
}
