package org.mastshell.terminal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The history of lines: kept in a file, and without secrets. A file that cannot be used is no
 * reason to stop: the history is then kept in memory.
 */
final class PrivateHistory extends DefaultHistory {
  private final HistoryFile file;
  private final Deque<HistoryFile.Line> unwritten = new ArrayDeque<>();
  private String problem = "";

  PrivateHistory(HistoryFile file) {
    this.file = file;
  }

  Optional<String> problem() {
    return Optional.of(problem).filter(text -> !text.isEmpty());
  }

  @Override
  public void add(Instant time, String typed) {
    boolean afterLogin = false;
    for (String line : LogicalLines.of(typed).lines()) {
      // Who pastes a login together with other lines may have pasted the token as the next one.
      if (!afterLogin && !Secrets.mayHold(line)) {
        super.add(time, line);
      }
      afterLogin |= Secrets.isLogin(line);
    }
  }

  // What JLine decides to keep, once repetitions and lines that begin with a blank are left out.
  @Override
  protected void internalAdd(Instant time, String line) {
    super.internalAdd(time, line);
    unwritten.add(new HistoryFile.Line(time, line));
    try {
      while (!unwritten.isEmpty()) {
        file.append(unwritten.element());
        unwritten.remove();
      }
      problem = "";
    } catch (IOException failure) {
      problem = reason(failure);
    }
  }

  @Override
  public void load() {
    try {
      file.read().forEach(line -> super.internalAdd(line.time(), line.text()));
    } catch (IOException failure) {
      problem = reason(failure);
    }
  }

  /** Does nothing: each line is in the file as soon as it is added. */
  @Override
  public void save() {}

  private String reason(Exception failure) {
    return "the history cannot be kept in "
        + file.path()
        + ": "
        + failure.getClass().getSimpleName().replace("Exception", "")
        + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")");
  }
}
