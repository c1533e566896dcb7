package org.mastshell.command;

/** The headings under which the help lists commands. */
final class Groups {
  static final String FIND = "Find and list";
  static final String SETS = "Work on the current set";
  static final String TAKE = "Take data home";
  static final String ACCOUNT = "Account";
  static final String SCRIPTS = "Scripts and repetition";
  static final String SHELL = "The shell itself";

  private Groups() {}
}
