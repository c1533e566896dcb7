package org.mastshell.shell;

/** What an option of the program takes, as far as another shell can complete it. */
public enum LaunchValue {
  /** Nothing: the option is a flag. */
  NONE,
  /** A number, an address or another text of which nothing can be known beforehand. */
  FREE,
  /** One of the option's own words. */
  CHOICE,
  /** The name of a file. */
  FILE,
  /** Commands of the shell. */
  COMMANDS,
  /** The name of a kept session. */
  SESSION
}
