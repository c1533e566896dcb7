package org.mastshell.output;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Where data formats are written: hands large pieces on to standard output and notices soon when
 * nobody reads them any more. On a screen, what could act on the terminal is shown as a stand-in.
 */
final class DataWriter extends Writer {
  private static final int PIECE = 1 << 16;

  private final PrintWriter out;
  private final boolean screen;
  private final char[] piece = new char[PIECE];
  private int filled;

  DataWriter(PrintWriter out, boolean screen) {
    this.out = out;
    this.screen = screen;
  }

  @Override
  public void write(char[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (filled == PIECE) {
        handOn();
      }
      int part = Math.min(PIECE - filled, length - done);
      System.arraycopy(source, offset + done, piece, filled, part);
      filled += part;
      done += part;
    }
  }

  /**
   * Hands on what was written.
   *
   * @throws OutputClosedException if nobody reads it
   */
  @Override
  public void flush() {
    handOn();
  }

  /** Does not close standard output. */
  @Override
  public void close() {
    handOn();
  }

  private void handOn() {
    if (screen) {
      makeSafe();
    }
    out.write(piece, 0, filled);
    filled = 0;
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }

  private void makeSafe() {
    for (int i = 0; i < filled; i++) {
      char c = piece[i];
      // The carriage return belongs to the line ends of CSV; alone it only goes to the line's
      // start.
      boolean layout =
          c == '\n' || c == '\t' || (c == '\r' && (i + 1 == filled || piece[i + 1] == '\n'));
      if (CleanText.isUnsafe(c) && !layout) {
        piece[i] = CleanText.standIn(c);
      }
    }
  }
}
