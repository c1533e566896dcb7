package org.mastshell.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * Tab-separated values (IANA {@code text/tab-separated-values}): a header line, lines ended by LF,
 * no quotes. Since a cell may hold neither tab nor line break, they are written as {@code \t},
 * {@code \n} and {@code \r}, and a backslash as {@code \\}. Readers take a line that begins with
 * {@code #} for a comment; in a cell that would begin one so, it is {@code \#}. They take a line of
 * nothing but dashes for a rule below the names; such a line begins with {@code \-}. A missing cell
 * is empty.
 */
final class TsvTableWriter implements TableWriter {
  private static final Pattern RULE = Pattern.compile("-+(\t-+)*");

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (DataColumn column : columns) {
      append(line, column.name());
    }
    end(line, out);
    Column[] cells = Cells.of(table, columns);
    for (int row = 0; row < table.size(); row++) {
      for (Column cell : cells) {
        append(line, cell.text(row));
      }
      end(line, out);
    }
    out.flush();
  }

  private static void append(StringBuilder line, String text) {
    if (text != null) {
      int comment = line.isEmpty() && DelimitedFile.isComment(text) ? text.indexOf('#') : -1;
      for (int i = 0; i < text.length(); i++) {
        line.append(i == comment ? "\\" : "");
        appendEscaped(line, text.charAt(i));
      }
    }
    line.append('\t');
  }

  private static void appendEscaped(StringBuilder line, char c) {
    switch (c) {
      case '\t' -> line.append("\\t");
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\\' -> line.append("\\\\");
      default -> line.append(c);
    }
  }

  private static void end(StringBuilder line, Writer out) throws IOException {
    line.setLength(Math.max(0, line.length() - 1));
    if (RULE.matcher(line).matches()) {
      line.insert(0, '\\');
    }
    out.append(line.append('\n'));
    line.setLength(0);
  }
}
