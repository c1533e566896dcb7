package org.mastshell.command;

import org.mastshell.archive.ArchiveException;

/** How a command, a script or the program ends. */
public enum ExitCode {
  /** Done; an empty result is a result. */
  DONE(0),
  /** A command failed. */
  FAILED(1),
  /** An unknown command, option, field or word, a bad value, a missing script, bad settings. */
  USAGE(2),
  /** The archive could not be reached or answered with a fault. */
  ARCHIVE(3),
  /** A login is needed or was refused. */
  LOGIN(4),
  /** Some downloads failed. */
  DOWNLOADS(5),
  /** Interrupted. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** How a command ends that the archive did not let get on. */
  public static ExitCode of(ArchiveException.Kind kind) {
    return switch (kind) {
      case LOGIN -> LOGIN;
      case QUESTION, GONE -> FAILED;
      case UNREACHABLE, FAULT, TIMEOUT -> ARCHIVE;
    };
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
