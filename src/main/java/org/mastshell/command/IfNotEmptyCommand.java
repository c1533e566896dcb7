package org.mastshell.command;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Runs a command if the current set has rows. */
public final class IfNotEmptyCommand implements ShellCommand {
  private final Supplier<InnerLines> lines;

  /**
   * @param lines runs the command
   */
  public IfNotEmptyCommand(Supplier<InnerLines> lines) {
    this.lines = lines;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "if-not-empty",
        List.of(),
        Groups.SCRIPTS,
        "run a command if the current set has rows",
        "COMMAND",
        """
        COMMAND is all that stands behind the name up to a ; or one text in quotes, which may hold \
        several commands.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073 filters=F277W", "twelve observations"),
            new Example("if-not-empty \"products; count\"", "only if there are any")));
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String line =
        InnerCommand.behind(arguments, "if-not-empty needs a command", "if-not-empty download");
    return work.session().requireCurrent().size() > 0
        ? lines.get().runInside(line)
        : CommandResult.done();
  }
}
