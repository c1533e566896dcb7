package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a Markdown table, as this program writes it; a cell without anything is missing. */
final class MarkdownRows implements TextRows {
  private static final Pattern RULE = Pattern.compile("\\|(\\s*:?-+:?\\s*\\|)+");
  private static final String BREAK = "<br>";

  private final String text;

  MarkdownRows(String text) {
    this.text = text;
  }

  /** Whether a text begins with a row of names between bars, and a line of dashes below it. */
  static boolean isTable(String text) {
    Iterator<String> lines = new LineEnds(text);
    return lines.next().startsWith("|")
        && lines.hasNext()
        && RULE.matcher(lines.next().strip()).matches();
  }

  @Override
  public List<FileColumn> columns() throws IOException {
    List<FileColumn> columns = new ArrayList<>();
    for (String name : cells(new LineEnds(text).next())) {
      columns.add(new FileColumn(name == null ? "" : name, "", ""));
    }
    return columns;
  }

  @Override
  public boolean quotesTell() {
    return false;
  }

  @Override
  public void read(Taker taker) throws IOException {
    int width = columns().size();
    long number = 0;
    for (Iterator<String> lines = new LineEnds(text); lines.hasNext(); ) {
      number++;
      String line = lines.next();
      if (number > 2 && !line.isBlank()) {
        List<String> cells = cells(line);
        DelimitedFile.requireWidth(width, number, cells);
        taker.take(number, cells, place -> false);
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    String row = line.stripTrailing();
    int end = row.endsWith("|") ? row.length() - 1 : row.length();
    for (int i = 1; i <= end; i++) {
      char c = i == end ? '|' : row.charAt(i);
      if (c == '|') {
        cells.add(inner(cell.toString()));
        cell.setLength(0);
      } else if (c == '\\' && i + 1 < end) {
        i++;
        cell.append(row.charAt(i));
      } else if (c == '<' && row.startsWith(BREAK, i)) {
        i += BREAK.length() - 1;
        cell.append('\n');
      } else {
        cell.append(c);
      }
    }
    return cells;
  }

  // One blank on each side belongs to the table, not to the cell.
  private static String inner(String cell) {
    int start = cell.startsWith(" ") ? 1 : 0;
    int end = cell.length() > start && cell.endsWith(" ") ? cell.length() - 1 : cell.length();
    return start >= end ? null : cell.substring(start, end);
  }
}
