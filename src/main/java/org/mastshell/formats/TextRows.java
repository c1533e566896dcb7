package org.mastshell.formats;

import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;

/** The rows of a table of text, which can be gone through several times. */
interface TextRows {
  /** Takes rows. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes one.
     *
     * @param number of its line, from 1
     * @param cells null where there is none
     * @param quoted whether the cell of a place stands between quotes that may tell a text
     */
    void take(long number, List<String> cells, IntPredicate quoted) throws IOException;

    /**
     * Hears of a line that is taken for a comment.
     *
     * @param number of the line, from 1
     */
    default void leaveOut(long number) {}
  }

  /** The columns, at least one. */
  List<FileColumn> columns() throws IOException;

  /** Whether quotes tell texts though every cell stands between some that it may not need. */
  boolean quotesTell();

  /**
   * Goes through all rows.
   *
   * @throws IOException if one is broken; the message names its line
   */
  void read(Taker taker) throws IOException;
}
