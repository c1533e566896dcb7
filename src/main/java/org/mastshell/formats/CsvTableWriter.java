package org.mastshell.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * Comma-separated values as RFC 4180 has them: a header line, lines ended by CR LF, quotes only
 * where they are needed. A missing cell is nothing at all, an empty text is {@code ""}. Texts that
 * would all be read as numbers, or as truth values, stand between quotes where the file has to tell
 * what they are.
 *
 * <p>Not written through a library, since sets of hundreds of thousands of rows are: blocks of rows
 * are put into text side by side by all processors, and written in order.
 */
final class CsvTableWriter implements TableWriter {
  private static final int BLOCK = 2048;
  private static final int BLOCKS_AT_ONCE = 16;
  private static final String LINE_END = "\r\n";

  @Override
  public void write(Table table, List<DataColumn> columns, Writer out) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      head.append(i == 0 ? "" : ",");
      String name = columns.get(i).name();
      append(head, name, isPlain(name, i == 0) && (columns.size() > 1 || !partsCells(name)));
    }
    out.write(head.append(LINE_END).toString());
    Column[] cells = Cells.of(table, columns);
    boolean[] quoted = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      quoted[i] = columns.get(i).told() && CellTypes.mistakes(cells[i]);
    }
    int rows = table.size();
    int blocks = (rows + BLOCK - 1) / BLOCK;
    for (int first = 0; first < blocks; first += BLOCKS_AT_ONCE) {
      List<String> texts =
          IntStream.range(first, Math.min(blocks, first + BLOCKS_AT_ONCE))
              .parallel()
              .mapToObj(
                  block -> text(cells, quoted, block * BLOCK, Math.min(rows, (block + 1) * BLOCK)))
              .toList();
      for (String text : texts) {
        out.write(text);
      }
    }
    out.flush();
  }

  // Without a comma beside it, readers take another separator in the first line for the file's.
  private static boolean partsCells(String name) {
    return name.indexOf('\t') >= 0 || name.indexOf(';') >= 0 || name.indexOf('|') >= 0;
  }

  private static String text(Column[] cells, boolean[] quoted, int from, int to) {
    StringBuilder text = new StringBuilder((to - from) * cells.length * 12);
    // Texts that repeat are one and the same object, and are looked at once.
    String[] last = new String[cells.length];
    boolean[] plain = new boolean[cells.length];
    for (int row = from; row < to; row++) {
      for (int i = 0; i < cells.length; i++) {
        text.append(i == 0 ? "" : ",");
        String cell = cells[i].text(row);
        if (cell != null) {
          boolean same = sameObject(cell, last[i]);
          plain[i] =
              same
                  ? plain[i]
                  : cells[i].type().isNumeric() || (!quoted[i] && isPlain(cell, i == 0));
          last[i] = cell;
          append(text, cell, plain[i]);
        } else if (cells.length == 1) {
          // A lone missing cell would be an empty line, which readers pass over.
          text.append("\"\"");
        }
      }
      text.append(LINE_END);
    }
    return text.toString();
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean sameObject(String cell, String last) {
    return cell == last;
  }

  private static void append(StringBuilder text, String cell, boolean plain) {
    if (plain) {
      text.append(cell);
    } else {
      text.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  /**
   * Whether a cell needs no quotes.
   *
   * @param first whether it begins a line: readers pass over blank ones, and those that begin with
   *     #
   */
  static boolean isPlain(String cell, boolean first) {
    return !cell.isEmpty()
        && cell.indexOf(',') < 0
        && cell.indexOf('"') < 0
        && cell.indexOf('\n') < 0
        && cell.indexOf('\r') < 0
        && !(first && DelimitedFile.isBlankOrComment(cell));
  }
}
