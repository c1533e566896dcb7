package org.mastshell.command;

import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Goes to any set of the session. */
public final class UseCommand implements ShellCommand {

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "use",
        List.of(),
        Groups.SETS,
        "go to a set by its number or name",
        "SET",
        "The number is the one that results lists and summaries end with.",
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("search program=1073; products; use 1", "back to the observations")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().size() != 1) {
      Word name = arguments.command().name();
      throw new SyntaxException(
          "use needs the number or the name of one set",
          arguments.command().line(),
          name.start(),
          name.end(),
          "use 1    results lists them");
    }
    return CommandResult.done(SetLine.of(work.session().use(arguments.values().get(0).text())));
  }
}
