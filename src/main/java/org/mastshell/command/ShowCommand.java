package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.RowSelections;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.ShownColumn;
import org.mastshell.session.Setting;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Shows the rows of the current set. */
public final class ShowCommand implements ShellCommand {
  private final Fields fields;
  private final ColumnChoice choice;

  /**
   * @param fields what columns are called
   */
  public ShowCommand(Fields fields) {
    this.fields = fields;
    this.choice = new ColumnChoice(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "show",
        List.of(),
        Groups.SETS,
        "show rows of the current set",
        "[ROWS] [COLUMN…] [--limit N] [--sort [-]COLUMN] [--all] [--columns all]",
        """
        In a terminal: a table of the columns that fit and the first rows (setting limit), and a line \
        that says what it left out. --all shows every row. Elsewhere, or with --format, every row; \
        data formats carry every column under its archive name with its exact values.

        show 3 shows row 3 as a record with all its columns, show 3-7 just those rows. Columns are \
        named by their archive name or alias; those read from names (suffix, detector, …) work too.\
        """,
        new ArgumentSpec(
            false,
            true,
            true,
            List.of(
                OptionSpec.valued("limit", "N", "show no more than N rows").withShort('n'),
                OptionSpec.valued(
                    "sort", "[-]COLUMN", "in the order of a column, - for descending"),
                OptionSpec.flag("all", "every row"),
                OptionSpec.valued("columns", "all|COLUMN,…", "every column, or these"))),
        List.of(
            new Example("search program=1073 filters=F277W", "first find observations"),
            new Example("show", "the usual columns"),
            new Example("show 1", "one observation with everything"),
            new Example("show obs_id exptime start --sort -exptime --limit 5", "the five longest"),
            new Example("products; show name size level detector", "columns of products")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    String line = arguments.command().line();
    Optional<int[]> chosen =
        arguments.rows().map(rows -> RowSelections.resolve(rows, set.size(), line));
    if (chosen.isPresent() && chosen.get().length == 1 && namesNoColumn(arguments)) {
      return record(set, set.table().select(chosen.get()));
    }
    return chosen
        .map(rows -> table(arguments, work, set, sorted(arguments, set, rows)))
        .orElseGet(() -> all(arguments, work, set));
  }

  private CommandResult all(Arguments arguments, Work work, WorkingSet set) {
    int[] everyRow = IntStream.range(0, set.size()).toArray();
    return table(arguments, work, set, sorted(arguments, set, everyRow));
  }

  private CommandResult record(WorkingSet set, Table row) {
    List<Field> all = choice.all(set);
    return CommandResult.done(new Part.SingleRow(ColumnChoice.withDerived(row, all), shown(all)));
  }

  private CommandResult table(Arguments arguments, Work work, WorkingSet set, int[] rows) {
    ColumnChoice.Chosen chosen = choice.of(arguments, work, set);
    int limit = RowLimits.limit(arguments);
    boolean limited = limit != RowLimits.NONE;
    int most =
        limited || arguments.has("all") ? limit : work.session().settings().whole(Setting.LIMIT);
    return CommandResult.done(
        new Part.Rows(
            ColumnChoice.withDerived(set.table().select(rows), chosen.fields()),
            shown(chosen.fields()),
            chosen.byPerson(),
            most,
            limited,
            RowNumbers.of(rows)));
  }

  private int[] sorted(Arguments arguments, WorkingSet set, int... rows) {
    Word option = arguments.options().get("sort");
    if (option == null) {
      return rows;
    }
    List<SortKey> keys =
        SortKeys.read(List.of(option), set.kind(), fields, arguments.command().line());
    int[] order = RowOrder.rows(set.table().select(rows), keys);
    return IntStream.of(order).map(place -> rows[place]).toArray();
  }

  private static boolean namesNoColumn(Arguments arguments) {
    return arguments.values().isEmpty() && !arguments.has("columns");
  }

  private static List<ShownColumn> shown(List<Field> fields) {
    return fields.stream().map(ColumnLooks::of).toList();
  }
}
