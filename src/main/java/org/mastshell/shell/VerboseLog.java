package org.mastshell.shell;

import java.io.PrintWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.mastshell.output.CleanText;

/**
 * Shows the faults that the program has borne, and gone on: they are written where errors are, with
 * their stack traces. Without one, nobody sees them.
 */
final class VerboseLog {
  private final Logger logger = Logger.getLogger("org.mastshell");
  private final Level before = logger.getLevel();
  private final boolean passedOn = logger.getUseParentHandlers();
  private final Handler handler;

  /**
   * Begins to show them, until it is closed.
   *
   * @param err where errors are written
   */
  VerboseLog(PrintWriter err) {
    handler = new Writing(err);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.FINE);
    logger.addHandler(handler);
  }

  /** Shows no more. */
  void close() {
    logger.removeHandler(handler);
    logger.setLevel(before);
    logger.setUseParentHandlers(passedOn);
  }

  /** Writes records with their traces. */
  private static final class Writing extends Handler {
    private final PrintWriter err;

    Writing(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void publish(LogRecord record) {
      err.println(CleanText.oneLine(record.getMessage()));
      if (record.getThrown() != null) {
        ErrorReporter.trace(record.getThrown()).forEach(err::println);
      }
    }

    @Override
    public void flush() {
      err.flush();
    }

    @Override
    public void close() {}
  }
}
