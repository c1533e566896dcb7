package org.mastshell.terminal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.jline.reader.impl.history.DefaultHistory;
import org.mastshell.language.Secrets;

/**
 * The history of lines: kept in a file, and without secrets. A file that cannot be used is no
 * reason to stop: the history is then kept in memory.
 */
final class PrivateHistory extends DefaultHistory {
  private final HistoryFile file;
  private final Deque<HistoryFile.Line> unwritten = new ArrayDeque<>();
  private final Set<String> wrong = new HashSet<>();
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

  /** Takes note of whether a line was wrong. */
  void ran(String line, boolean wasWrong) {
    if (!wasWrong) {
      wrong.remove(line.strip());
    } else if (!Secrets.mayHold(line)) {
      wrong.add(line.strip());
    }
  }

  /** Goes on in the place of another one, with what is known of its lines. */
  void takeOver(PrivateHistory before) {
    wrong.addAll(before.wrong);
  }

  // On the way back JLine looks for a line to suggest, and one that was wrong would be again.
  @Override
  public Iterator<Entry> reverseIterator(int index) {
    Spliterator<Entry> back =
        Spliterators.spliteratorUnknownSize(super.reverseIterator(index), Spliterator.ORDERED);
    return StreamSupport.stream(back, false)
        .filter(entry -> !wrong.contains(entry.line().strip()))
        .iterator();
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
