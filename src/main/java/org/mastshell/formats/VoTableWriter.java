package org.mastshell.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mastshell.table.Table;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;

/** VOTable 1.4, through STIL. What is said of the whole table are its parameters. */
final class VoTableWriter implements TableWriter {
  private final String name;
  private final List<FileNote> notes;
  private final DataFormat data;

  /** One of which nothing is said, with its data as text. */
  VoTableWriter() {
    this("", List.of(), DataFormat.TABLEDATA);
  }

  /** One of a document. */
  VoTableWriter(TableDocument document, Serialization serialization) {
    this(
        document.name(),
        document.notes(),
        serialization == Serialization.BINARY2 ? DataFormat.BINARY2 : DataFormat.TABLEDATA);
  }

  private VoTableWriter(String name, List<FileNote> notes, DataFormat data) {
    this.name = name;
    this.notes = notes;
    this.data = data;
  }

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    StilLogging.silence();
    uk.ac.starlink.votable.VOTableWriter votable =
        new uk.ac.starlink.votable.VOTableWriter(data, true, VOTableVersion.V14);
    votable.setEncoding(StandardCharsets.UTF_8);
    // The same rows give the same file.
    votable.setWriteDate(false);
    BufferedWriter buffered = new BufferedWriter(out);
    votable.writeInlineStarTable(
        described(
            new StarTableView(table, columns.stream().map(VoTableWriter::inVoTable).toList())),
        buffered);
    buffered.flush();
  }

  private static DataColumn inVoTable(DataColumn column) {
    return column.inUnit(UnitText.inVoTable(column.unit()));
  }

  private StarTable described(StarTableView view) {
    if (!name.isEmpty()) {
      view.setName(name);
    }
    for (FileNote note : notes) {
      view.setParameter(
          new DescribedValue(new DefaultValueInfo(note.name(), String.class), note.text()));
    }
    return view;
  }
}
