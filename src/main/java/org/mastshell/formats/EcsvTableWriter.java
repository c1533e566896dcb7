package org.mastshell.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mastshell.table.Table;

/** Enhanced character-separated values (Astropy Proposal for Enhancement 6), through STIL. */
final class EcsvTableWriter implements TableWriter {
  // STIL reports by logging what is of no use to a person; held here so that the level stays.
  private static final Logger STIL = Logger.getLogger("uk.ac.starlink");

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    STIL.setLevel(Level.OFF);
    try (OutputStream bytes = new Utf8Stream(out)) {
      uk.ac.starlink.ecsv.EcsvTableWriter.SPACE_WRITER.writeStarTable(
          new StarTableView(table, columns), bytes);
    }
    out.flush();
  }
}
