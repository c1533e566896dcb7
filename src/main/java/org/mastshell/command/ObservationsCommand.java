package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Goes back to the observations of the current products. */
public final class ObservationsCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "observations",
        List.of(),
        Groups.SETS,
        "go back to the observations or datasets of the current products",
        "",
        "Makes the set of observations or datasets current from which the products were listed; where only some of"
            + " its rows were asked for, it is still the whole set.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; observations", "there and back")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return CommandResult.done(SetSummary.parts(work.session().climbToOwners()));
  }
}
