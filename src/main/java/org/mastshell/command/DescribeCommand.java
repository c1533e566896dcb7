package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.output.Counts;
import org.mastshell.output.Look;
import org.mastshell.output.MjdDates;
import org.mastshell.output.Part;
import org.mastshell.output.ShownValue;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnSummary;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.ValueKind;

/** Says of each column of the current set what it holds. */
public final class DescribeCommand implements ShellCommand {
  private static final int TOP = 3;
  private static final int WIDE = 110;
  private static final int LONGEST = 40;

  private final Fields fields;
  private final ColumnChoice choice;

  /**
   * @param fields what columns are called
   */
  public DescribeCommand(Fields fields) {
    this.fields = fields;
    this.choice = new ColumnChoice(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "describe",
        List.of(),
        Groups.SETS,
        "say of each column what it holds",
        "[COLUMN…]",
        """
        One line a column: its kind, in how many rows it has no value, how many different values it \
        has, the least and the greatest number or date, and the most frequent values (in a narrow \
        window one of both). Texts that differ in case count as different. Data formats have exact \
        values, and the mean.

        facets counts one column in full, stats has sums and percentiles of numbers.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("search program=1073; describe", "every column"),
            new Example("describe filters exptime start", "these three"),
            new Example("products; describe suffix size", "what is read from names too")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    List<Field> columns =
        arguments.values().isEmpty()
            ? choice.all(set)
            : Columns.read(arguments.values(), set.kind(), fields, arguments.command().line());
    boolean drawn = work.style().format() == Format.TABLE;
    return CommandResult.done(
        drawn ? drawn(set, columns, width(work)) : exact(set, columns),
        new Part.Talk(
            Counts.of(columns.size(), "column", "columns")
                + " of "
                + Counts.of(set.size(), "row", "rows")
                + " in set #"
                + set.number()));
  }

  // In a narrow window what is most telling stands in one column: numbers have a range, texts are
  // frequent.
  private static Part drawn(WorkingSet set, List<Field> columns, int width) {
    boolean wide = width <= 0 || width >= WIDE;
    AnswerTable table =
        new AnswerTable()
            .text("column", "")
            .whole("missing", "rows without a value")
            .whole("distinct", "different values")
            .text(wide ? "range" : "holds", "");
    if (wide) {
      table.text("most frequent", "");
    }
    table.text("kind", "");
    for (Field field : columns) {
      Column cells = set.table().column(field.subject());
      ColumnSummary summary = ColumnSummary.of(cells, TOP);
      List<Object> row = new ArrayList<>();
      row.add(field.name());
      row.add(summary.missing());
      row.add(summary.distinct());
      String range = range(field, cells, summary);
      String frequent = frequent(field, cells, summary);
      row.add(wide || !range.isEmpty() ? range : frequent);
      if (wide) {
        row.add(frequent);
      }
      row.add(kind(field));
      table.row(row.toArray());
    }
    return table.wholePart();
  }

  private static Part exact(WorkingSet set, List<Field> columns) {
    AnswerTable table =
        new AnswerTable()
            .text("column", "name of the column")
            .text(
                "kind",
                "text, list, integer, decimal, date, angle, wavelength, duration, size, flag")
            .text("unit", "of least, greatest and mean")
            .whole("rows", "rows of the set")
            .whole("missing", "rows without a value")
            .whole("distinct", "different values")
            .text("least", "least number; dates in MJD")
            .text("greatest", "greatest number; dates in MJD")
            .decimal("mean", "", "arithmetic mean of the numbers")
            .text("top", "the most frequent value")
            .whole("top_rows", "rows that hold it")
            .text("meaning", "of the column");
    for (Field field : columns) {
      Column cells = set.table().column(field.subject());
      ColumnSummary summary = ColumnSummary.of(cells, TOP);
      boolean any = !summary.top().isEmpty();
      table.row(
          field.name(),
          kind(field),
          field.unit().isEmpty() ? null : field.unit(),
          summary.size(),
          summary.missing(),
          summary.distinct(),
          summary.least() < 0 ? null : cells.text(summary.least()),
          summary.greatest() < 0 ? null : cells.text(summary.greatest()),
          Double.isNaN(summary.mean()) ? null : summary.mean(),
          any ? summary.top().get(0).value() : null,
          any ? summary.top().get(0).count() : null,
          field.meaning());
    }
    return table.part();
  }

  private static String kind(Field field) {
    return field.kind().name().toLowerCase(Locale.ROOT);
  }

  private static int width(Work work) {
    return work.console().outIsTerminal() ? work.console().width() : 0;
  }

  private static String range(Field field, Column cells, ColumnSummary summary) {
    if (summary.least() < 0) {
      return "";
    }
    String least = end(field, cells, summary.least());
    String greatest = end(field, cells, summary.greatest());
    // Where the first is cut short, its own mark stands there already.
    String between = least.endsWith("…") ? " " : " … ";
    String both = least.equals(greatest) ? least : least + between + greatest;
    String unit = unit(field, cells);
    return unit.isEmpty() ? both : both + " " + unit;
  }

  // Where neither the name of the column nor the look of its numbers tells it.
  private static String unit(Field field, Column cells) {
    return ColumnLooks.of(field).look() == Look.NUMBER && cells.type().isNumeric()
        ? field.unit()
        : "";
  }

  // Of a range of dates the hours say little.
  private static String end(Field field, Column cells, int row) {
    return field.kind() == ValueKind.DATE
        ? MjdDates.day(cells.number(row))
        : shown(field, cells, row);
  }

  private static String shown(Field field, Column cells, int row) {
    return ShownValue.within(LONGEST, cells, row, ColumnLooks.of(field).look());
  }

  private static String frequent(Field field, Column cells, ColumnSummary summary) {
    if (summary.distinct() > TOP && summary.top().get(0).count() == 1) {
      return "all different";
    }
    return summary.top().stream()
        .map(top -> shown(field, cells, top.row()) + " " + Counts.text(top.count()))
        .collect(Collectors.joining(" · "));
  }
}
