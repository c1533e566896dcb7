package org.mastshell.command;

import org.mastshell.language.Arguments;

/** One command of the shell. */
public interface ShellCommand {

  /** What is known of it without running it. */
  CommandInfo info();

  /**
   * Whether the words behind its name are commands of their own: options among them are not taken
   * apart, and {@code $NAME} in them is put in only when they run, so that a value never becomes a
   * command.
   */
  default boolean takesCommands() {
    return false;
  }

  /**
   * Does it.
   *
   * @param arguments what was typed, taken apart by {@link CommandInfo#arguments()}
   * @param work this run of it
   * @throws CommandException and the exceptions of lower rooms, with the session unchanged
   */
  CommandResult run(Arguments arguments, Work work);
}
