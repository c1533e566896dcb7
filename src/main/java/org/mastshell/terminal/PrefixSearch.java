package org.mastshell.terminal;

import java.util.Optional;
import org.jline.reader.History;

/**
 * Goes through the lines of the history that begin as the one being typed does, up to the cursor:
 * what the keys Up and Down do. Where nothing is typed these are all lines.
 */
final class PrefixSearch {
  private String typed = "";
  private String prefix = "";
  private String shown = "";
  private boolean walking;

  /** Begins anew, at the end of the history. */
  void reset() {
    walking = false;
  }

  /**
   * The next older line.
   *
   * @param history whose place moves along
   * @param line as it stands now; if it is not the one found last, the search begins with it
   * @return empty if there is none
   */
  Optional<String> older(History history, String line, int cursor) {
    if (!isWalking(line)) {
      typed = line;
      prefix = line.substring(0, cursor);
      history.moveToEnd();
    }
    return step(history, line, -1);
  }

  /** The next newer line, at last the one that was typed; empty if that stands there. */
  Optional<String> newer(History history, String line) {
    if (!isWalking(line)) {
      return Optional.empty();
    }
    Optional<String> found = step(history, line, 1);
    if (found.isPresent()) {
      return found;
    }
    walking = false;
    history.moveToEnd();
    return Optional.of(typed);
  }

  private boolean isWalking(String line) {
    return walking && line.equals(shown);
  }

  private Optional<String> step(History history, String line, int direction) {
    int index = history.index() + direction;
    while (index >= history.first() && index <= history.last()) {
      String found = history.get(index);
      if (found.regionMatches(true, 0, prefix, 0, prefix.length()) && !found.equals(line)) {
        history.moveTo(index);
        shown = found;
        walking = true;
        return Optional.of(found);
      }
      index += direction;
    }
    return Optional.empty();
  }
}
