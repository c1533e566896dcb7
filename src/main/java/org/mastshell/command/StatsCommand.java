package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.formats.Format;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.ShownColumn;
import org.mastshell.output.ShownValue;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.NumberSummary;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Statistics of the numbers of the current set, or a summary of all of it. */
public final class StatsCommand implements ShellCommand {
  // The sum of dates, positions, wavelengths or levels means nothing.
  private static final Set<ValueKind> WITHOUT_SUM =
      Set.of(ValueKind.DATE, ValueKind.ANGLE, ValueKind.WAVELENGTH, ValueKind.INTEGER);
  private static final double HALF_CIRCLE = 180;
  private static final int MOST_BESIDE = 4;
  private static final int WIDE = 110;

  private final Fields fields;
  private final ColumnChoice choice;

  /**
   * @param fields what columns are called
   */
  public StatsCommand(Fields fields) {
    this.fields = fields;
    this.choice = new ColumnChoice(fields);
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "stats",
        List.of(),
        Groups.SETS,
        "sums, means and percentiles; without a column, a summary of the set",
        "[COLUMN…] [--all]",
        """
        Without a column: what the set is as a whole: of observations missions, programs, targets, \
        time span, exposure and rights; of products files, bytes, duplicates and kinds.

        With columns: how many numbers, how many rows without, sum, mean, standard deviation (of a \
        sample, divided by n-1), least, percentiles and greatest. --all takes every column of \
        numbers; of more than four columns the most telling of these are shown, one line a column. There is no sum of dates, angles, wavelengths and whole numbers of the archive such as levels, \
        and no mean of a right ascension that goes round more than half of the sky. describe says \
        of every column, of text too, what it holds.\
        """,
        new ArgumentSpec(
            false, false, true, List.of(OptionSpec.flag("all", "every column of numbers"))),
        List.of(
            new Example("search program=1073; stats", "the set as a whole"),
            new Example("stats exptime start", "of two columns"),
            new Example("products; stats size", "how large the files are"),
            new Example("stats --all", "every column of numbers")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    WorkingSet set = work.session().requireCurrent();
    String line = arguments.command().line();
    List<Field> columns =
        new ArrayList<>(Columns.read(arguments.values(), set.kind(), fields, line));
    requireNumbers(columns, set, arguments);
    if (arguments.has("all")) {
      choice.all(set).stream()
          .filter(field -> hasNumbers(field, set) && !columns.contains(field))
          .forEach(columns::add);
    }
    if (columns.isEmpty() && set.kind().hasOwnColumns()) {
      choice.all(set).stream().filter(field -> hasNumbers(field, set)).forEach(columns::add);
    }
    if (columns.isEmpty()) {
      return CommandResult.done(
          set.kind() == SetKind.PRODUCTS
              ? SetTotals.ofProducts(set, fields.of("suffix", set.kind()).subject())
              : SetTotals.ofObservations(set),
          new Part.Talk("set #" + set.number() + " (stats COLUMN has means and percentiles)"));
    }
    boolean drawn = work.style().format() == Format.TABLE;
    if (!drawn) {
      return CommandResult.done(exact(set, columns));
    }
    if (columns.size() <= MOST_BESIDE) {
      return CommandResult.done(drawn(set, columns));
    }
    return CommandResult.done(
        lines(set, columns, width(work)),
        new Part.Talk("stats COLUMN has its sum, deviation and percentiles"));
  }

  private void requireNumbers(List<Field> columns, WorkingSet set, Arguments arguments) {
    for (Field field : columns) {
      if (!hasNumbers(field, set)) {
        throw word(field, set, arguments)
            .fault(
                arguments.command().line(),
                field.name() + " holds no numbers",
                "facets " + field.name() + " counts its values");
      }
    }
  }

  private Word word(Field field, WorkingSet set, Arguments arguments) {
    String line = arguments.command().line();
    return arguments.values().stream()
        .filter(word -> Columns.read(List.of(word), set.kind(), fields, line).contains(field))
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasNumbers(Field field, WorkingSet set) {
    return field.kind().isNumber() || set.table().column(field.subject()).type().isNumeric();
  }

  // Whole numbers that a person has made are counts more often than levels.
  private Numbers numbers(Field field, WorkingSet set) {
    boolean own =
        field.kind() == ValueKind.INTEGER
            && SetKind.OF_ARCHIVE.stream()
                .flatMap(kind -> fields.ofArchive().find(field.name(), kind).stream())
                .noneMatch(known -> known.name().equalsIgnoreCase(field.name()));
    return Numbers.of(field, own, set);
  }

  /** The numbers of one column; NaN where one has no meaning. */
  private record Numbers(NumberSummary all, double sum, double mean, double deviation) {

    static Numbers of(Field field, boolean own, WorkingSet set) {
      NumberSummary all = NumberSummary.of(set.table().column(field.subject()));
      boolean summed = own || !WITHOUT_SUM.contains(field.kind());
      boolean sum = summed && all.count() > 0;
      boolean round =
          field.name().equals("s_ra") && all.quantile(1) - all.quantile(0) > HALF_CIRCLE;
      return new Numbers(
          all,
          sum ? all.sum() : Double.NaN,
          round ? Double.NaN : all.mean(),
          round ? Double.NaN : all.deviation());
    }

    double[] quantiles() {
      double[] parts = {0, 0.05, 0.25, 0.5, 0.75, 0.95, 1};
      for (int i = 0; i < parts.length; i++) {
        parts[i] = all.quantile(parts[i]);
      }
      return parts;
    }
  }

  private static final List<String> QUANTILES =
      List.of("least", "p5", "p25", "median", "p75", "p95", "greatest");

  private static final List<String> STATISTICS =
      Stream.concat(Stream.of("values", "missing", "sum", "mean", "deviation"), QUANTILES.stream())
          .toList();

  // Statistics below each other and columns side by side, since most people ask for few.
  private Part drawn(WorkingSet set, List<Field> columns) {
    AnswerTable table = new AnswerTable().text("statistic", "");
    List<Numbers> numbers = columns.stream().map(field -> numbers(field, set)).toList();
    columns.forEach(field -> table.number(heading(field)));
    for (int place = 0; place < STATISTICS.size(); place++) {
      List<Object> cells = new ArrayList<>(List.of(STATISTICS.get(place)));
      for (int i = 0; i < columns.size(); i++) {
        cells.add(cell(columns.get(i), numbers.get(i), place));
      }
      table.row(cells.toArray());
    }
    return table.wholePart();
  }

  // Of many columns the most telling statistics, one column below the other.
  private Part lines(WorkingSet set, List<Field> columns, int width) {
    boolean wide = width <= 0 || width >= WIDE;
    List<Integer> places = wide ? List.of(0, 1, 3, 5, 8, 11) : List.of(1, 5, 8, 11);
    AnswerTable table = new AnswerTable().text("column", "");
    places.forEach(place -> table.number(STATISTICS.get(place)));
    for (Field field : columns) {
      Numbers numbers = numbers(field, set);
      List<Object> cells = new ArrayList<>(List.of(heading(field)));
      places.forEach(place -> cells.add(cell(field, numbers, place)));
      table.row(cells.toArray());
    }
    return table.wholePart();
  }

  private static String heading(Field field) {
    ShownColumn column = ColumnLooks.of(field);
    String unit = column.look() == Look.NUMBER ? column.unit() : "";
    return unit.isEmpty() ? field.name() : field.name() + " (" + unit + ")";
  }

  private static int width(Work work) {
    return work.console().outIsTerminal() ? work.console().width() : 0;
  }

  private static String cell(Field field, Numbers numbers, int place) {
    Look look = ColumnLooks.of(field).look();
    return switch (place) {
      case 0 -> Counts.text(numbers.all().count());
      case 1 -> Counts.text(numbers.all().missing());
      case 2 -> shown(numbers.sum(), look);
      case 3 -> shown(numbers.mean(), look);
      case 4 -> deviation(numbers.deviation(), look);
      default -> shown(numbers.quantiles()[place - 5], look);
    };
  }

  // How far dates are apart is no date.
  private static String deviation(double days, Look look) {
    return look == Look.DATE && !Double.isNaN(days)
        ? ShownValue.of(days * 86_400, Look.DURATION)
        : shown(days, look);
  }

  private static String shown(double number, Look look) {
    return Double.isNaN(number) ? null : ShownValue.of(number, look);
  }

  private Part exact(WorkingSet set, List<Field> columns) {
    AnswerTable table =
        new AnswerTable()
            .text("column", "name of the column")
            .text("unit", "of the numbers")
            .whole("values", "rows with a number")
            .whole("missing", "rows without one")
            .decimal("sum", "", "")
            .decimal("mean", "", "arithmetic mean")
            .decimal("deviation", "", "standard deviation of a sample");
    QUANTILES.forEach(name -> table.decimal(name, "", ""));
    for (Field field : columns) {
      Numbers numbers = numbers(field, set);
      List<Object> cells = new ArrayList<>();
      cells.add(field.name());
      cells.add(field.unit().isEmpty() ? null : field.unit());
      cells.add(numbers.all().count());
      cells.add(numbers.all().missing());
      cells.add(number(numbers.sum()));
      cells.add(number(numbers.mean()));
      cells.add(number(numbers.deviation()));
      for (double quantile : numbers.quantiles()) {
        cells.add(number(quantile));
      }
      table.row(cells.toArray());
    }
    return table.part();
  }

  private static Double number(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
