package org.mastshell.command;

import java.nio.file.Path;

/** Runs the lines of a file as if they were typed. */
@FunctionalInterface
public interface Scripts {

  /**
   * Runs a file.
   *
   * @return how it ended; failures were reported with file and line
   * @throws CommandException if there is no such file or it cannot be read
   */
  CommandResult run(Path file);
}
