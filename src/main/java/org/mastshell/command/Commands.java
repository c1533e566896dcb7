package org.mastshell.command;

import org.mastshell.language.Arguments;

/** The commands of the shell, for one that has others do a part of its work. */
public interface Commands {

  /**
   * Takes a command apart.
   *
   * @param command one command as typed, without variables
   * @throws org.mastshell.language.SyntaxException if it makes no sense or there is none of its
   *     name
   */
  Arguments read(String command);

  /**
   * Runs a command; nothing of its answer is shown, and nothing kept on disk.
   *
   * @param arguments that were read here
   * @param work what it works on
   */
  CommandResult run(Arguments arguments, Work work);
}
