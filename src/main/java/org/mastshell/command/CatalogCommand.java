package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CatalogQuery;
import org.mastshell.archive.CatalogRows;
import org.mastshell.archive.CatalogSearch;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.RowCount;
import org.mastshell.archive.SkyCircle;
import org.mastshell.archive.TargetsReply;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.Criterion;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Position;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Finds stars and other sources in the archive's catalogues. */
public final class CatalogCommand implements ShellCommand {
  /** Its name, which completion goes by. */
  public static final String NAME = "catalog";

  private static final String AROUND = " coordinates=\"210.8 54.3\" radius=2arcmin";

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final LocalPaths paths;
  private final ServiceWords words;
  private final ServiceGuide guide;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called elsewhere
   * @param tables the catalogues and their columns
   * @param known values of the common model's fields
   * @param paths what file names stand for
   */
  public CatalogCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      ServiceFields tables,
      KnownValues known,
      LocalPaths paths) {
    this.archive = archive;
    this.criteriaReader = criteriaReader;
    this.paths = paths;
    this.words = words(tables, fields, known, NAME);
    this.guide = new ServiceGuide(words, NAME, "catalogue");
  }

  /** The words of a command that asks catalogues. */
  static ServiceWords words(
      ServiceFields tables, Fields fields, KnownValues known, String command) {
    return new ServiceWords(SetKind.CATALOG, command, "catalogue", tables, fields, known);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "find stars and other sources in the archive's catalogues",
        "[CATALOGUE] [CRITERION…] [--columns LIST|all] [--count] [--limit N] [--all] [--resolver NAME] [--unmatched FILE] [--partial] [--fields]",
        """
        The archive keeps catalogues beside its observations: the TESS input catalogue, Gaia, the Hubble \
        source catalogue, Pan-STARRS and others. Without a word it lists them; with --fields it lists the \
        columns of one, all of which can be criteria. A position is given as for search \
        (target="M 101" does for object); its result has the distance in arcseconds and begins with \
        the nearest.

        tic, ctl and diskdetective take criteria without a position, too. The others are asked for what \
        lies around one, and the criteria are judged here; panstarrs takes ranges. hscmatches lists the detections of a \
        MatchID, hscspectra all spectra.

        The usual columns come, those of the criteria, and those that --columns names; --columns all \
        brings every one. More than row_limit rows come only with --all or --limit. Pan-STARRS cannot be \
        asked how many there are: --count fetches the number of every source around the place, in pages \
        of 10,000. All pages of an answer must come within set timeout.

        Around the positions of a list (coordinates=@targets.csv) or of a set (@NAME, @_) the archive \
        matches the catalogue with them, as by crossmatch. Places without a source are listed, and \
        --unmatched saves them all; so it does with values of a list (ID=@ids.txt) that no row has, where \
        no list of places stands beside it. To search what was observed at the stars of a set: search \
        coordinates=@_ radius=5arcsec.\
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
                PartialResult.SPEC,
                OptionSpec.flag(ServiceGuide.FIELDS, "list the columns of the catalogue"))),
        List.of(
            new Example("catalog", "which catalogues"),
            new Example(
                "catalog tic coordinates=\"210.8 54.3\" radius=5arcmin Tmag=..14",
                "stars around a place, down to a magnitude"),
            new Example(
                "catalog gaiadr3 target=\"M 101\" radius=3arcmin parallax>1 ruwe<1.4",
                "around a named object; judged here"),
            new Example("catalog tic Teff=3000..3500 lumclass=DWARF Tmag<12 --count", "how many"),
            new Example(
                "catalog tic target=\"M 101\" radius=5arcmin; search coordinates=@_ radius=5arcsec",
                "what was observed at the stars"),
            new Example("catalog gaiadr3 --fields", "what can be asked")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return guide
        .answer(arguments, UnaryOperator.identity())
        .orElseGet(() -> search(arguments, words.table(arguments), work));
  }

  private CommandResult search(Arguments arguments, ServiceTable table, Work work) {
    words.requireKnown(arguments, table);
    Criteria criteria =
        criteriaReader.of(table, words.others()).read(arguments, SetKind.CATALOG, true);
    List<String> columns = words.columns(arguments, table);
    words.requireCriteria(arguments, criteria);
    boolean places = criteria.position().filter(TargetSearch::isMany).isPresent();
    Leftovers.requireSense(arguments, ListedValues.are(criteria), places);
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
    WantedRows wanted = new WantedRows(words, arguments, paths, work);
    ArchiveClient client = archive.client(work.session().settings());
    if (places) {
      criteria.notes().forEach(note -> work.say("  " + note));
      return near(arguments, table, criteria, columns, client, work);
    }
    CatalogSearch asked =
        client.catalog(new CatalogQuery(table, criteria.predicate(), Optional.empty(), List.of()));
    requireSense(arguments, table, criteria, asked);
    criteria.notes().forEach(note -> work.say("  " + note));
    Optional<SkyCircle> circle =
        criteria
            .position()
            .map(
                position ->
                    new QueryReader(client, ResolverOption.of(arguments), work).circle(position));
    CatalogQuery query = new CatalogQuery(table, criteria.predicate(), circle, columns);
    CatalogSearch search = client.catalog(query);
    ServiceWords.echo(search.plan(), place(query)).forEach(work::say);
    return wanted.of(table, criteria, new AskedCatalog(search, circle.isPresent()));
  }

  private CommandResult near(
      Arguments arguments,
      ServiceTable table,
      Criteria criteria,
      List<String> columns,
      ArchiveClient client,
      Work work) {
    if (!ArchiveClient.matches(table)) {
      throw arguments
          .values()
          .get(0)
          .fault(
              arguments.command().line(),
              table.name() + " takes one position at a time",
              "catalog " + table.name() + AROUND);
    }
    MatchedRows rows = MatchedRows.of(table, columns);
    return new TargetSearch(client, arguments, criteria, paths, work).in(rows).run();
  }

  private static void requireSense(
      Arguments arguments, ServiceTable table, Criteria criteria, CatalogSearch search) {
    String line = arguments.command().line();
    Word name = arguments.values().get(0);
    Optional<Position> position = criteria.position();
    if (position.isEmpty() && search.needsPosition()) {
      throw name.fault(
          line, table.name() + " is asked around a position", "catalog " + table.name() + AROUND);
    }
    if (position.isPresent() && !search.takesPosition()) {
      throw name.fault(
          line,
          table.name() + " is not asked around a position",
          "filter looks for what lies where: catalog " + table.name() + " --fields");
    }
    search
        .missingKey()
        .ifPresent(
            key -> {
              throw name.fault(
                  line,
                  table.name() + " is asked for values of " + key,
                  "catalog " + table.name() + " " + key + "=…    catalog hsc finds some");
            });
    if (position.filter(Position.Name.class::isInstance).isEmpty()) {
      ResolverOption.refuse(arguments);
    }
    if (position.isEmpty()) {
      criteria.all().stream()
          .filter(one -> one.field().name().equals(TargetsReply.DISTANCE))
          .findFirst()
          .ifPresent(one -> refuseDistance(line, one));
    }
    ServiceWords.requireSomethingToSend(search.plan(), criteria, arguments);
  }

  private static void refuseDistance(String line, Criterion criterion) {
    throw new SyntaxException(
        "a distance needs a position to be measured from",
        line,
        criterion.start(),
        criterion.end(),
        "add target=\"M 101\" or coordinates=\"210.8 54.3\"");
  }

  /**
   * A question to a catalogue.
   *
   * @param isAround whether it is asked around a position
   */
  private record AskedCatalog(CatalogSearch search, boolean isAround) implements WantedRows.Asked {
    @Override
    public QueryPlan plan() {
      return search.plan();
    }

    @Override
    public RowCount count(long enough, Cancellation cancellation) {
      return search.count(enough, cancellation);
    }

    @Override
    public WantedRows.Came find(int most, Progress progress, Cancellation cancellation) {
      CatalogRows came = search.find(most, progress, cancellation);
      return new WantedRows.Came(came.rows(), came.had(), List.of());
    }

    // By what the archive had: criteria that are judged here leave fewer.
    @Override
    public Optional<Part> remark(long had) {
      return search
          .most()
          .filter(most -> had >= most)
          .map(
              most ->
                  new Part.LeftOut(
                      "  the archive gives no more than "
                          + Counts.text(most)
                          + " rows of this catalogue: a smaller radius shows whether there are"
                          + " others"));
    }
  }

  private static List<String> place(CatalogQuery query) {
    return query.circle().stream()
        .map(
            circle ->
                "position="
                    + SentEcho.degrees(circle.ra())
                    + ","
                    + SentEcho.degrees(circle.dec())
                    + " radius="
                    + SentEcho.degrees(circle.radius())
                    + "deg")
        .toList();
  }
}
