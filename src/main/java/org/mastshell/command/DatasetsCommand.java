package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.DatasetQuery;
import org.mastshell.archive.DatasetsReply;
import org.mastshell.archive.MissionClient;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.RowCount;
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

  private static final double ARC_MINUTES = 60;

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final ServiceFields missions;
  private final ServiceWords words;
  private final ServiceGuide guide;
  private final LocalPaths paths;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called elsewhere
   * @param missions the searches and their columns
   * @param known values of the common model\'s fields
   * @param paths what file names stand for
   */
  public DatasetsCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      ServiceFields missions,
      KnownValues known,
      LocalPaths paths) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.missions = missions;
    this.paths = paths;
    this.words =
        new ServiceWords(SetKind.DATASETS, NAME, "mission search", missions, fields, known);
    this.guide = new ServiceGuide(words, NAME, "mission");
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "find datasets by a mission's own search",
        "[MISSION] [CRITERION…] [--columns LIST|all] [--count] [--limit N] [--all] [--resolver NAME] [--unmatched FILE] [--fields]",
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
        (coordinates=@targets.csv) every dataset comes once for each target near it, with match_name; targets without a dataset \
        are listed, and --unmatched saves them all. So are values of a list (target=@FILE).\
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
                OptionSpec.valued(
                    Leftovers.OPTION, "FILE", "save what of a list has no result, as CSV"),
                OptionSpec.flag(ServiceGuide.FIELDS, "list the columns of the mission's search"))),
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
    return guide
        .answer(arguments, search -> missions.renewed(search, client(work), work))
        .orElseGet(() -> search(arguments, words.table(arguments), client(work), work));
  }

  private ArchiveClient client(Work work) {
    return archive.client(work.session().settings());
  }

  private CommandResult search(
      Arguments arguments, ServiceTable search, ArchiveClient client, Work work) {
    // What the archive lists is asked for only where the bundled list does not do.
    ServiceTable bundled = missions.bundled(search);
    boolean whole =
        words.stranger(arguments, bundled).isPresent()
            || bundled.columns().isEmpty()
            || !words.knowsColumns(arguments, bundled);
    return find(arguments, whole ? missions.whole(search, client, work) : search, client, work);
  }

  private CommandResult find(
      Arguments arguments, ServiceTable search, ArchiveClient client, Work work) {
    words.requireKnown(arguments, search);
    Criteria criteria =
        criteriaReader.of(search, words.others()).read(arguments, SetKind.DATASETS, true);
    WantedRows wanted = new WantedRows(words, arguments, paths, work);
    List<String> columns = words.columns(arguments, search);
    requireSense(arguments, criteria);
    criteria.notes().forEach(note -> work.say("  " + note));
    MissionClient door = client.missions();
    ServiceWords.requireSomethingToSend(
        door.plan(query(search, criteria, List.of(), columns)), criteria, arguments);
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
    Optional<LocatedTargets> located = located(criteria, arguments, client, work);
    List<SkyTarget> targets =
        located
            .map(LocatedTargets::targets)
            .orElseGet(() -> targets(criteria, arguments, client, work));
    if (criteria.position().isPresent() && targets.isEmpty()) {
      located.ifPresent(list -> leftovers(List.of(), list, arguments, work));
      return nothing(arguments, work);
    }
    DatasetQuery query = query(search, criteria, targets, columns);
    AskedMission asked =
        new AskedMission(
            door,
            query,
            without ->
                located.map(list -> leftovers(without, list, arguments, work)).orElse(List.of()));
    echo(asked.plan(), query).forEach(work::say);
    return wanted.of(search, criteria, asked);
  }

  private List<Part> leftovers(
      List<SkyTarget> unmatched, LocatedTargets list, Arguments arguments, Work work) {
    return TargetLeftovers.told(TargetLeftovers.of(list, unmatched), arguments, paths, work)
        .stream()
        .<Part>map(Part.Talk::new)
        .toList();
  }

  // Without a position the archive would be asked for the whole sky.
  private static CommandResult nothing(Arguments arguments, Work work) {
    if (arguments.has("count")) {
      return CommandResult.done(new Part.Value("0"));
    }
    return CommandResult.done(
        SetSummary.parts(
            SetReferences.in(arguments, work.session())
                .keep(SetKind.DATASETS, Table.empty(), work.session())));
  }

  private static DatasetQuery query(
      ServiceTable search, Criteria criteria, List<SkyTarget> targets, List<String> columns) {
    double radius =
        criteria.position().map(Position::radiusDegrees).orElse(Position.DEFAULT_RADIUS);
    return new DatasetQuery(search, criteria.predicate(), targets, radius, columns);
  }

  private void requireSense(Arguments arguments, Criteria criteria) {
    words.requireCriteria(arguments, criteria);
    Leftovers.requireSense(arguments, ListedValues.are(criteria), false);
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
    SkyCircle circle =
        new QueryReader(client, ResolverOption.of(arguments), work)
            .circle(criteria.position().get());
    return List.of(new SkyTarget("", circle.ra(), circle.dec()));
  }

  private static Optional<LocatedTargets> located(
      Criteria criteria, Arguments arguments, ArchiveClient client, Work work) {
    Optional<Position> list = criteria.position().filter(TargetSearch::isMany);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    LocatedTargets located = LocatedTargets.of(list.get(), client, arguments, work);
    if (!located.unanswered().isEmpty()) {
      throw new CommandException(
          ExitCode.ARCHIVE,
          "the resolver did not answer for "
              + Counts.of(located.unanswered().size(), "name", "names")
              + ": "
              + located.trouble(),
          "ask again; coordinates=@FILE needs no names");
    }
    return Optional.of(located);
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

  /**
   * A question to a mission's search.
   *
   * @param leftovers tells of a list's targets without a row
   */
  private record AskedMission(
      MissionClient door, DatasetQuery query, Function<List<SkyTarget>, List<Part>> leftovers)
      implements WantedRows.Asked {
    @Override
    public QueryPlan plan() {
      return door.plan(query);
    }

    @Override
    public RowCount count(long enough, Cancellation cancellation) {
      return new RowCount(door.count(query, cancellation), false);
    }

    @Override
    public WantedRows.Came find(int most, Progress progress, Cancellation cancellation) {
      DatasetsReply reply = door.datasets(query, most, progress, cancellation);
      return new WantedRows.Came(
          reply.rows(), reply.rows().size(), reply.without().orElse(List.of()));
    }

    @Override
    public Optional<Part> number(long rows) {
      return query.targets().size() > 1 && rows > 0
          ? Optional.of(
              new Part.Talk("  rows, one for each dataset and each target that it is near"))
          : Optional.empty();
    }

    @Override
    public List<Part> afterwards(WantedRows.Came came) {
      return leftovers.apply(came.without());
    }
  }
}
