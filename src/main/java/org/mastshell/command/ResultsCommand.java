package org.mastshell.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;

/** Lists the sets of the session. */
public final class ResultsCommand implements ShellCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "results",
        List.of("sets"),
        Groups.SETS,
        "list the sets of this session",
        "",
        "Each result is kept: use N goes back to set N, undo to the one before.",
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("search program=1073; products; results", "what there is")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    AnswerTable table =
        new AnswerTable()
            .whole("set", "its number")
            .text("current", "where you are")
            .text("kind", "observations or products")
            .whole("rows", "how many")
            .whole("from", "the set from which it was made")
            .text("command", "what made it")
            .text("made", "when, UTC");
    for (WorkingSet set : work.session().sets()) {
      table.row(
          set.number(),
          work.session().current().filter(set::equals).isPresent() ? "*" : "",
          set.kind().plural(),
          set.size(),
          set.parent().orElse(null),
          set.command(),
          TIME.format(set.made()));
    }
    return table.isEmpty()
        ? CommandResult.done(table.part(), new Part.Talk("no sets yet: search first"))
        : CommandResult.done(table.part());
  }
}
