package org.mastshell.command;

import java.util.List;
import java.util.function.Supplier;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Part;

/** Lists the lines typed before. */
public final class HistoryCommand implements ShellCommand {
  private final Supplier<List<String>> lines;

  /**
   * @param lines gives the lines typed, the oldest first
   */
  public HistoryCommand(Supplier<List<String>> lines) {
    this.lines = lines;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "history",
        List.of(),
        Groups.SHELL,
        "list the lines typed before",
        "[--limit N]",
        "The oldest first. Ctrl-R searches them. Lines of scripts are not among them.",
        new ArgumentSpec(
            false, false, false, List.of(OptionSpec.valued("limit", "N", "only the last N"))),
        List.of(new Example("history --limit 10", "the last ten")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<String> all = lines.get();
    int limit = RowLimits.limit(arguments);
    List<String> shown = limit >= all.size() ? all : all.subList(all.size() - limit, all.size());
    return CommandResult.done(shown.stream().<Part>map(Part.Text::new).toList());
  }
}
