package org.mastshell.command;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Runs a command if the current set is empty. */
public final class IfEmptyCommand implements ShellCommand {
  private final Supplier<InnerLines> lines;

  /**
   * @param lines runs the command
   */
  public IfEmptyCommand(Supplier<InnerLines> lines) {
    this.lines = lines;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "if-empty",
        List.of(),
        Groups.SCRIPTS,
        "run a command if the current set is empty",
        "COMMAND",
        """
        COMMAND is all that stands behind the name up to a ; or one text in quotes, which may hold \
        several commands. if-empty stop ends a script that has found nothing.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W; filter obsnum=99", "nothing"),
            new Example("if-empty stop \"no such exposures\"", "the script ends here")));
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String line =
        InnerCommand.behind(arguments, "if-empty needs a command", "if-empty stop \"nothing new\"");
    return work.session().requireCurrent().size() == 0
        ? lines.get().runInside(line)
        : CommandResult.done();
  }
}
