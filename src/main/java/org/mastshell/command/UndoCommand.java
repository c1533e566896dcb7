package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Goes back to the set that was current before. */
public final class UndoCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "undo",
        List.of(),
        Groups.SETS,
        "go back to the set before",
        "",
        "Sets are kept: redo takes it back.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("search program=1073; products; undo", "the observations again")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return work.session()
        .undo()
        .map(set -> CommandResult.done(SetLine.of(set)))
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.FAILED, "there is nothing to undo", "results lists the sets"));
  }
}
