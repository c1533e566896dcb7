package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.ShownColumn;
import org.mastshell.output.ShownValue;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.Grouping;
import org.mastshell.table.IntegerColumn;
import org.mastshell.table.RowOrder;
import org.mastshell.table.SortKey;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TextColumn;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Counts and adds up the rows of the current set by combinations of values. */
public final class GroupCommand implements ShellCommand {
  private static final String ROWS = "rows";
  private static final String SUM = "sum_";

  private final Fields fields;

  /**
   * @param fields what columns are called
   */
  public GroupCommand(Fields fields) {
    this.fields = fields;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "group",
        List.of(),
        Groups.SETS,
        "count and add up by combinations of values",
        "COLUMN… [--sum COLUMN,…] [--sort [-]COLUMN] [--limit N] [--format FORMAT]",
        """
        One line for each combination of values that occurs, with its number of rows and the sums \
        of the columns behind --sum (several between commas), the most rows first. --sort takes one \
        of the columns of the answer: a column of the set, rows, or sum_size and its like. Lists \
        between semicolons are taken as they stand; facets counts their parts. A sum is that of \
        the rows with a number.\
        """,
        new ArgumentSpec(
            false,
            false,
            true,
            List.of(
                OptionSpec.valued("sum", "COLUMN,…", "add up these columns of numbers"),
                OptionSpec.valued(
                    "sort", "[-]COLUMN", "in the order of a column, - for descending"),
                OptionSpec.valued("limit", "N", "no more than N lines").withShort('n'),
                FormatOption.SPEC)),
        List.of(
            new Example(
                "search program=1073; group instrument filters --sum exptime",
                "exposure by filter"),
            new Example("products; group suffix level --sum size", "files and bytes"),
            new Example(
                "group detector --sum size --sort -sum_size --limit 5", "the largest five")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    return FormatOption.answer(arguments, work, within -> answer(arguments, within));
  }

  private CommandResult answer(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    String line = arguments.command().line();
    int limit = RowLimits.limit(arguments);
    List<Field> by =
        Columns.read(arguments.values(), set.kind(), fields, line).stream().distinct().toList();
    if (by.isEmpty()) {
      throw MissingWord.behind(
          arguments,
          "group needs a column",
          "group instrument filters    facets counts one by one");
    }
    List<Field> added = added(arguments, set);
    Grouping grouping = Grouping.of(set.table(), by.stream().map(Field::subject).toList());
    List<ShownColumn> columns = new ArrayList<>();
    Table table = table(set.table(), grouping, by, added, columns);
    int[] order = order(arguments, table, by.size(), line);
    int shown = Math.min(limit, order.length);
    Table sorted = table.select(Arrays.copyOf(order, shown));
    boolean drawn = work.style().format() == Format.TABLE;
    Table answer = drawn ? withNull(sorted) : sorted;
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Rows(answer, columns, true, Math.max(1, shown), false, RowNumbers.none()));
    parts.add(new Part.Talk(totals(set, grouping, added, shown)));
    return CommandResult.done(parts);
  }

  private List<Field> added(Arguments arguments, WorkingSet set) {
    Word option = arguments.options().get("sum");
    if (option == null) {
      return List.of();
    }
    String line = arguments.command().line();
    List<Field> added =
        Columns.read(List.of(option), set.kind(), fields, line).stream().distinct().toList();
    for (Field field : added) {
      boolean numbers =
          field.kind() == ValueKind.INTEGER
              || field.kind() == ValueKind.DECIMAL
              || field.kind() == ValueKind.DURATION
              || field.kind() == ValueKind.SIZE;
      if (!numbers && !isUnknownNumber(field, set)) {
        throw option.fault(
            line,
            "the sum of " + field.name() + " has no meaning",
            "add up sizes or times, as in --sum size or --sum exptime");
      }
    }
    return added;
  }

  private static boolean isUnknownNumber(Field field, WorkingSet set) {
    return field.kind() == ValueKind.TEXT && set.table().column(field.subject()).type().isNumeric();
  }

  private static Table table(
      Table rows, Grouping grouping, List<Field> by, List<Field> added, List<ShownColumn> columns) {
    int[] firsts = IntStream.range(0, grouping.size()).map(grouping::first).toArray();
    List<String> names = new ArrayList<>();
    List<Column> cells = new ArrayList<>();
    for (Field field : by) {
      names.add(field.name());
      cells.add(rows.column(field.subject()).select(firsts));
      columns.add(ColumnLooks.of(field));
    }
    String rowsName = free(ROWS, names);
    names.add(rowsName);
    cells.add(
        IntegerColumn.of(IntStream.range(0, grouping.size()).mapToLong(grouping::count).toArray()));
    columns.add(new ShownColumn(rowsName, rowsName, "", Look.NUMBER, "rows with this combination"));
    for (Field field : added) {
      ShownColumn shown = ColumnLooks.of(field);
      String sumName = free(SUM + field.name(), names);
      names.add(sumName);
      cells.add(DecimalColumn.of(grouping.sums(rows.column(field.subject()))));
      columns.add(
          new ShownColumn(
              sumName, sumName, shown.unit(), shown.look(), field.name() + ", added up"));
    }
    return Table.of(names, cells, grouping.size());
  }

  // A set may have columns of these names itself.
  private static String free(String wanted, List<String> taken) {
    String name = wanted;
    for (int number = 2; taken.stream().anyMatch(name::equalsIgnoreCase); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private int[] order(Arguments arguments, Table table, int keyColumns, String line) {
    String rowsName = table.columns().get(keyColumns).name();
    Word option = arguments.options().get("sort");
    List<SortKey> keys = new ArrayList<>();
    if (option != null) {
      boolean descending = option.text().startsWith("-");
      String name = descending ? option.text().substring(1) : option.text();
      keys.add(new SortKey(Subject.column(column(name, table, option, line)), descending));
    }
    keys.add(new SortKey(Subject.column(rowsName), true));
    for (int place = 0; place < keyColumns; place++) {
      keys.add(new SortKey(Subject.column(table.columns().get(place).name()), false));
    }
    return RowOrder.rows(table, keys);
  }

  private String column(String name, Table table, Word option, String line) {
    if (table.has(name)) {
      return name;
    }
    for (SetKind kind : SetKind.values()) {
      String proper = fields.find(name, kind).map(Field::name).orElse("");
      if (table.has(proper)) {
        return proper;
      }
      if (table.has(SUM + proper)) {
        return SUM + proper;
      }
    }
    List<String> meant =
        table.columns().stream().map(ColumnInfo::name).filter(one -> isShort(name, one)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String known =
        table.columns().stream().map(column -> column.name()).collect(Collectors.joining(", "));
    throw new SyntaxException(
        "the answer has no column " + name, line, option.start(), option.end(), "it has " + known);
  }

  // The only sum is meant by its first word, and the number of rows by another one for it.
  private static boolean isShort(String typed, String column) {
    return typed.equalsIgnoreCase("sum")
        ? column.startsWith(SUM)
        : typed.equalsIgnoreCase("count") && column.equals(ROWS);
  }

  // Drawn, an empty cell would look like an empty text.
  private static Table withNull(Table table) {
    Table drawn = table;
    for (int place = 0; place < table.columns().size(); place++) {
      if (table.columns().get(place).type() == ColumnType.TEXT) {
        Column column = table.columnAt(place);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
          String text = column.text(row);
          texts.add(text == null || text.isEmpty() ? "null" : text);
        }
        drawn = drawn.with(table.columns().get(place).name(), TextColumn.of(texts));
      }
    }
    return drawn;
  }

  private static String totals(WorkingSet set, Grouping grouping, List<Field> added, int shown) {
    StringBuilder text = new StringBuilder();
    if (shown < grouping.size()) {
      text.append(Counts.text(shown)).append(" of ");
    }
    text.append(Counts.of(grouping.size(), "group", "groups"))
        .append(" of ")
        .append(Counts.of(set.size(), "row", "rows"));
    Grouping whole = Grouping.of(set.table(), List.of());
    for (Field field : added) {
      double[] sums = whole.sums(set.table().column(field.subject()));
      if (sums.length == 1 && !Double.isNaN(sums[0])) {
        text.append(" · ")
            .append(field.name())
            .append(' ')
            .append(ShownValue.of(sums[0], ColumnLooks.of(field).look()))
            .append(" in all");
      }
    }
    return text.append(" (set #").append(set.number()).append(')').toString();
  }
}
