package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.chart.Chart;
import org.mastshell.chart.NumberAxis;
import org.mastshell.chart.SpanChart;
import org.mastshell.output.Counts;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Draws which wavelengths observations cover. */
final class SpectralPlot {
  private static final double MARGIN = 1.1;
  private static final double NANOMETRES_A_MICROMETRE = 1000;
  private static final double NANOMETRES_A_MILLIMETRE = 1e6;

  private final Table rows;
  private final RowGroups groups;

  SpectralPlot(PlottedRows plotted) {
    rows = plotted.observations();
    groups = RowGroups.of(rows, plotted.by(List.of("instrument_name", "filters")));
  }

  Plotted plot() {
    Column shortest = rows.column(Subject.column("em_min"));
    Column longest = rows.column(Subject.column("em_max"));
    Spans[] spans = new Spans[groups.size()];
    int without = 0;
    for (int row = 0; row < rows.size(); row++) {
      double low = shortest.number(row);
      double high = longest.number(row);
      // The archive writes 0 where it does not know.
      if (low > 0 && high > 0) {
        int group = groups.of(row);
        spans[group] = spans[group] == null ? new Spans() : spans[group];
        spans[group].add(Math.min(low, high), Math.max(low, high));
      } else {
        without++;
      }
    }
    List<Integer> order =
        IntStream.range(0, spans.length)
            .boxed()
            .filter(group -> spans[group] != null)
            .sorted(
                Comparator.comparingDouble(
                    (Integer group) -> spans[group].least() * spans[group].most()))
            .toList();
    List<String> notes = new ArrayList<>();
    if (without > 0) {
      notes.add(
          Counts.text(without)
              + " of "
              + Counts.text(rows.size())
              + " without wavelengths: not drawn");
    }
    return new Plotted(chart(spans, order, rows.size() - without), data(spans, order), notes);
  }

  private Optional<Chart> chart(Spans[] spans, List<Integer> order, int drawn) {
    if (order.isEmpty()) {
      return Optional.empty();
    }
    List<SpanChart.Lane> lanes = new ArrayList<>();
    Spans all = new Spans();
    for (int group : order) {
      lanes.add(spans[group].lane(groups.name(group), lanes.size()));
      all.add(spans[group].least(), spans[group].most());
    }
    double unit = unit(all.least() * MARGIN);
    NumberAxis axis =
        new NumberAxis(
            all.least() / unit / MARGIN,
            all.most() / unit * MARGIN,
            true,
            "wavelength, " + name(unit),
            PlotNumbers::text);
    List<SpanChart.Lane> scaled = lanes.stream().map(lane -> lane.scaled(1 / unit)).toList();
    return Optional.of(
        new SpanChart(
            "Wavelengths of " + Counts.of(drawn, "observation", "observations"),
            axis,
            scaled,
            false));
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

  private AnswerTable data(Spans[] spans, List<Integer> order) {
    AnswerTable table =
        new AnswerTable()
            .text("group", "what --by names, or instrument and filter")
            .whole("observations", "how many have wavelengths")
            .decimal("from", "nm", "the shortest wavelength")
            .decimal("to", "nm", "the longest wavelength");
    for (int group : order) {
      table.row(groups.name(group), spans[group].size(), spans[group].least(), spans[group].most());
    }
    return table;
  }
}
