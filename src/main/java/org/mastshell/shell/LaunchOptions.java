package org.mastshell.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the program was started with.
 *
 * @param values option names with their last value; a flag's value is empty
 * @param work texts and files to run, in the order given
 */
public record LaunchOptions(Map<String, String> values, List<Script> work) {

  /**
   * Something to run.
   *
   * @param text commands, or the name of a file
   * @param isFile whether it names a file; {@code -} is standard input
   * @param arguments what the lines of the file name {@code $1} and so on
   */
  public record Script(String text, boolean isFile, List<String> arguments) {}

  /** Whether an option was given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of an option, if it was given. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
