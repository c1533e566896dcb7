package org.mastshell.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CriteriaReader;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.output.ShownColumn;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Citations;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Shows the rows of the current set. */
public final class ShowCommand implements ShellCommand {
  private static final String OUTPUT = "output";
  private static final String FORCE = "force";
  // The heading, the line below, which may need two, and the next prompt.
  private static final int OTHER_LINES = 4;
  private static final int LEAST_ROWS = 5;

  private final ColumnChoice choice;
  private final AskedColumns asked;
  private final RowChoice rowChoice;
  private final TableExport files;

  /**
   * @param fields what columns are called
   * @param criteriaReader understands criteria
   * @param paths what file names stand for
   * @param version of this shell
   * @param origins tells whether rows are an archive's
   */
  public ShowCommand(
      Fields fields,
      CriteriaReader criteriaReader,
      LocalPaths paths,
      String version,
      Origins origins) {
    this.files = new TableExport(paths, version, fields, origins);
    this.choice = new ColumnChoice(fields);
    this.asked = new AskedColumns(fields);
    this.rowChoice = new RowChoice(fields, criteriaReader);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "show",
        List.of(),
        Groups.SETS,
        "show rows of the current set",
        "[ROWS] [COLUMN…] [[--where] CRITERION…] [--limit N] [--sort [-]COLUMN] [--all]"
            + " [--columns all] [--format FORMAT] [--safe-csv] [--output FILE]",
        """
        In a terminal: a table of the columns that fit and the first rows (setting limit; as long as \
        that is not set, no more than the screen holds), and a line that says what it left out. \
        What rows are sorted or chosen by stands beside their \
        name. Where there is no room for all, columns that are the same in all rows give way. --all shows every row. Elsewhere, or with --format, every row; \
        data formats carry every column under its archive name with its exact values.

        show 3 shows row 3 as a record with all its columns and links, show 3-7 just those rows. Columns are \
        named by their archive name or alias; those read from names (suffix, detector, …) work too.

        Criteria choose among the rows as in filter, but the set stays as it is. --output writes what \
        would be shown to a file, as export does: every column, or those that are named. --safe-csv \
        keeps texts in CSV and TSV from being taken for formulas, as in export.\
        """,
        new ArgumentSpec(
            true,
            true,
            true,
            List.of(
                OptionSpec.valued("limit", "N", "show no more than N rows").withShort('n'),
                RowChoice.SORT,
                RowChoice.WHERE,
                OptionSpec.flag("all", "every row"),
                OptionSpec.valued("columns", "all|COLUMN,…", "every column, or these"),
                FormatOption.SPEC,
                OptionSpec.valued(OUTPUT, "FILE", "into a file, as what its name says")
                    .withShort('o'),
                TableExport.SAFE,
                OptionSpec.flag(FORCE, "replace a file that is there"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("show", "the usual columns"),
            new Example("show 1", "one observation with everything"),
            new Example("show obs_id exptime start --sort -exptime --limit 5", "the five longest"),
            new Example("show --where exptime>20min --sort -exptime", "the long ones"),
            new Example("products; show name size level detector", "columns of products")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Word output = arguments.options().get(OUTPUT);
    if (output != null) {
      return saved(arguments, work, output);
    }
    if (arguments.has(FORCE)) {
      throw arguments
          .options()
          .get(FORCE)
          .fault(arguments.command().line(), "--force is for --output", "leave it out");
    }
    if (arguments.has(TableExport.SAFE_CSV)) {
      Format format = FormatOption.read(arguments).orElse(work.style().format());
      TableExport.requireSpreadsheet(arguments, format.isForSpreadsheets());
      return answer(arguments, work.in(format)).withoutFormulas(format);
    }
    return FormatOption.answer(arguments, work, within -> answer(arguments, within));
  }

  private CommandResult answer(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    Optional<int[]> named =
        arguments
            .rows()
            .map(rows -> RowSelections.resolve(rows, set.size(), arguments.command().line()));
    return named
        .filter(rows -> isRecord(arguments, rows))
        .map(rows -> record(work, set, rows[0]))
        .orElseGet(() -> table(arguments, work, set));
  }

  private CommandResult saved(Arguments arguments, Work work, Word output) {
    TableExport.Target target = files.target(output, arguments);
    WorkingSet set = work.session().requireCurrent();
    RowChoice.Chosen rows = rowChoice.of(arguments, work, set);
    List<Field> columns = choice.of(arguments, work.in(Format.CSV), set).fields();
    Table first = rows.table().first(RowLimits.limit(arguments));
    String selection = RowChoice.words(arguments);
    if (first.size() < rows.table().size()) {
      selection += (selection.isEmpty() ? "" : ", ") + "the first " + first.size();
    }
    return files.write(target, set, first, columns, selection, work);
  }

  // Data formats have the columns of the set, so that records and tables can be put together;
  // the links of a row are those of open ROW --links.
  private CommandResult record(Work work, WorkingSet set, int row) {
    List<Field> all = choice.all(set);
    Part.SingleRow record =
        new Part.SingleRow(ColumnChoice.withDerived(set.table().select(row), all), shown(all));
    if (work.style().format() != Format.TABLE) {
      return CommandResult.done(record);
    }
    List<RowLinks.Link> links =
        new RowLinks(URI.create(set.server()), Citations.bundled()).of(set, row);
    List<Part> parts = new ArrayList<>(List.of(new LinkColumns(links).behind(record)));
    if (links.stream().anyMatch(link -> link.target() == RowLinks.Target.PORTAL)) {
      parts.add(new Part.Talk("open " + (row + 1) + " opens it in the archive's Portal"));
    }
    return CommandResult.done(parts);
  }

  private CommandResult table(Arguments arguments, Work work, WorkingSet set) {
    RowChoice.Chosen rows = rowChoice.of(arguments, work, set);
    ColumnChoice.Chosen chosen = choice.of(arguments, work, set);
    int limit = RowLimits.limit(arguments);
    boolean limited = limit != RowLimits.NONE;
    int most = limited || arguments.has("all") ? limit : usualLimit(work);
    boolean ours =
        !chosen.byPerson()
            && work.style().format() == Format.TABLE
            && work.console().outIsTerminal()
            && ColumnChoice.isOurs(work.session().settings(), set);
    List<Field> columns = chosen.fields();
    List<Field> wanted = ours ? asked.of(arguments, set, work.session()) : List.of();
    Table table =
        ColumnChoice.withDerived(
            rows.table(), Stream.concat(columns.stream(), wanted.stream()).distinct().toList());
    return CommandResult.done(
        new Part.Rows(
            table,
            ours ? new ScreenColumns(table, columns, wanted).of(choice.all(set)) : shown(columns),
            chosen.byPerson(),
            most,
            limited,
            rows.numbers()));
  }

  // A screen full, where a person sits at it and has not said how many: a pager for the last two
  // rows would only be in the way.
  private static int usualLimit(Work work) {
    Settings settings = work.session().settings();
    int limit = settings.whole(Setting.LIMIT);
    int room = work.console().height() - OTHER_LINES;
    boolean fits = work.console().interactive() && work.console().outIsTerminal();
    return fits && settings.isStandard(Setting.LIMIT)
        ? Math.min(limit, Math.max(LEAST_ROWS, room))
        : limit;
  }

  private static boolean isRecord(Arguments arguments, int... rows) {
    return rows.length == 1
        && arguments.values().isEmpty()
        && arguments.criteria().isEmpty()
        && !arguments.has("columns");
  }

  private static List<ShownColumn> shown(List<Field> fields) {
    return fields.stream().map(ColumnLooks::of).toList();
  }
}
