package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.chart.DateAxis;
import org.mastshell.chart.SpanChart;
import org.mastshell.command.GroupSpans.Span;
import org.mastshell.output.MjdDates;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Draws when observations were made. */
final class TimePlot {
  private static final double MARGIN = 0.02;
  private static final double MINUTE = 1.0 / 24 / 60;

  private final GroupSpans spans;

  TimePlot(PlottedRows plotted) {
    Table rows = plotted.observations();
    new PlotColumns(rows).requireDates();
    Column starts = rows.column(Subject.column("t_min"));
    Column ends = rows.column(Subject.column("t_max"));
    spans =
        new GroupSpans(
            rows,
            RowGroups.of(rows, plotted.by(List.of("instrument_name"))),
            row -> lasted(starts.number(row), ends.number(row)));
  }

  private static Optional<Span> lasted(double start, double end) {
    return DateAxis.isDate(start)
        ? Optional.of(new Span(start, DateAxis.isDate(end) && end >= start ? end : start))
        : Optional.empty();
  }

  Plotted plot() {
    return new Plotted(
        chart(),
        () ->
            spans.fillAll(
                columns("how many have these dates", "when they begin", "when they end"),
                spans.present()),
        spans.fill(
            columns("how many have a date", "when the first one begins", "when the last one ends"),
            spans.present()),
        spans.notes("a date, as planned ones are"));
  }

  private Optional<Chart> chart() {
    List<Integer> order = spans.present();
    if (order.isEmpty()) {
      return Optional.empty();
    }
    Spans all = spans.around(order);
    double margin = Math.max(MINUTE, (all.most() - all.least()) * MARGIN);
    String range = MjdDates.days(all.least(), all.most()) + ", UTC";
    DateAxis axis = new DateAxis(all.least() - margin, all.most() + margin, range);
    return Optional.of(
        new SpanChart(spans.drawn() + " along time", axis, spans.lanes(order), true));
  }

  private static AnswerTable columns(String observations, String from, String to) {
    return new AnswerTable()
        .text("group", "what --by names, or the instrument")
        .whole("observations", observations)
        .date("from", from)
        .date("to", to);
  }
}
