package org.mastshell.command;

import java.util.Optional;

/**
 * The one command that tries those files of a download again that did not come, and no others.
 *
 * @param command as it is typed, here or anywhere else
 * @param kept whether it goes by a number, so that {@code jobs} shows it
 */
record Retry(String command, boolean kept) {
  private static final String RESUME = "resume ";

  /** A download that is kept: whatever the set and the settings are by then. */
  static Retry ofJob(int number) {
    return new Retry(RESUME + number, true);
  }

  /** A command that does it when it is given once more. */
  static Retry of(String command) {
    return new Retry(command, false);
  }

  /** What forgets a download whose files are not to be had; empty if it is not kept. */
  Optional<String> forgetting() {
    return kept ? Optional.of(command.replace(RESUME, "jobs drop ")) : Optional.empty();
  }

  /** How a person goes on with what was stopped. */
  String goesOn() {
    return command + (kept ? " goes on, jobs shows it" : " goes on with them");
  }
}
