package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Part;

/** Lists the lines typed before. */
public final class HistoryCommand implements ShellCommand {
  private final LineEditor editor;

  /**
   * @param editor of the person who types
   */
  public HistoryCommand(LineEditor editor) {
    this.editor = editor;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "history",
        List.of(),
        Groups.SHELL,
        "list the lines typed before",
        "[--limit N]",
        """
        The oldest first, each with its number, which edit takes. Ctrl-R searches them. Lines of \
        scripts are not among them, nor lines that begin with a blank or may hold a token.\
        """,
        new ArgumentSpec(
            false, false, false, List.of(OptionSpec.valued("limit", "N", "only the last N"))),
        List.of(new Example("history --limit 10", "the last ten")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<String> all = editor.history();
    int limit = RowLimits.limit(arguments);
    String form = "%" + String.valueOf(all.size()).length() + "d  %s";
    List<Part> shown = new ArrayList<>();
    for (int i = Math.max(0, all.size() - limit); i < all.size(); i++) {
      shown.add(new Part.Text(String.format(Locale.ROOT, form, i + 1, all.get(i))));
    }
    return CommandResult.done(shown);
  }
}
