package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Ends the shell. */
public final class ExitCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "exit",
        List.of("quit", "q"),
        Groups.SHELL,
        "leave the shell",
        "",
        "In a script, ends it; what stands below is not run. Ctrl-D on an empty line does the same.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("exit", "goodbye")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return CommandResult.leave(ExitCode.DONE);
  }
}
