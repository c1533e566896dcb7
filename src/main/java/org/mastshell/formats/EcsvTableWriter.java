package org.mastshell.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * Enhanced character-separated values 1.0 (Astropy Proposal for Enhancement 6), separated by
 * commas. The format knows no difference between a missing cell and an empty text, and readers take
 * it line by line, so a line break in a cell becomes a blank. Not written through STIL, whose
 * writer of this format knows ASCII only.
 */
final class EcsvTableWriter implements TableWriter {
  private final List<FileNote> notes;

  /** One of which nothing is said. */
  EcsvTableWriter() {
    this(List.of());
  }

  /**
   * @param notes about the whole table
   */
  EcsvTableWriter(List<FileNote> notes) {
    this.notes = List.copyOf(notes);
  }

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    Column[] cells = Cells.of(table, columns);
    out.write("# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n");
    for (int i = 0; i < cells.length; i++) {
      out.write(description(columns.get(i), cells[i]));
    }
    writeNotes(out);
    // Closing would close the writer under it as well, so it is only flushed.
    @SuppressWarnings("resource")
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(new WholeLines())
            .build(out);
    csv.writeRecord(columns.stream().map(DataColumn::name).toArray(String[]::new));
    String[] line = new String[cells.length];
    for (int row = 0; row < table.size(); row++) {
      for (int i = 0; i < cells.length; i++) {
        line[i] = cell(cells[i], row);
      }
      if (line.length == 1 && (line[0] == null || line[0].isEmpty())) {
        // Readers pass over an empty line.
        csv.flush();
        out.write("\"\"\n");
      } else {
        csv.writeRecord(line);
      }
    }
    csv.flush();
    out.flush();
  }

  /**
   * Quotes what would make a line a comment or a blank one, which readers pass over; what else
   * needs quotes gets them anyway.
   */
  private static final class WholeLines implements QuoteStrategy {
    @Override
    public boolean quoteValue(int line, int place, String value) {
      return place == 0 && DelimitedFile.isBlankOrComment(value);
    }
  }

  private static String cell(Column cells, int row) {
    if (cells.isMissing(row)) {
      return null;
    }
    return switch (cells.type()) {
      case TEXT -> oneLine(cells.text(row));
      case BOOLEAN -> cells.number(row) != 0 ? "True" : "False";
      case INTEGER, DECIMAL -> cells.text(row);
    };
  }

  private static String oneLine(String text) {
    boolean broken = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    return broken ? text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ') : text;
  }

  private static String description(DataColumn column, Column cells) {
    String type =
        switch (cells.type()) {
          case TEXT -> "string";
          case INTEGER -> "int64";
          case DECIMAL -> "float64";
          case BOOLEAN -> "bool";
        };
    StringBuilder line = new StringBuilder("# - {name: ").append(quoted(column.name()));
    if (!column.unit().isEmpty()) {
      line.append(", unit: ").append(quoted(UnitText.inFits(column.unit())));
    }
    line.append(", datatype: ").append(type);
    if (!column.description().isEmpty()) {
      line.append(", description: ").append(quoted(column.description()));
    }
    if (!column.content().isEmpty()) {
      line.append(", meta: {ucd: ").append(quoted(column.content())).append('}');
    }
    return line.append("}\n").toString();
  }

  private void writeNotes(Writer out) throws IOException {
    if (notes.isEmpty()) {
      return;
    }
    out.write("# meta: !!omap\n");
    for (FileNote note : notes) {
      out.write("# - {" + note.name() + ": " + quoted(note.text()) + "}\n");
    }
  }

  // A double-quoted scalar of YAML 1.1.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> appendEscaped(quoted, point));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int point) {
    if (point == '"' || point == '\\') {
      quoted.append('\\').append((char) point);
    } else if (point >= ' ' && point <= '~') {
      quoted.append((char) point);
    } else {
      quoted.append(String.format(Locale.ROOT, "\\U%08X", point));
    }
  }
}
