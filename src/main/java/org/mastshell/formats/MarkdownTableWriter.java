package org.mastshell.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * A table of GitHub Flavored Markdown. What would be read as mark-up is escaped, line breaks are
 * {@code <br>}, and columns of numbers are aligned to the right. A missing cell is empty.
 */
final class MarkdownTableWriter implements TableWriter {
  private static final String ESCAPED = "\\|`*<[]~";

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    Column[] cells = Cells.of(table, columns);
    StringBuilder line = new StringBuilder("|");
    for (DataColumn column : columns) {
      append(line, column.name());
    }
    end(line, out);
    for (Column cell : cells) {
      line.append(cell.type().isNumeric() ? " ---: |" : " --- |");
    }
    end(line, out);
    for (int row = 0; row < table.size(); row++) {
      for (Column cell : cells) {
        append(line, cell.text(row));
      }
      end(line, out);
    }
    out.flush();
  }

  private static void append(StringBuilder line, String text) {
    line.append(' ');
    if (text != null) {
      for (int i = 0; i < text.length(); i++) {
        appendEscaped(line, text, i);
      }
    }
    line.append(" |");
  }

  private static void appendEscaped(StringBuilder line, String text, int index) {
    char c = text.charAt(index);
    if (c == '\n' || c == '\r') {
      boolean secondOfTwo = c == '\n' && index > 0 && text.charAt(index - 1) == '\r';
      line.append(secondOfTwo ? "" : "<br>");
    } else if (ESCAPED.indexOf(c) >= 0) {
      line.append('\\').append(c);
    } else {
      line.append(c);
    }
  }

  private static void end(StringBuilder line, Writer out) throws IOException {
    out.append(line.append('\n'));
    line.setLength(1);
  }
}
