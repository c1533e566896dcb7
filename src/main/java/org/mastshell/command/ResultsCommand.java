package org.mastshell.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/** Lists the sets of the session. */
public final class ResultsCommand implements ShellCommand {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "results",
        List.of("sets"),
        Groups.SETS,
        "list the sets of this session",
        "",
        """
        Each result is kept, drawn under the one from which it was made: use N goes back to set N, \
        undo to the one before; name gives a set a name, drop forgets one.\
        """,
        new ArgumentSpec(false, false, false, List.of()),
        List.of(new Example("search program=1073; products; results", "what there is")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    boolean drawn = work.style().format() == Format.TABLE;
    AnswerTable table =
        new AnswerTable()
            .text("set", "its number, under the set from which it was made")
            .text("name", "that a person gave it")
            .text(drawn ? "" : "current", "where you are")
            .text("kind", "observations or products")
            .whole("rows", "how many")
            .size("size", "of the files")
            .text("made", "when, UTC")
            .text("command", "what made it")
            .text("from", "the sets from which it was made");
    for (Lineage.Branch place : new Lineage(work.session().sets()).branches()) {
      WorkingSet set = place.set();
      table.row(
          (drawn ? place.branch() : "") + set.number(),
          set.name().orElse(null),
          work.session().current().filter(set::equals).isPresent() ? "*" : "",
          set.kind().plural(),
          set.size(),
          size(set),
          (drawn ? SHORT_TIME : TIME).format(set.made()),
          set.command(),
          set.parents().isEmpty() ? null : from(set));
    }
    return table.isEmpty()
        ? CommandResult.done(table.part(), new Part.Talk("no sets yet: search first"))
        : CommandResult.done(table.part());
  }

  private static String from(WorkingSet set) {
    return set.parents().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static Long size(WorkingSet set) {
    return set.kind() == SetKind.PRODUCTS ? ProductSummary.bytes(set.table()) : null;
  }
}
