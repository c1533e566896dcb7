package org.mastshell.shell;

/**
 * Where kept sessions lie, for those who look for their names without starting the program: in this
 * folder of the state folder ({@link Homes#state()}), one file a session, called by its name.
 */
final class SessionFiles {
  /** Below the state folder. */
  static final String FOLDER = "sessions";

  /** What follows the session's name, dot included. */
  static final String EXTENSION = ".db";

  private SessionFiles() {}
}
