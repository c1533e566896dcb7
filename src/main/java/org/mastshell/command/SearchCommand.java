package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ObservationQuery;
import org.mastshell.archive.ObservationsReply;
import org.mastshell.archive.QueryPlan;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
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
  private final Fields fields;
  private final LocalPaths paths;
  private final KnownWords known;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called
   * @param paths what file names stand for
   * @param known values, for finding mistyped ones
   */
  public SearchCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      LocalPaths paths,
      KnownWords known) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.fields = fields;
    this.paths = paths;
    this.known = known;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "search",
        List.of(),
        Groups.FIND,
        "find observations",
        "CRITERION… [--count] [--limit N] [--all] [--exact] [--resolver NAME] [--unmatched FILE] [--partial]",
        """
        Asks the archive for the observations that meet every criterion, and makes them the current \
        set. What is sent is shown; what the archive cannot judge (!=, !~, regular expressions, null) \
        is judged here after the rows have arrived.

        A search that names no program, position, target, id or date is counted first; above the \
        setting row_limit nothing is fetched unless --all or --limit says so.

        A position is object="M 101" or coordinates="10h46m03s -59d52m", with radius=3arcmin (0.2 \
        degrees if not given). instrument_name=NIRCAM also means its modes (NIRCAM/IMAGE, …) unless \
        --exact.

        Many positions are coordinates=@targets.csv or object=@names.txt (help lists). They are matched \
        in batches; the other criteria are judged here. The result has a row for each observation and \
        each target near it, with match_name and distance. Targets without a match are listed, and \
        --unmatched saves them all. Where the archive does not answer for some, the rest is kept, and \
        the command counts as failed (code 3) unless --partial is given.\
        """,
        new ArgumentSpec(
            true,
            false,
            false,
            List.of(
                OptionSpec.flag("count", "only count them"),
                OptionSpec.valued("limit", "N", "keep no more than N"),
                OptionSpec.flag("all", "fetch them however many there are"),
                OptionSpec.flag("exact", "an instrument without its modes"),
                ResolverOption.SPEC,
                OptionSpec.valued(
                    Leftovers.OPTION, "FILE", "save what of a list has no result, as CSV"),
                PartialResult.SPEC)),
        List.of(
            new Example(
                "search mission=JWST program=1073 instrument=NIRCAM filters=F277W",
                "one program, one filter"),
            new Example("search object=\"M 101\" radius=3arcmin", "around a named object"),
            new Example(
                "search coordinates=@docs/targets.csv radius=2arcmin", "around each of a list"),
            new Example(
                "search mission=HST start=1994..1996 exptime>100s", "by date and exposure time"),
            new Example("search mission=JWST rights=exclusive --count", "only their number")));
  }

  @Override
  public CommandResult run(Arguments typed, Work work) {
    DefaultMission mission = new DefaultMission(work.session().settings(), fields);
    if (!mission.concerns(typed)) {
      return search(typed, work);
    }
    Arguments arguments = mission.added(typed, info().arguments());
    work.say("  " + mission.note());
    return search(arguments, work);
  }

  private CommandResult search(Arguments arguments, Work work) {
    Criteria criteria =
        criteriaReader.read(arguments, SetKind.OBSERVATIONS, arguments.has("exact"));
    int limit = RowLimits.limit(arguments);
    SetReferences.in(arguments, work.session());
    SearchChecks checks = new SearchChecks(arguments, criteria);
    checks.requireSense();
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
    ArchiveClient client = archive.client(work.session().settings());
    if (checks.isForTargets()) {
      criteria.notes().forEach(note -> work.say("  " + note));
      return new TargetSearch(client, arguments, criteria, paths, work).run();
    }
    QueryPlan plan = client.plan(criteria.predicate(), criteria.position().isPresent());
    checks.requireSomethingToSend(plan);
    criteria.notes().forEach(note -> work.say("  " + note));
    QueryReader reader = new QueryReader(client, ResolverOption.of(arguments), work);
    ObservationQuery query = reader.query(criteria);
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
    ObservationsReply reply = search.fetch(limit == RowLimits.NONE ? limit : limit + 1);
    Table fetched = reply.observations();
    Table found = fetched.first(limit);
    // Asked before the session changes: a failure or Ctrl-C here must leave it as it was.
    List<String> remarks = new ArrayList<>();
    Optional<String> leftOut =
        fetched.size() > limit ? Optional.of(search.leftOut(limit)) : Optional.empty();
    if (leftOut.isEmpty()) {
      remarks.addAll(leftovers(arguments, criteria, reply, work));
    }
    boolean complete = reply.unanswered().isEmpty();
    MistypedValues mistyped = known.mistyped(criteria);
    if (found.isEmpty() && complete) {
      remarks.addAll(new EmptySearch(client, query, criteria, mistyped, work).advice());
    } else if (fetched.size() <= limit && complete) {
      remarks.addAll(mistyped.unmatched(criteria, found));
    }
    WorkingSet set =
        SetReferences.in(arguments, work.session())
            .keep(SetKind.OBSERVATIONS, found, work.session());
    List<Part> parts = new ArrayList<>(new ObservationSummary(set).parts());
    leftOut.ifPresent(
        line -> {
          parts.add(new Part.LeftOut(line));
          ListedValues.unknown(criteria).ifPresent(parts::add);
        });
    remarks.forEach(line -> parts.add(new Part.Talk(line)));
    if (!complete) {
      String values = Counts.of(reply.unanswered().size(), "value", "values");
      String trouble = "  no answer for " + values + " of a list: " + reply.trouble();
      parts.add(PartialResult.trouble(trouble, arguments));
      parts.add(new Part.Talk(PartialResult.ADVICE));
    }
    boolean whole = complete && fetched.size() <= limit;
    return PartialResult.of(parts, complete, arguments)
        .orRather(whole ? mistyped.correction(criteria, found, found) : Optional.empty());
  }

  // Of a result that was cut short nobody knows what else there would have been.
  private List<String> leftovers(
      Arguments arguments, Criteria criteria, ObservationsReply reply, Work work) {
    List<String> lines = new ArrayList<>();
    Optional<ListedValues> list = ListedValues.in(criteria);
    if (list.isPresent()) {
      Leftovers leftovers = list.get().leftovers(reply);
      Optional<Path> saved = arguments.option(Leftovers.OPTION).map(paths::writable);
      saved.ifPresent(file -> leftovers.save(file, work.style().harmless()));
      lines.addAll(leftovers.lines());
      saved.ifPresent(file -> lines.add("  saved: " + file));
    }
    return lines;
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
}
