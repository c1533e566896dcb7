package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.DatasetQuery;
import org.mastshell.archive.MissionClient;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;
import org.mastshell.archive.SkyTarget;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Position;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Finds datasets by the search that a mission has of its own. */
public final class DatasetsCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "datasets";

  private static final String FIELDS = "fields";
  private static final double ARC_MINUTES = 60;

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final ServiceFields missions;
  private final ServiceWords words;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called elsewhere
   * @param missions the searches and their columns
   * @param known values of the common model\'s fields
   */
  public DatasetsCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      ServiceFields missions,
      KnownValues known) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.missions = missions;
    this.words =
        new ServiceWords(SetKind.DATASETS, NAME, "mission search", missions, fields, known);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "find datasets by a mission's own search",
        "[MISSION] [CRITERION…] [--columns LIST|all] [--count] [--limit N] [--all] [--resolver NAME] [--fields]",
        """
        Some missions have a search of their own, which knows their instruments better than search \
        does: exposure types, apertures, readout patterns, subarrays, gratings. Without a word it lists \
        those missions; with --fields it lists the columns of one, as the archive has them today. All \
        columns can be criteria, by their names or by the words that search takes (instrument, program, \
        target, filter, start, exptime, …).

        A dataset is what the mission calls so: an exposure or association of Hubble, a file set of \
        Webb. products lists the files of datasets, and download fetches them.

        The usual columns come, those of the criteria, and those that --columns names; --columns all \
        brings every one. What is sent is shown; what the search cannot be asked (!=, !~, regular \
        expressions, null) is judged here. More than row_limit rows come only with --all or --limit.

        A position is given as for search, with a radius of 12 arcmin unless it is given, and of at \
        most 30 arcmin. Of a list \
        (coordinates=@targets.csv) every dataset comes once for each target near it, with match_name.\
        """,
        new ArgumentSpec(
            true,
            false,
            true,
            List.of(
                ServiceWords.COLUMNS,
                ServiceWords.COUNT,
                ServiceWords.LIMIT,
                ServiceWords.ALL,
                ResolverOption.SPEC,
                OptionSpec.flag(FIELDS, "list the columns of the mission's search"))),
        List.of(
            new Example("datasets", "which missions have such a search"),
            new Example(
                "datasets hst instrument=WFC3 aperture=UVIS* filter=F814W program=16123",
                "exposures of one program, detector and filter"),
            new Example(
                "datasets jwst program=1073 exp_type=NRC_IMAGE readpatt=BRIGHT1 --columns subarray",
                "by exposure type and readout pattern"),
            new Example(
                "datasets hst object=\"M 101\" radius=5arcmin kind=IMAGE", "around a named object"),
            new Example("datasets jwst --fields", "what can be asked of Webb's search")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      if (!arguments.criteria().isEmpty() || arguments.has(FIELDS)) {
        throw words.nameless(arguments);
      }
      return CommandResult.done(words.tables("mission").part());
    }
    ServiceTable search = words.table(arguments);
    ArchiveClient client = archive.client(work.session().settings());
    if (arguments.has(FIELDS)) {
      return CommandResult.done(
          ServiceWords.columns(missions.renewed(search, client, work)).part());
    }
    SpareWords.refuse(arguments, 1, "datasets takes the name of one mission");
    // What the archive lists is asked for only where the bundled list does not do.
    boolean whole =
        words.stranger(arguments, search).isPresent()
            || search.columns().isEmpty()
            || !words.knowsColumns(arguments, search);
    return find(arguments, whole ? missions.whole(search, client, work) : search, client, work);
  }

  private CommandResult find(
      Arguments arguments, ServiceTable search, ArchiveClient client, Work work) {
    words.requireKnown(arguments, search);
    Criteria criteria =
        criteriaReader.of(search, words.others()).read(arguments, SetKind.DATASETS, true);
    int limit = RowLimits.limit(arguments);
    List<String> columns = words.columns(arguments, search);
    requireSense(arguments, criteria);
    criteria.notes().forEach(note -> work.say("  " + note));
    MissionClient door = client.missions();
    ServiceWords.requireSomethingToSend(
        door.plan(query(search, criteria, List.of(), columns)), criteria, arguments);
    List<SkyTarget> targets = targets(criteria, arguments, client, work);
    DatasetQuery query = query(search, criteria, targets, columns);
    QueryPlan plan = door.plan(query);
    echo(plan, query).forEach(work::say);

    int rowLimit = work.session().settings().whole(Setting.ROW_LIMIT);
    if (arguments.has("count")) {
      long count =
          ServiceWords.counted(
              plan,
              () -> count(door, query, work),
              () -> fetch(door, query, RowLimits.NONE, work),
              rowLimit,
              work);
      return CommandResult.done(new Part.Value(Long.toString(count)));
    }
    if (limit == RowLimits.NONE && !arguments.has(ServiceWords.ALL.name())) {
      words.requireFewerThan(rowLimit, count(door, query, work), work);
    }
    Table fetched = fetch(door, query, limit == RowLimits.NONE ? limit : limit + 1, work);
    Table found = fetched.first(limit);
    WorkingSet set =
        SetReferences.in(arguments, work.session()).keep(SetKind.DATASETS, found, work.session());
    List<Part> more =
        fetched.size() > limit
            ? List.of(new Part.LeftOut("  the first " + Counts.text(limit) + " only (--limit)"))
            : List.of();
    return words.result(set, search, criteria, more);
  }

  private static DatasetQuery query(
      ServiceTable search, Criteria criteria, List<SkyTarget> targets, List<String> columns) {
    double radius =
        criteria.position().map(Position::radiusDegrees).orElse(Position.DEFAULT_RADIUS);
    return new DatasetQuery(search, criteria.predicate(), targets, radius, columns);
  }

  private void requireSense(Arguments arguments, Criteria criteria) {
    words.requireCriteria(arguments, criteria);
    String line = arguments.command().line();
    Optional<Position> position = criteria.position();
    boolean named =
        position.filter(Position.Name.class::isInstance).isPresent()
            || position.filter(Position.Names.class::isInstance).isPresent();
    if (!named) {
      ResolverOption.refuse(arguments);
    }
    if (position.filter(one -> one.radiusDegrees() > DatasetQuery.LARGEST_RADIUS).isPresent()) {
      Word word =
          arguments.criteria().stream()
              .filter(one -> one.field().text().equalsIgnoreCase(PositionFields.RADIUS))
              .map(one -> one.values().get(0))
              .findFirst()
              .orElse(arguments.command().name());
      throw word.fault(
          line,
          "a mission search takes a radius of at most "
              + Math.round(DatasetQuery.LARGEST_RADIUS * ARC_MINUTES)
              + " arcmin",
          "radius=30arcmin; search takes larger ones");
    }
  }

  private static List<SkyTarget> targets(
      Criteria criteria, Arguments arguments, ArchiveClient client, Work work) {
    if (criteria.position().isEmpty()) {
      return List.of();
    }
    Position position = criteria.position().get();
    if (TargetSearch.isMany(position)) {
      LocatedTargets located = LocatedTargets.of(position, client, arguments, work);
      if (!located.unknown().isEmpty()) {
        work.say("  no position is known for " + String.join(", ", located.unknown()));
      }
      if (!located.unanswered().isEmpty()) {
        throw new CommandException(
            ExitCode.ARCHIVE,
            "the resolver did not answer for "
                + Counts.of(located.unanswered().size(), "name", "names")
                + ": "
                + located.trouble(),
            "ask again; coordinates=@FILE needs no names");
      }
      return located.targets();
    }
    SkyCircle circle = new QueryReader(client, ResolverOption.of(arguments), work).circle(position);
    return List.of(new SkyTarget("", circle.ra(), circle.dec()));
  }

  private static List<String> echo(QueryPlan plan, DatasetQuery query) {
    List<String> position = new ArrayList<>();
    if (!query.targets().isEmpty()) {
      SkyTarget first = query.targets().get(0);
      position.add(
          query.targets().size() == 1
              ? "position=" + SentEcho.degrees(first.ra()) + "," + SentEcho.degrees(first.dec())
              : Counts.text(query.targets().size()) + " positions");
      position.add("radius=" + SentEcho.degrees(query.radius() * ARC_MINUTES) + "arcmin");
    }
    return ServiceWords.echo(plan, position);
  }

  private static long count(MissionClient door, DatasetQuery query, Work work) {
    try (Watch watch = work.watch("searching")) {
      watch.update(new Progress.Step(0, 0, "datasets", "how many"));
      return door.count(query, work.cancellation());
    }
  }

  private static Table fetch(MissionClient door, DatasetQuery query, int limit, Work work) {
    try (Watch watch = work.watch("searching")) {
      return door.datasets(query, limit, watch, work.cancellation());
    }
  }
}
