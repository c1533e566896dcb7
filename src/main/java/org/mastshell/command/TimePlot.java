package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.chart.Chart;
import org.mastshell.chart.DateAxis;
import org.mastshell.chart.SpanChart;
import org.mastshell.output.Counts;
import org.mastshell.output.MjdDates;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Draws when observations were made. */
final class TimePlot {
  private static final double MARGIN = 0.02;
  private static final double MINUTE = 1.0 / 24 / 60;

  private final Table rows;
  private final RowGroups groups;

  TimePlot(PlottedRows plotted) {
    rows = plotted.observations();
    groups = RowGroups.of(rows, plotted.by(List.of("instrument_name")));
  }

  Plotted plot() {
    Column starts = rows.column(Subject.column("t_min"));
    Column ends = rows.column(Subject.column("t_max"));
    Spans[] spans = new Spans[groups.size()];
    int without = 0;
    for (int row = 0; row < rows.size(); row++) {
      double start = starts.number(row);
      double end = ends.number(row);
      if (DateAxis.isDate(start)) {
        int group = groups.of(row);
        spans[group] = spans[group] == null ? new Spans() : spans[group];
        spans[group].add(start, DateAxis.isDate(end) && end >= start ? end : start);
      } else {
        without++;
      }
    }
    List<String> notes = new ArrayList<>();
    if (without > 0) {
      notes.add(
          Counts.text(without)
              + " of "
              + Counts.text(rows.size())
              + " without a date, as planned ones are: not drawn");
    }
    return new Plotted(chart(spans, rows.size() - without), data(spans), notes);
  }

  private Optional<Chart> chart(Spans[] spans, int drawn) {
    List<SpanChart.Lane> lanes = new ArrayList<>();
    Spans all = new Spans();
    for (int group = 0; group < spans.length; group++) {
      if (spans[group] != null) {
        lanes.add(spans[group].lane(groups.name(group), lanes.size()));
        all.add(spans[group].least(), spans[group].most());
      }
    }
    if (lanes.isEmpty()) {
      return Optional.empty();
    }
    double margin = Math.max(MINUTE, (all.most() - all.least()) * MARGIN);
    String range = MjdDates.day(all.least()) + " to " + MjdDates.day(all.most()) + ", UTC";
    DateAxis axis = new DateAxis(all.least() - margin, all.most() + margin, range);
    return Optional.of(
        new SpanChart(
            Counts.of(drawn, "observation", "observations") + " along time", axis, lanes, true));
  }

  private AnswerTable data(Spans... spans) {
    AnswerTable table =
        new AnswerTable()
            .text("group", "what --by names, or the instrument")
            .whole("observations", "how many have a date")
            .date("from", "when the first one begins")
            .date("to", "when the last one ends");
    for (int group = 0; group < spans.length; group++) {
      if (spans[group] != null) {
        table.row(
            groups.name(group), spans[group].size(), spans[group].least(), spans[group].most());
      }
    }
    return table;
  }
}
