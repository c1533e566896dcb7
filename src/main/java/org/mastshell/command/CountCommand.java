package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Part;

/** Says how many rows the current set has. */
public final class CountCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "count",
        List.of(),
        Groups.SETS,
        "print the number of rows",
        "",
        "A bare number on standard output, for scripts.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("search program=1073 filters=F277W; count", "how many observations")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return CommandResult.done(
        new Part.Value(Integer.toString(work.session().requireCurrent().size())));
  }
}
