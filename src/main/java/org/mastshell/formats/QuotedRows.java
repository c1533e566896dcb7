package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Takes a text apart into rows of cells that may stand between quotes, as RFC 4180 has them; empty
 * lines are passed over. A line that begins as a comment does is a row by itself: a quote that
 * opens in it, which may be a word of a sentence, reaches over its end only where that makes a row
 * of the table's width.
 */
final class QuotedRows {
  private static final char QUOTE = '"';

  private final String text;
  private final char separator;
  private final int width;
  private int place;
  private long line;

  /**
   * @param above how many lines of the file come before the text
   * @param width how many cells the rows of the table have; 0 where that is not known
   */
  QuotedRows(String text, char separator, long above, int width) {
    this.text = text;
    this.separator = separator;
    this.width = width;
    this.line = above + 1;
  }

  /**
   * The next row; empty at the end. A comment whose quotes do not close has no cells.
   *
   * @throws IOException if the quotes of a row do not close, or something stands behind them
   */
  Optional<QuotedRow> next() throws IOException {
    while (place < text.length() && isLineEnd(text.charAt(place))) {
      endLine();
    }
    if (place == text.length()) {
      return Optional.empty();
    }
    return Optional.of(isComment() ? comment() : row(false));
  }

  private boolean isComment() {
    int start = place;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return text.startsWith(DelimitedFile.COMMENT, start);
  }

  private boolean isBlank(char c) {
    return Character.isWhitespace(c) && c != separator && !isLineEnd(c);
  }

  private QuotedRow comment() {
    int start = place;
    long first = line;
    while (place < text.length() && !isLineEnd(text.charAt(place))) {
      place++;
    }
    int end = place;
    try {
      QuotedRow alone =
          new QuotedRows(text.substring(start, end), separator, line - 1, 0).row(true);
      endLine();
      return alone;
    } catch (IOException open) {
      place = start;
      return overLines().orElseGet(() -> sentence(end, first));
    }
  }

  // What stands between lines of a lone column cannot be told from a comment.
  private Optional<QuotedRow> overLines() {
    if (width < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(row(true)).filter(row -> row.cells().size() == width);
    } catch (IOException noRow) {
      return Optional.empty();
    }
  }

  private QuotedRow sentence(int end, long first) {
    place = end;
    line = first;
    endLine();
    return QuotedRow.plain(first, List.of(), true);
  }

  private QuotedRow row(boolean commentLike) throws IOException {
    long first = line;
    List<String> cells = new ArrayList<>();
    BitSet quoted = new BitSet();
    boolean more = true;
    while (more) {
      if (place < text.length() && text.charAt(place) == QUOTE) {
        quoted.set(cells.size());
        cells.add(quotedCell());
      } else {
        cells.add(plainCell());
      }
      more = place < text.length() && text.charAt(place) == separator;
      if (commentLike && width > 0 && cells.size() > width) {
        throw new IOException("a row that begins like a comment has too many cells");
      }
      place += more ? 1 : 0;
    }
    endLine();
    return new QuotedRow(first, cells, quoted, commentLike);
  }

  private String plainCell() {
    int start = place;
    while (place < text.length() && !isEnd(text.charAt(place))) {
      place++;
    }
    return place == start ? null : text.substring(start, place);
  }

  private String quotedCell() throws IOException {
    long opened = line;
    StringBuilder cell = new StringBuilder();
    place++;
    while (true) {
      int quote = text.indexOf(QUOTE, place);
      if (quote < 0) {
        throw new IOException("a quote in line " + opened + " is not closed");
      }
      countLines(quote);
      cell.append(text, place, quote);
      place = quote + 1;
      if (place == text.length() || text.charAt(place) != QUOTE) {
        break;
      }
      cell.append(QUOTE);
      place++;
    }
    if (place < text.length() && !isEnd(text.charAt(place))) {
      throw new IOException(
          "its cells cannot be told apart: in line "
              + line
              + " something stands behind the closing quote of a cell");
    }
    return cell.toString();
  }

  private void countLines(int end) {
    for (int i = place; i < end; i++) {
      char c = text.charAt(i);
      line += c == '\n' || (c == '\r' && text.charAt(i + 1) != '\n') ? 1 : 0;
    }
  }

  private void endLine() {
    if (place < text.length()) {
      place += text.startsWith("\r\n", place) ? 2 : 1;
      line++;
    }
  }

  private boolean isEnd(char c) {
    return c == separator || isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
