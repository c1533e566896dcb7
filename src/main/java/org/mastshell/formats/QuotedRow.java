package org.mastshell.formats;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A row of cells that may stand between quotes.
 *
 * @param line its number, from 1; of cells that go over several lines, that of the first
 * @param cells exactly as they were written: null for a cell without anything, an empty text for
 *     one of nothing but quotes
 * @param commentLike whether it begins as a comment does; between quotes none does
 */
record QuotedRow(long line, List<String> cells, boolean commentLike) {

  /** Makes rows of what the reader of CSV finds. */
  static final class Maker extends AbstractBaseCsvCallbackHandler<QuotedRow> {
    private final List<String> cells = new ArrayList<>();
    private final long above;
    private boolean commentLike;

    /**
     * @param above how many lines of the file come before those that are read
     */
    Maker(long above) {
      this.above = above;
    }

    @Override
    protected void handleBegin(long line) {
      cells.clear();
      commentLike = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      String cell = length == 0 && !quoted ? null : new String(buffer, offset, length);
      if (cells.isEmpty()) {
        commentLike = cell != null && !quoted && DelimitedFile.isComment(cell);
      }
      cells.add(cell);
    }

    @Override
    protected QuotedRow buildRecord() {
      return new QuotedRow(
          above + getStartingLineNumber(),
          Collections.unmodifiableList(new ArrayList<>(cells)),
          commentLike);
    }
  }
}
