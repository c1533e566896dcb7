package org.mastshell.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

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

  /** A row with the number of its line. */
  private record Row(long line, List<String> cells) {}

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

  private void readQuoted(Taker taker) throws IOException {
    boolean single = layout.columns().size() == 1;
    try (CsvReader<Row> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .commentStrategy(CommentStrategy.SKIP)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .build(new Rows(), text)) {
      for (Row row : reader) {
        if (row.line() > layout.lastHeaderLine()) {
          // A lone missing cell is written as an empty text: an empty line would be none.
          boolean none = single && "".equals(row.cells().get(0));
          give(row.line(), none ? Collections.singletonList(null) : row.cells(), taker);
        }
      }
    } catch (CsvParseException broken) {
      Throwable cause = broken.getCause() == null ? broken : broken.getCause();
      throw new IOException("its cells cannot be told apart: " + cause.getMessage(), broken);
    }
  }

  private void readTabs(Taker taker) throws IOException {
    boolean single = layout.columns().size() == 1;
    long number = 0;
    for (Iterator<String> lines = new LineEnds(text); lines.hasNext(); ) {
      number++;
      String line = lines.next();
      boolean above = number <= layout.lastHeaderLine();
      boolean blank = line.isEmpty() && !single;
      boolean comment = layout.lastHeaderLine() == 0 && DelimitedFile.isBlankOrComment(line);
      if (!above && !blank && !comment) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
          cells.add(cell.isEmpty() ? null : DelimitedCells.unescaped(cell));
        }
        give(number, cells, taker);
      }
    }
  }

  private void readBlanks(Taker taker) throws IOException {
    DelimitedCells.read(
        text,
        separator,
        (line, cells) -> {
          if (line > layout.lastHeaderLine()) {
            give(line, cells, taker);
          }
          return true;
        });
  }

  private void give(long line, List<String> cells, Taker taker) throws IOException {
    DelimitedFile.requireWidth(layout.columns().size(), line, cells);
    taker.take(line, cells);
  }

  /** Knows quoted cells from others. */
  private static final class Rows extends AbstractBaseCsvCallbackHandler<Row> {
    private final List<String> cells = new ArrayList<>();

    @Override
    protected void handleBegin(long line) {
      cells.clear();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
      return new Row(getStartingLineNumber(), Collections.unmodifiableList(new ArrayList<>(cells)));
    }
  }
}
