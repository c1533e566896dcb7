package org.mastshell.terminal;

import java.util.Optional;
import org.jline.reader.History;

/**
 * Looks in the history, while a person types, for the line that holds what is typed, whatever the
 * case: what the key Ctrl-R does.
 */
final class IncrementalSearch {
  private final History history;
  private final StringBuilder term = new StringBuilder();
  private Optional<Found> found = Optional.empty();
  private boolean failing;

  /**
   * A line that was found.
   *
   * @param index in the history
   * @param at where in the line the text begins
   */
  record Found(int index, String line, int at) {}

  IncrementalSearch(History history) {
    this.history = history;
  }

  /** What is looked for. */
  String term() {
    return term.toString();
  }

  /** The line found last; it stays where a longer text is in none. */
  Optional<Found> found() {
    return found;
  }

  /** Whether no further line holds the text. */
  boolean failing() {
    return failing;
  }

  /** Looks for more text: in the line found, then in older ones. */
  void add(String text) {
    term.append(text);
    look(found.map(Found::index).orElse(history.last()), -1, "");
  }

  /** Looks for the text without its last character, from the newest line on. */
  void erase() {
    if (term.length() > 0) {
      term.setLength(term.offsetByCodePoints(term.length(), -1));
      found = Optional.empty();
      look(history.last(), -1, "");
    }
  }

  /** Looks further back, for another line. */
  void older() {
    next(-1);
  }

  /** Looks further on, for another line. */
  void newer() {
    next(1);
  }

  private void next(int direction) {
    found.ifPresent(now -> look(now.index() + direction, direction, now.line()));
  }

  private void look(int start, int direction, String except) {
    failing = term.length() > 0;
    for (int i = start; failing && i >= history.first() && i <= history.last(); i += direction) {
      String line = history.get(i);
      int at = place(line);
      if (at >= 0 && !line.equals(except)) {
        found = Optional.of(new Found(i, line, at));
        failing = false;
      }
    }
  }

  private int place(String line) {
    int at = 0;
    while (at + term.length() <= line.length()) {
      if (line.regionMatches(true, at, term(), 0, term.length())) {
        return at;
      }
      at++;
    }
    return -1;
  }
}
