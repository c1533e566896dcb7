package org.mastshell.command;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.KeywordQuery;
import org.mastshell.archive.KeywordSearch;
import org.mastshell.archive.Progress;
import org.mastshell.archive.QueryPlan;
import org.mastshell.archive.RowCount;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Criteria;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.CriterionText;
import org.mastshell.language.OptionSpec;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.PositionFields;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/** Finds files of Webb's instruments by the keywords of their headers. */
public final class KeywordsCommand implements ShellCommand {
  static final String NAME = "keywords";

  private final ArchiveAccess archive;
  private final CriteriaReader criteriaReader;
  private final ServiceWords words;
  private final ServiceGuide guide;
  private final LocalPaths paths;

  /**
   * @param archive whom to ask
   * @param criteriaReader understands criteria
   * @param fields what fields are called elsewhere
   * @param tables the instruments and their keywords
   * @param known values of the common model\'s fields
   * @param paths what file names stand for
   */
  public KeywordsCommand(
      ArchiveAccess archive,
      CriteriaReader criteriaReader,
      Fields fields,
      ServiceFields tables,
      KnownValues known,
      LocalPaths paths) {
    this.archive = archive;
    this.paths = paths;
    this.criteriaReader = criteriaReader;
    this.words = new ServiceWords(SetKind.KEYWORDS, NAME, "instrument", tables, fields, known);
    this.guide = new ServiceGuide(words, NAME, "instrument");
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.FIND,
        "find files of Webb's instruments by the keywords of their headers",
        "[INSTRUMENT] [CRITERION…] [--columns LIST|all] [--count] [--limit N] [--all] [--unmatched FILE] [--fields]",
        """
        The archive keeps the keywords of the headers of Webb's files: readout patterns, subarrays, \
        numbers of groups, detectors, pupils, gratings, effective exposure times and some hundred more. \
        Without a word it lists the instruments; with --fields it lists the keywords that are bundled. \
        Others can come with --columns all.

        A row is a file, with its exact size and the MD5 of its content. products makes the files the \
        current set, without asking again, and download fetches them; observations finds the \
        observations that they belong to.

        What is sent is shown; what the archive cannot be asked (!=, !~, regular expressions, null, \
        true and false) is judged here. More than row_limit rows come only with --all or --limit. \
        There are no positions here: search finds those. Values of a list (filename=@FILE) that no row \
        has are listed, and --unmatched saves them all.\
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
                OptionSpec.valued(
                    Leftovers.OPTION, "FILE", "save what of a list has no result, as CSV"),
                OptionSpec.flag(ServiceGuide.FIELDS, "list the keywords of the instrument"))),
        List.of(
            new Example("keywords", "which instruments"),
            new Example(
                "keywords nircam program=1073 filter=F277W level=2b readpatt=BRIGHT1",
                "calibrated exposures of one filter and readout pattern"),
            new Example(
                "keywords nirspec grating=G395H,PRISM exp_type=NRS_FIXEDSLIT,NRS_IFU level=2b,3 --count",
                "how many of two gratings"),
            new Example(
                "keywords nircam program=1073 filter=F277W level=1b; products; download --dry-run",
                "from keywords to files"),
            new Example("keywords nirspec --fields", "what can be asked")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return guide
        .answer(arguments, UnaryOperator.identity())
        .orElseGet(() -> search(arguments, words.table(arguments), work));
  }

  private CommandResult search(Arguments arguments, ServiceTable table, Work work) {
    refusePosition(arguments);
    words.requireKnown(arguments, table);
    Criteria criteria =
        criteriaReader.of(table, words.others()).read(arguments, SetKind.KEYWORDS, true);
    words.requireCriteria(arguments, criteria);
    Leftovers.requireSense(arguments, ListedValues.are(criteria), false);
    arguments.option(Leftovers.OPTION).map(paths::writable).ifPresent(Leftovers::requireWritable);
    return find(arguments, table, criteria, work);
  }

  private static void refusePosition(Arguments arguments) {
    for (CriterionText criterion : arguments.criteria()) {
      if (PositionFields.contains(criterion.field().text())) {
        throw criterion
            .field()
            .fault(
                arguments.command().line(),
                "keywords knows no positions",
                "search finds what lies there; ra and dec are those of the target");
      }
    }
  }

  private CommandResult find(
      Arguments arguments, ServiceTable table, Criteria criteria, Work work) {
    WantedRows wanted = new WantedRows(words, arguments, paths, work);
    // All columns are those that the archive has, not those that are known here.
    boolean whole = arguments.option("columns").filter("all"::equalsIgnoreCase).isPresent();
    List<String> columns = whole ? List.of() : words.columns(arguments, table);
    KeywordSearch search =
        archive
            .client(work.session().settings())
            .keywords(new KeywordQuery(table, criteria.predicate(), columns));
    QueryPlan plan = search.plan();
    ServiceWords.requireSomethingToSend(plan, criteria, arguments);
    criteria.notes().forEach(note -> work.say("  " + note));
    ServiceWords.echo(plan, List.of()).forEach(work::say);
    return wanted.of(table, criteria, new AskedKeywords(search));
  }

  private record AskedKeywords(KeywordSearch search) implements WantedRows.Asked {
    @Override
    public QueryPlan plan() {
      return search.plan();
    }

    @Override
    public RowCount count(long enough, Cancellation cancellation) {
      return new RowCount(search.count(cancellation), false);
    }

    @Override
    public WantedRows.Came find(int most, Progress progress, Cancellation cancellation) {
      Table rows = search.find(most, progress, cancellation);
      return new WantedRows.Came(rows, rows.size(), List.of());
    }
  }
}
