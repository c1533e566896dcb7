package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Takes an undo back. */
public final class RedoCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "redo",
        List.of(),
        Groups.SETS,
        "take an undo back",
        "",
        "Works until another command makes a set or use goes to one.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("search program=1073; products; undo; redo", "the products again")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return work.session()
        .redo()
        .map(set -> CommandResult.done(SetLine.of(set)))
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED, "there is nothing to redo", "results lists the sets"));
  }
}
