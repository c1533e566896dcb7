package org.mastshell.command;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Runs a command if the current set is empty, or if it is not. */
public final class ConditionCommand implements ShellCommand {
  private final boolean whenEmpty;
  private final CommandInfo info;
  private final Supplier<InnerLines> lines;

  private ConditionCommand(boolean whenEmpty, CommandInfo info, Supplier<InnerLines> lines) {
    this.whenEmpty = whenEmpty;
    this.info = info;
    this.lines = lines;
  }

  /**
   * The command {@code if-empty}.
   *
   * @param lines runs the command behind it
   */
  public static ConditionCommand ifEmpty(Supplier<InnerLines> lines) {
    return new ConditionCommand(
        true,
        info(
            "if-empty",
            "run a command if the current set is empty",
            " if-empty stop ends a script that has found nothing.",
            new Example("search program=1073 filters=F277W; filter obsnum=99", "nothing"),
            new Example("if-empty stop \"no such exposures\"", "the script ends here")),
        lines);
  }

  /**
   * The command {@code if-not-empty}.
   *
   * @param lines runs the command behind it
   */
  public static ConditionCommand ifNotEmpty(Supplier<InnerLines> lines) {
    return new ConditionCommand(
        false,
        info(
            "if-not-empty",
            "run a command if the current set has rows",
            "",
            new Example("search program=1073 filters=F277W", "twelve observations"),
            new Example("if-not-empty \"products; count\"", "only if there are any")),
        lines);
  }

  private static CommandInfo info(
      String name, String summary, String more, Example first, Example second) {
    return new CommandInfo(
        name,
        List.of(),
        Groups.SCRIPTS,
        summary,
        "COMMAND",
        """
        COMMAND is all that stands behind the name up to a ; or one text in quotes, which may hold \
        several commands.\
        """
            + more,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(first, second));
  }

  @Override
  public CommandInfo info() {
    return info;
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String line =
        InnerCommand.behind(
            arguments, info.name() + " needs a command", info.examples().get(1).line());
    lines.get().requireKnown(line);
    boolean empty = work.session().requireCurrent().size() == 0;
    return empty == whenEmpty ? lines.get().runInside(line) : CommandResult.done();
  }
}
