package org.mastshell.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * Comma-separated values as RFC 4180 has them: a header line, lines ended by CR LF, quotes only
 * where they are needed. A missing cell is nothing at all, an empty text is {@code ""}.
 */
final class CsvTableWriter implements TableWriter {
  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    // Closing would close the writer under it as well, so it is only flushed.
    @SuppressWarnings("resource")
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(out);
    csv.writeRecord(columns.stream().map(DataColumn::name).toArray(String[]::new));
    Column[] cells = Cells.of(table, columns);
    String[] line = new String[cells.length];
    for (int row = 0; row < table.size(); row++) {
      for (int i = 0; i < cells.length; i++) {
        line[i] = cells[i].text(row);
      }
      if (line.length == 1 && line[0] == null) {
        // A lone missing cell would be an empty line, which readers pass over.
        line[0] = "";
      }
      csv.writeRecord(line);
    }
    csv.flush();
    out.flush();
  }
}
