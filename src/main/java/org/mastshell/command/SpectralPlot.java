package org.mastshell.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.chart.NumberAxis;
import org.mastshell.chart.SpanChart;
import org.mastshell.command.GroupSpans.Span;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Draws which wavelengths observations cover. */
final class SpectralPlot {
  private static final double MARGIN = 1.1;
  private static final double NANOMETRES_A_MICROMETRE = 1000;
  private static final double NANOMETRES_A_MILLIMETRE = 1e6;

  private final GroupSpans spans;

  SpectralPlot(PlottedRows plotted) {
    Table rows = plotted.observations();
    new PlotColumns(rows).requireWavelengths();
    Column shortest = rows.column(Subject.column("em_min"));
    Column longest = rows.column(Subject.column("em_max"));
    spans =
        new GroupSpans(
            rows,
            RowGroups.of(rows, plotted.by(List.of("instrument_name", "filters"))),
            row -> covered(shortest.number(row), longest.number(row)));
  }

  // The archive writes 0 where it does not know.
  private static Optional<Span> covered(double one, double other) {
    return one > 0 && other > 0
        ? Optional.of(new Span(Math.min(one, other), Math.max(one, other)))
        : Optional.empty();
  }

  Plotted plot() {
    List<Integer> order = spans.areOrdered() ? spans.present() : byWavelength();
    return new Plotted(
        chart(order),
        () -> spans.fillAll(columns("how many have these wavelengths"), order),
        spans.fill(columns("how many have wavelengths"), order),
        spans.notes("wavelengths"));
  }

  private List<Integer> byWavelength() {
    return spans.present().stream()
        .sorted(
            Comparator.comparingDouble(
                (Integer group) -> spans.of(group).least() * spans.of(group).most()))
        .toList();
  }

  private Optional<Chart> chart(List<Integer> order) {
    if (order.isEmpty()) {
      return Optional.empty();
    }
    Spans all = spans.around(order);
    double unit = unit(all.least() * MARGIN);
    NumberAxis axis =
        new NumberAxis(
            all.least() / unit / MARGIN,
            all.most() / unit * MARGIN,
            true,
            "wavelength, " + name(unit),
            PlotNumbers::text);
    List<SpanChart.Lane> scaled =
        spans.lanes(order).stream().map(lane -> lane.scaled(1 / unit)).toList();
    return Optional.of(new SpanChart("Wavelengths of " + spans.drawn(), axis, scaled, false));
  }

  private static double unit(double nanometres) {
    if (nanometres >= NANOMETRES_A_MILLIMETRE) {
      return NANOMETRES_A_MILLIMETRE;
    }
    return nanometres >= NANOMETRES_A_MICROMETRE / 2 ? NANOMETRES_A_MICROMETRE : 1;
  }

  private static String name(double unit) {
    if (unit == NANOMETRES_A_MILLIMETRE) {
      return "mm";
    }
    return unit == NANOMETRES_A_MICROMETRE ? "µm" : "nm";
  }

  private static AnswerTable columns(String observations) {
    return new AnswerTable()
        .text("group", "what --by names, or instrument and filter")
        .whole("observations", observations)
        .decimal("from", "nm", "the shortest wavelength")
        .decimal("to", "nm", "the longest wavelength");
  }
}
