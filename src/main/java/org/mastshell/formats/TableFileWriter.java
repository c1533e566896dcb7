package org.mastshell.formats;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.mastshell.store.StoreException;

/**
 * Writes a table as a file.
 *
 * @param format of the file
 * @param packed whether it is packed by gzip
 * @param serialization of a VOTable; means nothing to other formats
 * @param pulse is called now and then while it is written; what it throws ends the writing
 */
public record TableFileWriter(
    FileFormat format, boolean packed, Serialization serialization, Runnable pulse) {
  private static final int PIECE = 1 << 16;

  /**
   * Writes the table. The same one gives the same file.
   *
   * @param draft an empty file, to be named when it is whole
   * @throws IOException if it cannot be written
   */
  public void write(TableDocument document, Path draft) throws IOException {
    if (format == FileFormat.SQLITE) {
      database(document, draft);
      return;
    }
    try (OutputStream file =
            new PulsingStream(
                packed
                    ? new GZIPOutputStream(Files.newOutputStream(draft), PIECE)
                    : Files.newOutputStream(draft),
                pulse);
        OutputStream out = new BufferedOutputStream(file, PIECE)) {
      write(document, out);
    }
  }

  private void write(TableDocument document, OutputStream out) throws IOException {
    switch (format) {
      case CSV -> text(document, TableWriters.of(Format.CSV), out);
      case TSV -> text(document, TableWriters.of(Format.TSV), out);
      case JSON -> text(document, TableWriters.of(Format.JSON), out);
      case JSONL -> text(document, TableWriters.of(Format.JSONL), out);
      case MARKDOWN -> text(document, TableWriters.of(Format.MARKDOWN), out);
      case ECSV -> text(document, new EcsvTableWriter(withName(document)), out);
      case VOTABLE -> text(document, new VoTableWriter(document, serialization), out);
      case FITS -> new FitsTable(document).write(out);
      case SQLITE -> throw new IllegalStateException("a database is no stream");
    }
  }

  private void database(TableDocument document, Path draft) throws IOException {
    try {
      new DatabaseTables(document, pulse).write(draft);
    } catch (StoreException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static List<FileNote> withName(TableDocument document) {
    List<FileNote> notes = new ArrayList<>(document.notes());
    notes.add(new FileNote(EcsvHeader.ROWS, document.name()));
    return notes;
  }

  private static void text(TableDocument document, TableWriter writer, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), PIECE);
    writer.write(document.table(), document.columns(), text);
    text.flush();
  }
}
