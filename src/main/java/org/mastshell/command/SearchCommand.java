package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.QueryPlan;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/** Finds observations. */
public final class SearchCommand implements ShellCommand {
  /** Criteria on these fields keep a result small enough to fetch without counting first. */
  private static final Set<String> NARROWING =
      Set.of(
          "proposal_id",
          "proposal_pi",
          "target_name",
          "obs_id",
          "obsid",
          "t_min",
          "t_max",
          "date",
          "t_obs_release");

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final KnownWords known;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param known values, for finding mistyped ones
   */
  public SearchCommand(ArchiveAccess archive, CriteriaReader criteriaReader, KnownWords known) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.known = known;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "search",
        List.of(),
        Groups.FIND,
        "find observations",
        "CRITERION… [--count] [--limit N] [--all] [--exact]",
        """
        Asks the archive for the observations that meet every criterion, and makes them the current \
        set. What is sent is shown; what the archive cannot judge (!=, !~, regular expressions, null) \
        is judged here after the rows have arrived.

        A search that names no program, position, target, id or date is counted first; above the \
        setting row_limit nothing is fetched unless --all or --limit says so.

        A position is object="M 101" or coordinates="10h46m03s -59d52m", with radius=3arcmin (0.2 \
        degrees if not given). instrument_name=NIRCAM also means its modes (NIRCAM/IMAGE, …) unless \
        --exact.\
        """,
        new ArgumentSpec(
            true,
            false,
            false,
            List.of(
                OptionSpec.flag("count", "only count them"),
                OptionSpec.valued("limit", "N", "keep no more than N"),
                OptionSpec.flag("all", "fetch them however many there are"),
                OptionSpec.flag("exact", "an instrument without its modes"))),
        List.of(
            new Example(
                "search mission=JWST program=1073 instrument=NIRCAM filters=F277W",
                "one program, one filter"),
            new Example("search object=\"M 101\" radius=3arcmin", "around a named object"),
            new Example(
                "search mission=HST start=1994..1996 exptime>100s", "by date and exposure time"),
            new Example("search mission=JWST rights=exclusive --count", "only their number")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Criteria criteria =
        criteriaReader.read(arguments, SetKind.OBSERVATIONS, arguments.has("exact"));
    int limit = RowLimits.limit(arguments);
    if (criteria.isEmpty() && !arguments.has("all") && !arguments.has("count")) {
      throw nothingAsked(arguments);
    }
    ArchiveClient client = archive.client(work.session().settings());
    QueryPlan plan = client.plan(criteria.predicate(), criteria.position().isPresent());
    requireSomethingToSend(arguments, criteria, plan);
    criteria.notes().forEach(note -> work.say("  " + note));
    ObservationQuery query = new QueryReader(client, work).query(criteria);
    new SentEcho(plan, query, criteria).lines().forEach(work::say);

    SizedSearch search = new SizedSearch(client, query, plan, work);
    int rowLimit = work.session().settings().whole(Setting.ROW_LIMIT);
    if (arguments.has("count")) {
      return counted(search.count(rowLimit), criteria);
    }
    if (limit == RowLimits.NONE && !arguments.has("all") && !narrow(criteria)) {
      search.requireFewerThan(rowLimit);
    }
    // One more than wanted tells whether there are more.
    Table fetched = search.fetch(limit == RowLimits.NONE ? limit : limit + 1);
    Table found = fetched.first(limit);
    // Asked before the session changes: a failure or Ctrl-C here must leave it as it was.
    List<String> remarks = new ArrayList<>();
    if (fetched.size() > limit) {
      remarks.add(search.leftOut(limit));
    }
    MistypedValues mistyped = known.mistyped(criteria);
    if (found.isEmpty()) {
      remarks.addAll(new EmptySearch(client, query, criteria, mistyped, work).advice());
    } else if (fetched.size() <= limit) {
      remarks.addAll(mistyped.unmatched(criteria, found));
    }
    WorkingSet set = work.session().addFetched(found, arguments.command().text());
    List<Part> parts = new ArrayList<>(new ObservationSummary(set).parts());
    remarks.forEach(line -> parts.add(new Part.Talk(line)));
    boolean complete = fetched.size() <= limit;
    return CommandResult.done(parts)
        .orRather(complete ? mistyped.correction(criteria, found, found) : Optional.empty());
  }

  private CommandResult counted(long count, Criteria criteria) {
    List<Part> parts = new ArrayList<>(List.of(new Part.Value(Long.toString(count))));
    if (count > 0) {
      return CommandResult.done(parts);
    }
    MistypedValues mistyped = known.mistyped(criteria);
    mistyped.questions(criteria).forEach(line -> parts.add(new Part.Talk(line)));
    return CommandResult.done(parts)
        .orRather(mistyped.correction(criteria, Table.empty(), Table.empty()));
  }

  private static boolean narrow(Criteria criteria) {
    return criteria.position().isPresent()
        || criteria.all().stream()
            .filter(criterion -> !criterion.negative())
            .anyMatch(criterion -> NARROWING.contains(criterion.field().name()));
  }

  private static SyntaxException nothingAsked(Arguments arguments) {
    Word name = arguments.command().name();
    return new SyntaxException(
        "search needs at least one criterion",
        arguments.command().line(),
        name.start(),
        name.end(),
        "search mission=JWST program=1073    fields lists what can be asked");
  }

  private static void requireSomethingToSend(
      Arguments arguments, Criteria criteria, QueryPlan plan) {
    boolean sends = !plan.unbounded() || criteria.position().isPresent();
    if (!sends && !criteria.isEmpty() && !arguments.has("all")) {
      throw new SyntaxException(
          "nothing of this can be asked of the archive: it would have to send everything",
          arguments.command().line(),
          criteria.all().get(0).start(),
          criteria.all().get(criteria.all().size() - 1).end(),
          "add a criterion with =, a range or a wildcard (mission=JWST), or --all");
    }
  }
}
