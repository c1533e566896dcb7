package org.mastshell.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.mastshell.chart.Axis;
import org.mastshell.chart.BarChart;
import org.mastshell.chart.BarChart.Bin;
import org.mastshell.chart.DateAxis;
import org.mastshell.chart.NumberAxis;
import org.mastshell.chart.SingleAxis;
import org.mastshell.language.Arguments;
import org.mastshell.language.Columns;
import org.mastshell.language.Word;
import org.mastshell.output.Counts;
import org.mastshell.output.MjdDates;
import org.mastshell.output.Sizes;
import org.mastshell.session.Session;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Draws how the values of a column are distributed. */
final class HistogramPlot {
  private static final int MOST_BINS = 500;
  private static final int FEWEST_BINS = 5;
  private static final int USUAL_BINS = 30;
  private static final double HALF = 0.5;
  private static final double NANOMETRES_A_MICROMETRE = 1000;

  private final Arguments arguments;
  private final Field field;
  private final Table rows;
  private final boolean log;
  private final double unit;

  HistogramPlot(Arguments arguments, PlottedRows plotted, Session session, Fields fields) {
    this.arguments = arguments;
    this.log = arguments.has("log");
    Word word = arguments.values().get(1);
    SetKind kind = plotted.set().kind();
    Table own = plotted.rows();
    Optional<Field> ofParent =
        kind == SetKind.PRODUCTS && fields.find(word.text(), kind).isEmpty()
            ? fields.find(word.text(), SetKind.OBSERVATIONS)
            : Optional.empty();
    this.field =
        ofParent.orElseGet(
            () -> Columns.read(List.of(word), kind, fields, arguments.command().line()).get(0));
    this.rows =
        ofParent.isPresent()
            ? new ParentValues(session, plotted.set()).with(List.of(field), own)
            : own;
    requireNumbers(word);
    this.unit = unit();
  }

  private void requireNumbers(Word word) {
    if (!field.kind().isNumber()) {
      throw word.fault(
          arguments.command().line(),
          field.name() + " holds words, which have no histogram",
          "facets " + field.name() + " counts them");
    }
  }

  Plotted plot() {
    int wanted = bins();
    Column column = rows.column(field.subject());
    double[] values = new double[rows.size()];
    int size = 0;
    int without = 0;
    int belowZero = 0;
    for (int row = 0; row < rows.size(); row++) {
      double value = column.number(row);
      if (isMissing(value)) {
        without++;
      } else if (log && value <= 0) {
        belowZero++;
      } else {
        values[size++] = value / unit;
      }
    }
    List<String> notes = new ArrayList<>();
    note(notes, without, "without a value: left out");
    note(notes, belowZero, "not above 0, where --log has no place: left out");
    if (size == 0) {
      return new Plotted(Optional.empty(), data(List.of()), notes);
    }
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    List<Bin> bins = binned(sorted, wanted);
    String title =
        field.name() + " of " + Counts.of(size, "row", "rows") + (log ? ", logarithmic" : "");
    boolean single = sorted[0] == sorted[size - 1];
    Axis axis = single ? single(sorted[0]) : axis(bins, sorted[0], sorted[size - 1]);
    return new Plotted(Optional.of(new BarChart(title, axis, bins)), data(bins), notes);
  }

  private void note(List<String> notes, int count, String what) {
    if (count > 0) {
      notes.add(Counts.text(count) + " of " + Counts.text(rows.size()) + " " + what);
    }
  }

  // Wavelengths of 0 and dates of no calendar stand for nothing.
  private boolean isMissing(double value) {
    return Double.isNaN(value)
        || (field.kind() == ValueKind.WAVELENGTH && value <= 0)
        || (field.kind() == ValueKind.DATE && !DateAxis.isDate(value));
  }

  private int bins() {
    Word word = arguments.options().get("bins");
    if (word == null) {
      return 0;
    }
    int bins = word.text().matches("\\d{1,4}") ? Integer.parseInt(word.text()) : 0;
    if (bins < 1 || bins > MOST_BINS) {
      throw word.fault(
          arguments.command().line(),
          "--bins cannot be '" + word.text() + "'",
          "it is a whole number from 1 to " + MOST_BINS + ", as in --bins 20");
    }
    return bins;
  }

  private List<Bin> binned(double[] sorted, int wanted) {
    double low = sorted[0];
    if (low == sorted[sorted.length - 1] && field.kind() != ValueKind.INTEGER) {
      return List.of(new Bin(low, low, sorted.length));
    }
    double[] edges = edges(sorted, wanted);
    List<Bin> bins = new ArrayList<>();
    int at = 0;
    for (int i = 1; i < edges.length; i++) {
      int from = at;
      boolean last = i == edges.length - 1;
      while (at < sorted.length && (sorted[at] < edges[i] || last)) {
        at++;
      }
      bins.add(new Bin(edges[i - 1], edges[i], at - from));
    }
    return bins;
  }

  private double[] edges(double[] sorted, int wanted) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    int usual =
        (int) Math.max(FEWEST_BINS, Math.min(USUAL_BINS, Math.ceil(2 * Math.cbrt(sorted.length))));
    boolean whole = field.kind() == ValueKind.INTEGER;
    if (log) {
      double[] ratios = logEdges(low, high, wanted == 0 ? usual : wanted);
      return whole ? betweenWhole(ratios) : ratios;
    }
    if (whole && high - low < (wanted > 0 ? wanted : USUAL_BINS)) {
      return even(low - HALF, 1, (int) (high - low + 1));
    }
    if (wanted > 0 && high > low) {
      return even(low, (high - low) / wanted, wanted);
    }
    double step = NumberAxis.step(high - low, usual);
    long first = multipleBelow(low, step);
    long last = multipleBelow(high, step) + 1;
    return multiples(step, first, (int) (last - first));
  }

  private static double[] even(double first, double step, int count) {
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = first + i * step;
    }
    return edges;
  }

  // A multiple of 0.05 has two digits, and no more of them for having been worked out.
  private static double[] multiples(double step, long first, int count) {
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = times(step, (double) (first + i));
    }
    return edges;
  }

  // The quotient may be a hair less than the whole number that it should be.
  private static long multipleBelow(double number, double step) {
    long multiple = (long) Math.floor(number / step);
    return times(step, (double) (multiple + 1)) <= number ? multiple + 1 : multiple;
  }

  private static double times(double number, double factor) {
    return Double.isFinite(number) && Double.isFinite(factor)
        ? BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(factor)).doubleValue()
        : number * factor;
  }

  private static double[] logEdges(double low, double high, int count) {
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = low * Math.pow(high / low, (double) i / count);
    }
    return edges;
  }

  // Where intervals are narrower than a whole number is from the next, some could hold none.
  private static double[] betweenWhole(double... edges) {
    double low = Math.ceil(edges[0]) - HALF;
    double high = Math.floor(edges[edges.length - 1]) + HALF;
    return DoubleStream.concat(
            Arrays.stream(edges).map(edge -> Math.rint(edge) + HALF).filter(edge -> edge < high),
            DoubleStream.of(low, high))
        .distinct()
        .sorted()
        .toArray();
  }

  // Micrometres where the values are far from nanometres.
  private double unit() {
    if (field.kind() != ValueKind.WAVELENGTH) {
      return 1;
    }
    Column column = rows.column(field.subject());
    double most = 0;
    for (int row = 0; row < rows.size(); row++) {
      double value = column.number(row);
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    return most >= NANOMETRES_A_MICROMETRE ? NANOMETRES_A_MICROMETRE : 1;
  }

  private Axis axis(List<Bin> bins, double least, double greatest) {
    double low = bins.get(0).from();
    double high = bins.get(bins.size() - 1).to();
    if (field.kind() == ValueKind.DATE && !log) {
      return new DateAxis(low, high, label("UTC") + ", " + MjdDates.days(least, greatest));
    }
    NumberAxis axis = new NumberAxis(low, high, log, label("MJD"), this::text);
    return field.kind() == ValueKind.INTEGER ? axis.ofWholeNumbers() : axis;
  }

  private Axis single(double value) {
    boolean date = field.kind() == ValueKind.DATE;
    return new SingleAxis(value, date ? MjdDates.second(value) : text(value), label("UTC"));
  }

  private String text(double value) {
    return field.kind() == ValueKind.SIZE ? Sizes.text(Math.round(value)) : PlotNumbers.text(value);
  }

  private String label(String ofDates) {
    String name =
        switch (field.kind()) {
          case WAVELENGTH -> unit > 1 ? "µm" : "nm";
          case SIZE -> "";
          case DATE -> ofDates;
          default -> field.unit();
        };
    return name.isEmpty() ? field.name() : field.name() + ", " + name;
  }

  private AnswerTable data(List<Bin> bins) {
    AnswerTable table = new AnswerTable();
    if (field.kind() == ValueKind.DATE) {
      table.date("from", "where the interval begins").date("to", "where it ends");
    } else {
      table
          .decimal("from", field.unit(), "where the interval begins; belongs to it")
          .decimal("to", field.unit(), "where it ends");
    }
    table.whole("count", "rows in it");
    bins.forEach(bin -> table.row(times(bin.from(), unit), times(bin.to(), unit), bin.count()));
    return table;
  }
}
