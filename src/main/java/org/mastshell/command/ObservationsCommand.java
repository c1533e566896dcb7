package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.ObservationsReply;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Goes back to the observations of the current products, or finds those of rows of keywords. */
public final class ObservationsCommand implements ShellCommand {
  private static final String ID = "obs_id";

  private final ArchiveAccess archive;

  /**
   * @param archive whom to ask for the observations of files
   */
  public ObservationsCommand(ArchiveAccess archive) {
    this.archive = archive;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "observations",
        List.of(),
        Groups.SETS,
        "go back to the observations or datasets of the current products",
        "",
        """
        Makes the set of observations or datasets current from which the products were listed; where \
        only some of its rows were asked for, it is still the whole set.

        Of rows of keywords it finds the observations that the files belong to, by their names.\
        """,
        new ArgumentSpec(false, false, false, List.of()),
        List.of(
            new Example(
                "search program=1073 filters=F277W; products; observations", "there and back"),
            new Example(
                "keywords nircam program=1073 filter=F277W level=3; observations",
                "from files to their observations")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Optional<WorkingSet> files =
        work.session().current().filter(set -> set.kind() == SetKind.KEYWORDS);
    return files.isPresent()
        ? ofFiles(files.get(), arguments, work)
        : CommandResult.done(SetSummary.parts(work.session().climbToOwners()));
  }

  // Of a program's exposures the archive may list only what was combined of them.
  private static String inCombined(Table files) {
    String program =
        files.size() > 0 && files.has("program") && files.text(0, "program") != null
            ? files.text(0, "program")
            : "…";
    return "  single exposures may be listed under what was combined of them: keywords … level=3,"
        + " or search mission=JWST program="
        + program;
  }

  private CommandResult ofFiles(WorkingSet files, Arguments arguments, Work work) {
    TreeSet<String> names = new TreeSet<>();
    Column cells = files.table().column(Subject.column("filename"));
    IntStream.range(0, files.size())
        .filter(row -> !cells.isMissing(row))
        .forEach(row -> names.add(KeywordProducts.observation(cells.text(row))));
    if (names.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED,
          files.size() == 0
              ? "there is no row of which the observations could be found"
              : "these rows do not say which files they are of",
          "keywords finds files; undo goes back");
    }
    List<Match> wanted = names.stream().<Match>map(Match.Equal::new).toList();
    ObservationQuery query =
        new ObservationQuery(Predicate.where(Subject.column(ID), wanted), Optional.empty());
    work.say("  sent: " + Counts.of(names.size(), "name", "names") + " as " + ID);
    ObservationsReply reply;
    try (Watch watch = work.watch("searching")) {
      reply =
          archive
              .client(work.session().settings())
              .search(query, Integer.MAX_VALUE, watch, work.cancellation());
    }
    WorkingSet set =
        work.session()
            .addQueried(
                SetKind.OBSERVATIONS, reply.complete(), arguments.command().text(), List.of(files));
    List<Part> parts = new ArrayList<>(SetSummary.parts(set));
    Column found = set.table().column(Subject.column(ID));
    IntStream.range(0, set.size())
        .filter(row -> !found.isMissing(row))
        .forEach(row -> names.remove(found.text(row)));
    int missing = names.size();
    if (missing > 0) {
      parts.add(
          new Part.Talk(
              "  of " + Counts.of(missing, "name", "names") + " there is no observation"));
      if (set.size() == 0) {
        parts.add(new Part.Talk(inCombined(files.table())));
      }
    }
    return CommandResult.done(parts);
  }
}
