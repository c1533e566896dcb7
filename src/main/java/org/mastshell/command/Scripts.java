package org.mastshell.command;

import java.nio.file.Path;
import java.util.List;

/** Runs the lines of a file as if they were typed. */
@FunctionalInterface
public interface Scripts {

  /**
   * Runs a file.
   *
   * @param arguments what its lines name {@code $1} and so on
   * @return how it ended; failures were reported with file and line
   * @throws CommandException if there is no such file or it cannot be read
   */
  CommandResult run(Path file, List<String> arguments);
}
