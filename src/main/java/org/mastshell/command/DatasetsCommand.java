package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.DatasetQuery;
import org.mastshell.archive.MissionClient;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.SkyCircle;
import org.mastshell.archive.SkyTarget;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Position;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.MissionSearch;
import org.mastshell.vocabulary.NearestWords;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.SetKind;

/** Finds datasets by the search that a mission has of its own. */
public final class DatasetsCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "datasets";

  private static final String COLUMNS = "columns";
  private static final String FIELDS = "fields";
  private static final String ALL = "all";
  private static final double ARC_MINUTES = 60;

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final Fields fields;
  private final MissionFields missions;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called elsewhere
   * @param missions the searches and their columns
   */
  public DatasetsCommand(
      ArchiveAccess archive, CriteriaReader criteriaReader, Fields fields, MissionFields missions) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.fields = fields;
    this.missions = missions;
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

        A position is given as for search, with a radius of at most 30 arcmin. Of a list \
        (coordinates=@targets.csv) every dataset comes once for each target near it, with match_name.\
        """,
        new ArgumentSpec(
            true,
            false,
            true,
            List.of(
                OptionSpec.valued(COLUMNS, "LIST", "more columns, or all"),
                OptionSpec.flag("count", "only count them"),
                OptionSpec.valued("limit", "N", "keep no more than N"),
                OptionSpec.flag(ALL, "fetch them however many there are"),
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
      return missions(arguments);
    }
    MissionSearch search = search(arguments);
    ArchiveClient client = archive.client(work.session().settings());
    if (arguments.has(FIELDS)) {
      return columns(missions.renewed(search, client, work));
    }
    SpareWords.refuse(arguments, 1, "datasets takes the name of one mission");
    MissionSearch known =
        needsWhole(search, arguments) ? missions.whole(search, client, work) : search;
    return find(arguments, known, client, work);
  }

  private CommandResult missions(Arguments arguments) {
    if (!arguments.criteria().isEmpty() || arguments.has(FIELDS)) {
      Word first =
          arguments.criteria().stream()
              .findFirst()
              .map(CriterionText::field)
              .orElse(arguments.command().name());
      throw first.fault(
          arguments.command().line(),
          "of which mission?",
          "the name comes first: datasets hst …    datasets lists the missions");
    }
    AnswerTable table =
        new AnswerTable()
            .text("mission", "the word for datasets")
            .text("title", "")
            .text("datasets", "what is found there");
    missions.all().forEach(search -> table.row(search.name(), search.title(), search.meaning()));
    return CommandResult.done(table.part());
  }

  private static CommandResult columns(MissionSearch search) {
    AnswerTable table =
        new AnswerTable()
            .text("field", "the search's name")
            .text("alias", "other words for it")
            .text("kind", "what its values are")
            .text("unit", "")
            .text("meaning", "")
            .text("example", "a value");
    for (Field field : search.columns()) {
      table.row(
          field.name(),
          String.join(" ", field.aliases()),
          field.kind().name().toLowerCase(Locale.ROOT),
          field.unit(),
          field.meaning(),
          field.example());
    }
    return CommandResult.done(table.part());
  }

  private MissionSearch search(Arguments arguments) {
    Word word = arguments.values().get(0);
    Optional<MissionSearch> found = missions.find(word.text());
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = missions.all().stream().map(MissionSearch::name).toList();
    String near =
        NearestWords.to(word.text(), names).stream()
            .findFirst()
            .map(one -> "did you mean " + one + "? ")
            .orElse("");
    throw word.fault(
            arguments.command().line(),
            "no mission search is called " + word.text(),
            near + "there are " + String.join(", ", names) + "; search finds those of all missions")
        .rightWith(NearestWords.only(word.text(), names));
  }

  // What the archive lists is asked for only where the bundled list does not do.
  private boolean needsWhole(MissionSearch search, Arguments arguments) {
    Fields bundled = search.fields(fields);
    boolean unknown =
        arguments.criteria().stream()
            .map(criterion -> criterion.field().text())
            .anyMatch(
                word ->
                    bundled.find(word, SetKind.DATASETS).isEmpty()
                        && !PositionFields.contains(word));
    return unknown || search.columns().isEmpty() || arguments.has(COLUMNS);
  }

  private CommandResult find(
      Arguments arguments, MissionSearch search, ArchiveClient client, Work work) {
    Fields own = search.fields(fields);
    requireKnown(arguments, search, own);
    Criteria criteria = criteriaReader.by(own).read(arguments, SetKind.DATASETS, true);
    int limit = RowLimits.limit(arguments);
    List<String> columns = columns(arguments, search, own);
    requireSense(arguments, criteria);
    criteria.notes().forEach(note -> work.say("  " + note));
    MissionClient door = client.missions();
    requireSomethingToSend(
        door.plan(query(search, criteria, List.of(), columns)), criteria, arguments);
    List<SkyTarget> targets = targets(criteria, arguments, client, work);
    DatasetQuery query = query(search, criteria, targets, columns);
    QueryPlan plan = door.plan(query);
    echo(plan, query).forEach(work::say);

    int rowLimit = work.session().settings().whole(Setting.ROW_LIMIT);
    boolean exact = plan.judgedHere().equals(Predicate.always());
    if (arguments.has("count")) {
      long count =
          exact ? count(door, query, work) : fetch(door, query, RowLimits.NONE, work).size();
      return CommandResult.done(new Part.Value(Long.toString(count)));
    }
    if (limit == RowLimits.NONE && !arguments.has(ALL)) {
      requireFewerThan(rowLimit, count(door, query, work), work);
    }
    Table fetched = fetch(door, query, limit == RowLimits.NONE ? limit : limit + 1, work);
    Table found = fetched.first(limit);
    WorkingSet set = work.session().addDatasets(found, arguments.command().text());
    List<Part> parts = new ArrayList<>(new DatasetSummary(set).parts());
    if (fetched.size() > limit) {
      parts.add(new Part.LeftOut("  the first " + Counts.text(limit) + " only (--limit)"));
    }
    if (found.isEmpty()) {
      parts.add(
          new Part.Talk(
              "  nothing fits: leave a criterion out, or see what there is with datasets "
                  + search.name()
                  + " … --count"));
    }
    return CommandResult.done(parts);
  }

  private static void requireKnown(Arguments arguments, MissionSearch search, Fields own) {
    for (CriterionText criterion : arguments.criteria()) {
      Word word = criterion.field();
      if (own.find(word.text(), SetKind.DATASETS).isEmpty()
          && !PositionFields.contains(word.text())) {
        List<String> near = own.nearest(word.text(), SetKind.DATASETS);
        String meant = near.isEmpty() ? "" : "did you mean " + String.join(", ", near) + "? ";
        throw word.fault(
                arguments.command().line(),
                search.title() + "'s search has no column " + word.text(),
                meant + "datasets " + search.name() + " --fields lists them all")
            .rightWith(own.meant(word.text(), SetKind.DATASETS));
      }
    }
  }

  private static DatasetQuery query(
      MissionSearch search, Criteria criteria, List<SkyTarget> targets, List<String> columns) {
    double radius =
        criteria.position().map(Position::radiusDegrees).orElse(Position.DEFAULT_RADIUS);
    return new DatasetQuery(search, criteria.predicate(), targets, radius, columns);
  }

  private static List<String> columns(Arguments arguments, MissionSearch search, Fields own) {
    Word option = arguments.options().get(COLUMNS);
    if (option == null) {
      return inOrder(search, search.usual());
    }
    if (option.text().equalsIgnoreCase(ALL)) {
      return search.columns().stream().map(Field::name).toList();
    }
    Set<String> named = new LinkedHashSet<>(search.usual());
    Columns.read(List.of(option), SetKind.DATASETS, own, arguments.command().line()).stream()
        .map(Field::name)
        .forEach(named::add);
    return inOrder(search, named);
  }

  private static List<String> inOrder(MissionSearch search, Set<String> names) {
    return search.columns().stream().map(Field::name).filter(names::contains).toList();
  }

  private static void requireSense(Arguments arguments, Criteria criteria) {
    String line = arguments.command().line();
    if (criteria.isEmpty() && !arguments.has(ALL) && !arguments.has("count")) {
      throw arguments
          .values()
          .get(0)
          .fault(
              line,
              "datasets needs at least one criterion",
              "datasets "
                  + arguments.values().get(0).text()
                  + " program=…    --fields lists what can be asked");
    }
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

  private static void requireSomethingToSend(
      QueryPlan plan, Criteria criteria, Arguments arguments) {
    boolean sends = !plan.unbounded() || criteria.position().isPresent();
    if (!sends && !criteria.isEmpty() && !arguments.has(ALL)) {
      throw new SyntaxException(
          "nothing of this can be asked of the archive: it would have to send everything",
          arguments.command().line(),
          criteria.all().get(0).start(),
          criteria.all().get(criteria.all().size() - 1).end(),
          "add a criterion with =, a range or a wildcard, or --all");
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
    List<String> sent = new ArrayList<>(plan.sent());
    if (!query.targets().isEmpty()) {
      SkyTarget first = query.targets().get(0);
      sent.add(
          query.targets().size() == 1
              ? "position=" + SentEcho.degrees(first.ra()) + "," + SentEcho.degrees(first.dec())
              : Counts.text(query.targets().size()) + " positions");
      sent.add("radius=" + SentEcho.degrees(query.radius() * ARC_MINUTES) + "arcmin");
    }
    List<String> lines = new ArrayList<>();
    if (!sent.isEmpty()) {
      String requests = plan.requests() > 1 ? " (" + plan.requests() + " requests)" : "";
      lines.add("  sent: " + String.join(" ", sent) + requests);
    }
    if (!plan.judgedHereOnly().isEmpty()) {
      lines.add("  judged here: " + String.join(" ", plan.judgedHereOnly()));
    }
    return lines;
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

  private static void requireFewerThan(int limit, long count, Work work) {
    if (count <= limit) {
      return;
    }
    String many = Counts.text(count) + " datasets";
    if (work.console().interactive() && work.console().confirm(many + " match. Fetch them all?")) {
      return;
    }
    throw new CommandException(
        ExitCode.FAILED,
        many + " match, more than row_limit (" + Counts.text(limit) + "); nothing was fetched",
        "add a criterion, or: --limit " + limit + "   --all   --count   set row_limit " + count);
  }
}
