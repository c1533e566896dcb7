package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.Operator;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Position;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Subject;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Matches the positions of a set or of a file with a catalogue, or with observations. */
public final class CrossmatchCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "crossmatch";

  /** The word for what is no catalogue. */
  public static final String OBSERVATIONS = "observations";

  /** How far from each position it looks: another distance than elsewhere if it is not given. */
  public static final Field RADIUS =
      new Field(
          PositionFields.RADIUS,
          List.of(),
          Set.of(SetKind.OBSERVATIONS, SetKind.CATALOG),
          ValueKind.ANGLE,
          "deg",
          "Radius",
          "How far from each position to look; 2 arcsec if it is not given",
          "5arcsec",
          Subject.column(PositionFields.RADIUS));

  static final String NEAREST = "nearest";
  static final String EXACT = "exact";
  private static final String USUAL_RADIUS = "2arcsec";
  private static final List<String> NOWHERE = List.of("\"0 0\"", "\"0 1\"");

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final Fields fields;
  private final LocalPaths paths;
  private final ServiceFields tables;
  private final ServiceWords words;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what columns are called
   * @param tables the catalogues and their columns
   * @param known values of the common model's fields
   * @param paths what file names stand for
   */
  public CrossmatchCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      ServiceFields tables,
      KnownValues known,
      LocalPaths paths) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.fields = fields;
    this.paths = paths;
    this.tables = tables;
    this.words = CatalogCommand.words(tables, fields.ofArchive(), known, NAME);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "match the positions of a set or file with a catalogue or with observations",
        "CATALOGUE [@FILE|@NAME] [radius=2arcsec] [CRITERION…] [--nearest] [--columns LIST|all] [--count] [--limit N] [--all] [--exact] [--resolver NAME] [--unmatched FILE] [--partial]",
        """
        Finds what a catalogue has at each position of the current set: observations, datasets, rows of \
        a catalogue, or a table from a file with columns ra and dec. @FILE takes the positions of a \
        file, @NAME those of another set.

        A row comes for each position and each source within radius (2 arcsec if not given): match_name \
        says to which target it belongs, match_row to which row of the set, and distance how far it is \
        from there, in arcseconds. --nearest keeps the nearest of each. Targets without a match are \
        listed, and --unmatched saves them all.

        The archive matches in batches and takes no criteria, so that they are judged here. It does so \
        with tic, ctl, gaiadr3, gaiadr2, gaiadr1, tgas, hsc and galex, and with observations, whose \
        distance is that to the footprint, 0 inside of it.\
        """,
        new ArgumentSpec(
            true,
            false,
            true,
            List.of(
                OptionSpec.flag(NEAREST, "only the nearest of each position"),
                ServiceWords.COLUMNS,
                ServiceWords.COUNT,
                ServiceWords.LIMIT,
                ServiceWords.ALL,
                OptionSpec.flag(EXACT, "an instrument without its modes"),
                ResolverOption.SPEC,
                OptionSpec.valued(Leftovers.OPTION, "FILE", "save what has no match, as CSV"),
                PartialResult.SPEC)),
        List.of(
            new Example(
                "catalog tic target=\"M 101\" radius=3arcmin; crossmatch gaiadr3 radius=2arcsec",
                "stars of one catalogue in another"),
            new Example(
                "search mission=TESS --limit 5; crossmatch tic --nearest", "who was observed"),
            new Example("crossmatch tic @docs/targets.csv radius=1arcmin Tmag<13", "a list"),
            new Example(
                "crossmatch observations @docs/targets.csv radius=10arcsec mission=HST",
                "what was observed there")));
  }

  /**
   * Whether an option goes with what is matched.
   *
   * @param what a catalogue, or {@link #OBSERVATIONS}
   */
  public static boolean fits(OptionSpec option, String what) {
    return !option.equals(ServiceWords.COLUMNS) || !what.equalsIgnoreCase(OBSERVATIONS);
  }

  @Override
  public CommandResult run(Arguments typed, Work work) {
    if (typed.values().isEmpty()) {
      throw MissingWord.behind(
          typed,
          "crossmatch needs a catalogue, or observations",
          "crossmatch tic radius=2arcsec    catalog lists the catalogues");
    }
    SpareWords.refuse(typed, 2, "crossmatch takes a catalogue, and @FILE or @NAME");
    Optional<ServiceTable> table = table(typed);
    Arguments arguments = withFile(typed);
    Optional<CriterionText> position =
        arguments.criteria().stream().filter(one -> isPlace(one, table.isPresent())).findFirst();
    Criteria criteria = criteria(typed, table);
    Position place = criteria.position().orElseThrow();
    boolean listed = position.isPresent();
    if (listed && !TargetSearch.isMany(place)) {
      throw position
          .get()
          .field()
          .fault(
              arguments.command().line(),
              "crossmatch takes the positions of a set or of a file",
              "around one position: "
                  + (table.isPresent() ? "catalog " + table.get().name() : "search")
                  + " …");
    }
    List<String> columns =
        table.map(one -> words.columns(arguments, one)).orElseGet(() -> noColumns(arguments));
    RowLimits.limit(arguments);
    Leftovers.requireSense(arguments, true, true);
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
    ArchiveClient client = archive.client(work.session().settings());
    TargetSearch search =
        new TargetSearch(client, arguments, criteria, paths, work)
            .in(
                table
                    .map(one -> MatchedRows.of(one, columns))
                    .orElseGet(MatchedRows::observations));
    if (arguments.has(NEAREST)) {
      search = search.nearestAlone();
    }
    if (listed) {
      criteria.notes().forEach(note -> work.say("  " + note));
      return search.run();
    }
    WorkingSet set = work.session().requireCurrent();
    SetTargets targets = SetTargets.of(set, fields);
    criteria.notes().forEach(note -> work.say("  " + note));
    if (!targets.placeless().isEmpty()) {
      work.say("  " + Counts.of(targets.placeless().size(), "row", "rows") + " without a position");
    }
    if (targets.targets().isEmpty()) {
      work.say(
          "  set "
              + set.word()
              + (set.size() == 0 ? " has no rows" : " has no positions")
              + ", so that there are no targets");
    }
    LocatedTargets located = LocatedTargets.located(targets.targets(), targets.placeless());
    return search.from(List.of(set), targets.rows()).run(located, place.radiusDegrees());
  }

  private Optional<ServiceTable> table(Arguments arguments) {
    Word word = arguments.values().get(0);
    if (word.text().equalsIgnoreCase(OBSERVATIONS)) {
      return Optional.empty();
    }
    ServiceTable table = words.table(arguments);
    if (!ArchiveClient.matches(table)) {
      List<String> matching =
          tables.all(SetKind.CATALOG).stream()
              .filter(ArchiveClient::matches)
              .map(ServiceTable::name)
              .toList();
      throw word.fault(
          arguments.command().line(),
          "the archive matches nothing with " + table.name(),
          "it does with " + String.join(", ", matching) + " and " + OBSERVATIONS);
    }
    return Optional.of(table);
  }

  private static boolean isPlace(CriterionText criterion, boolean catalog) {
    return PositionFields.find(
            criterion.field().text(), catalog ? SetKind.CATALOG : SetKind.OBSERVATIONS)
        .filter(field -> !field.name().equals(PositionFields.RADIUS))
        .isPresent();
  }

  // The word behind the catalogue is short for coordinates=@FILE.
  private static Arguments withFile(Arguments typed) {
    if (typed.values().size() < 2) {
      return typed;
    }
    Word file = typed.values().get(1);
    if (!file.text().startsWith("@")) {
      throw file.fault(
          typed.command().line(),
          "positions come from a file or a set, by @",
          "did you mean @" + file.text() + "?");
    }
    Word field = new Word(PositionFields.COORDINATES, file.raw(), file.start(), file.end());
    return with(typed, new CriterionText(field, Operator.EQUAL, List.of(file)));
  }

  private static Arguments with(Arguments arguments, CriterionText more) {
    List<CriterionText> criteria = new ArrayList<>(arguments.criteria());
    criteria.add(more);
    return new Arguments(
        arguments.command(),
        arguments.options(),
        List.copyOf(criteria),
        arguments.rows(),
        arguments.values());
  }

  /** Whether a line names the positions, which else are those of the current set. */
  static boolean isListed(Arguments typed, boolean catalog) {
    return withFile(typed).criteria().stream().anyMatch(one -> isPlace(one, catalog));
  }

  /**
   * What was typed with a position and a radius, as criteria are read. Where the positions are
   * those of the set, places that are nowhere let the radius be read.
   *
   * @param catalog whether sources of a catalogue are looked for, not observations
   */
  static Arguments placed(Arguments typed, boolean catalog) {
    Word name = typed.command().name();
    Arguments arguments = withFile(typed);
    if (!isListed(typed, catalog)) {
      arguments = with(arguments, own(name, PositionFields.COORDINATES, NOWHERE));
    }
    boolean sized =
        arguments.criteria().stream()
            .anyMatch(one -> one.field().text().equalsIgnoreCase(PositionFields.RADIUS));
    return sized
        ? arguments
        : with(arguments, own(name, PositionFields.RADIUS, List.of(USUAL_RADIUS)));
  }

  private Criteria criteria(Arguments typed, Optional<ServiceTable> table) {
    Arguments arguments = placed(typed, table.isPresent());
    if (table.isEmpty()) {
      return criteriaReader.read(arguments, SetKind.OBSERVATIONS, arguments.has(EXACT));
    }
    words.requireKnown(arguments, table.get());
    return criteriaReader.of(table.get(), words.others()).read(arguments, SetKind.CATALOG, true);
  }

  private static CriterionText own(Word at, String field, List<String> values) {
    return new CriterionText(
        new Word(field, field, at.start(), at.end()),
        Operator.EQUAL,
        values.stream()
            .map(value -> new Word(value.replace("\"", ""), value, at.start(), at.end()))
            .toList());
  }

  private static List<String> noColumns(Arguments arguments) {
    Word option = arguments.options().get(ServiceWords.COLUMNS.name());
    if (option != null) {
      throw option.fault(
          arguments.command().line(),
          "observations come with all their columns",
          "show takes the columns to show");
    }
    return List.of();
  }
}
