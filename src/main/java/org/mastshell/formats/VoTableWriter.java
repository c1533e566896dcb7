package org.mastshell.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mastshell.table.Table;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** VOTable 1.4 with its data as text, through STIL. */
final class VoTableWriter implements TableWriter {
  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    StilLogging.silence();
    VOTableWriter votable = new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14);
    votable.setEncoding(StandardCharsets.UTF_8);
    // The same rows give the same file.
    votable.setWriteDate(false);
    BufferedWriter buffered = new BufferedWriter(out);
    votable.writeInlineStarTable(new StarTableView(table, columns), buffered);
    buffered.flush();
  }
}
