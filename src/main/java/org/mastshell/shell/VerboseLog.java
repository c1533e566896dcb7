package org.mastshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.mastshell.output.CleanText;

/**
 * Shows the faults that the program has borne, and gone on, with their stack traces. Without one,
 * nobody sees them.
 */
final class VerboseLog {
  private final Logger logger = Logger.getLogger("org.mastshell");
  private final Level before = logger.getLevel();
  private final boolean passedOn = logger.getUseParentHandlers();
  private final Handler handler;

  /**
   * Begins to show them, until it is closed.
   *
   * @param say is told the lines of each, on the thread where it happened
   */
  VerboseLog(Consumer<List<String>> say) {
    handler = new Telling(say);
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

  /** Tells records with their traces. */
  private static final class Telling extends Handler {
    private final Consumer<List<String>> say;
    private final Formatter words = new SimpleFormatter();

    Telling(Consumer<List<String>> say) {
      this.say = say;
    }

    @Override
    public void publish(LogRecord record) {
      List<String> lines = new ArrayList<>();
      String message = words.formatMessage(record);
      lines.add(CleanText.oneLine(Objects.requireNonNullElse(message, "a fault")));
      if (record.getThrown() != null) {
        lines.addAll(ErrorReporter.trace(record.getThrown()));
      }
      say.accept(lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
