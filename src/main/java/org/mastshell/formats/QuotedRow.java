package org.mastshell.formats;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** A row of cells that may stand between quotes. */
final class QuotedRow {
  private final long line;
  private final List<String> cells;
  private final BitSet quoted;
  private final boolean commentLike;

  /**
   * @param line its number, from 1; of cells that go over several lines, that of the first
   * @param cells exactly as they were written: null for a cell without anything, an empty text for
   *     one of nothing but quotes
   * @param quoted the places of those between quotes
   * @param commentLike whether it begins as a comment does; between quotes none does
   */
  QuotedRow(long line, List<String> cells, BitSet quoted, boolean commentLike) {
    this.line = line;
    this.cells = Collections.unmodifiableList(cells);
    this.quoted = (BitSet) quoted.clone();
    this.commentLike = commentLike;
  }

  /** One of a file that knows no quotes. */
  static QuotedRow plain(long line, List<String> cells, boolean commentLike) {
    return new QuotedRow(line, cells, new BitSet(), commentLike);
  }

  /** The number of its line, from 1. */
  long line() {
    return line;
  }

  /** The cells, null where there is none. */
  List<String> cells() {
    return cells;
  }

  /** Whether a cell stands between quotes. */
  boolean isQuoted(int place) {
    return quoted.get(place);
  }

  /** Whether it begins as a comment does. */
  boolean isCommentLike() {
    return commentLike;
  }
}
