package org.mastshell.shell;

import java.util.Optional;

/**
 * The line that is probably meant after one that was wrong, to be taken with one key on the next,
 * empty line. Only where a person edits lines at a terminal; a script has none.
 */
final class Corrections {
  private boolean person;
  private Optional<String> line = Optional.empty();

  /** From now on there is a person who can take one. */
  void forPerson() {
    person = true;
  }

  /** Forgets the one there is: another line is run. */
  void forget() {
    line = Optional.empty();
  }

  /**
   * Takes up a line, unless there is one already: what went wrong first is to be put right first.
   *
   * @return whether it is there to be taken now
   */
  boolean offer(String corrected) {
    if (!person || line.isPresent()) {
      return false;
    }
    line = Optional.of(corrected);
    return true;
  }

  /** The line that can be taken. */
  Optional<String> line() {
    return line;
  }
}
