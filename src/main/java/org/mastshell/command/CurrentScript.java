package org.mastshell.command;

import java.util.Optional;

/** The script whose line runs now. */
public interface CurrentScript {

  /** Whether there is one, or a person typed the line. */
  boolean isThere();

  /** From here on it goes on after a failure, or stops at it, whatever the settings say. */
  void goOnAfterFailures(boolean goesOn);

  /** From here on this line is run after each failure; nothing where there is none. */
  void afterFailures(Optional<String> line);
}
