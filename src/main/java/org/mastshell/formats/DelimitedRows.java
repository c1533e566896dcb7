package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of a table with something between its cells, each cell exactly as it was written: a cell
 * without anything is missing, one of nothing but quotes is an empty text.
 */
final class DelimitedRows implements TextRows {
  private static final char TAB = '\t';
  private static final char BLANK = ' ';

  private final String text;
  private final char separator;
  private final DelimitedLayout layout;

  DelimitedRows(String text, char separator, DelimitedLayout layout) {
    this.text = text;
    this.separator = separator;
    this.layout = layout;
  }

  @Override
  public List<FileColumn> columns() {
    return layout.columns();
  }

  @Override
  public void read(Taker taker) throws IOException {
    if (separator == TAB) {
      readTabs(taker);
    } else if (separator == BLANK && !EcsvHeader.isAbove(text)) {
      readBlanks(taker);
    } else {
      readQuoted(taker);
    }
  }

  // So this program writes: with quotes only where they say something.
  @Override
  public boolean quotesTell() {
    int end = text.indexOf('\n', above().end());
    return end > 0 && text.charAt(end - 1) == '\r';
  }

  private void readQuoted(Taker taker) throws IOException {
    boolean single = layout.columns().size() == 1;
    Above above = above();
    tell(above, taker);
    QuotedRows rows =
        new QuotedRows(
            text.substring(above.end()), separator, above.lines(), layout.columns().size());
    boolean telling = true;
    for (Optional<QuotedRow> next = rows.next(); next.isPresent(); next = rows.next()) {
      QuotedRow row = next.get();
      if (row.line() <= layout.lastHeaderLine()) {
        telling = telling && !quotesNeedlessly(row);
      } else if (single && row.cells().equals(List.of(""))) {
        // A lone missing cell is written as an empty text: an empty line would be none.
        give(QuotedRow.plain(row.line(), Collections.singletonList(null), false), false, taker);
      } else {
        give(row, telling, taker);
      }
    }
  }

  // Where even names stand between quotes that need none, so does every number.
  private static boolean quotesNeedlessly(QuotedRow names) {
    return IntStream.range(0, names.cells().size())
        .anyMatch(
            place ->
                names.isQuoted(place)
                    && CsvTableWriter.isPlain(names.cells().get(place), place == 0));
  }

  private void readTabs(Taker taker) throws IOException {
    boolean single = layout.columns().size() == 1;
    Above above = above();
    tell(above, taker);
    long number = above.lines();
    for (Iterator<String> lines = new LineEnds(text.substring(above.end())); lines.hasNext(); ) {
      number++;
      String line = lines.next();
      boolean blank = line.isEmpty() && !single;
      if (number > layout.lastHeaderLine() && !blank) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
          cells.add(cell.isEmpty() ? null : DelimitedCells.unescaped(cell));
        }
        give(QuotedRow.plain(number, cells, DelimitedFile.isComment(line, TAB)), false, taker);
      }
    }
  }

  // Where blanks are between cells, a line that begins so is a comment wherever it stands.
  private void readBlanks(Taker taker) throws IOException {
    Above above = above();
    tell(above, taker);
    long number = above.lines();
    Iterator<String> lines = text.substring(above.end()).lines().iterator();
    while (lines.hasNext()) {
      number++;
      String line = lines.next();
      if (DelimitedFile.isComment(line)) {
        taker.leaveOut(number);
      } else if (number > layout.lastHeaderLine() && !line.isBlank()) {
        give(QuotedRow.plain(number, cells(line), false), false, taker);
      }
    }
  }

  // Below a lone name a line is one value, as in a list: blanks belong to it.
  private List<String> cells(String line) {
    return layout.columns().size() == 1
        ? List.of(DelimitedFile.unquoted(line.strip()))
        : DelimitedCells.split(line, separator);
  }

  // A row of the table may begin like a comment: what tells them apart are the cells, and where
  // there is but one, nothing does.
  private void give(QuotedRow row, boolean telling, Taker taker) throws IOException {
    int width = layout.columns().size();
    if (row.isCommentLike() && (width == 1 || row.cells().size() != width)) {
      taker.leaveOut(row.line());
      return;
    }
    DelimitedFile.requireWidth(width, row.line(), row.cells());
    taker.take(row.line(), row.cells(), place -> telling && row.isQuoted(place));
  }

  /**
   * What stands above the table.
   *
   * @param end where in the text the table begins
   * @param comments the lines that begin as comments do
   * @param lines how many lines it is
   */
  private record Above(int end, List<Long> comments, long lines) {}

  private Above above() {
    List<Long> comments = new ArrayList<>();
    long lines = 0;
    int end = 0;
    while (end < text.length()) {
      int next = end;
      while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') {
        next++;
      }
      String line = text.substring(end, next);
      if (!DelimitedFile.isBlankOrComment(line)) {
        break;
      }
      lines++;
      if (!line.isBlank()) {
        comments.add(lines);
      }
      end = Math.min(text.length(), next + (text.startsWith("\r\n", next) ? 2 : 1));
    }
    return new Above(end, comments, lines);
  }

  // The header of ECSV, and names that stand in a comment, are read.
  private void tell(Above above, Taker taker) {
    boolean naming = layout.named() && layout.lastHeaderLine() == 0;
    int leftOut = above.comments().size() - (naming ? 1 : 0);
    if (!EcsvHeader.isAbove(text)) {
      above.comments().stream().limit(leftOut).forEach(taker::leaveOut);
    }
  }
}
