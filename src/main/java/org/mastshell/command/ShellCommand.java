package org.mastshell.command;

import org.mastshell.language.Arguments;

/** One command of the shell. */
public interface ShellCommand {

  /** What is known of it without running it. */
  CommandInfo info();

  /**
   * Does it.
   *
   * @param arguments what was typed, taken apart by {@link CommandInfo#arguments()}
   * @param work this run of it
   * @throws CommandException and the exceptions of lower rooms, with the session unchanged
   */
  CommandResult run(Arguments arguments, Work work);
}
