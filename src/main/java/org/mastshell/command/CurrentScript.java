package org.mastshell.command;

/** The script whose line runs now. */
public interface CurrentScript {

  /** Whether there is one, or a person typed the line. */
  boolean isThere();

  /** From here on it goes on after a failure, or stops at it, whatever the settings say. */
  void goOnAfterFailures(boolean goesOn);

  /** From here on this line is run after each failure. */
  void afterFailures(String line);
}
