package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mastshell.chart.SpanChart;
import org.mastshell.output.Counts;
import org.mastshell.table.Table;

/** The spans of rows, which not every row has, by the groups of the rows. */
final class GroupSpans {
  private final Table rows;
  private final RowGroups groups;
  private final Spans[] spans;
  private int without;

  /**
   * Takes the span of each row.
   *
   * @param span of a row, by its place; empty if it has none
   */
  GroupSpans(Table rows, RowGroups groups, IntFunction<Optional<Span>> span) {
    this.rows = rows;
    this.groups = groups;
    spans = new Spans[groups.size()];
    for (int row = 0; row < rows.size(); row++) {
      Optional<Span> one = span.apply(row);
      if (one.isPresent()) {
        int group = groups.of(row);
        spans[group] = spans[group] == null ? new Spans() : spans[group];
        spans[group].add(one.get().from(), one.get().to());
      } else {
        without++;
      }
    }
  }

  /** From one number to another, which is not less. */
  record Span(double from, double to) {}

  /** The groups that have any, in their order. */
  List<Integer> present() {
    return IntStream.range(0, spans.length).filter(group -> spans[group] != null).boxed().toList();
  }

  /** Whether the groups are in the order of numbers or dates. */
  boolean areOrdered() {
    return groups.isOrdered();
  }

  /** The spans of a group that has any. */
  Spans of(int group) {
    return spans[group];
  }

  /** The spans of some groups, each from its first beginning to its last end. */
  Spans around(List<Integer> some) {
    Spans all = new Spans();
    some.forEach(group -> all.add(spans[group].least(), spans[group].most()));
    return all;
  }

  /** Lanes of a chart, in the order of these groups. */
  List<SpanChart.Lane> lanes(List<Integer> order) {
    List<SpanChart.Lane> lanes = new ArrayList<>();
    order.forEach(group -> lanes.add(spans[group].lane(groups.name(group), lanes.size())));
    return lanes;
  }

  /** The rows that have one, in words: {@code 12 observations}. */
  String drawn() {
    return Counts.of((long) rows.size() - without, "observation", "observations");
  }

  /**
   * A sentence about the rows that have none, if there are any.
   *
   * @param what they are without
   */
  List<String> notes(String what) {
    return without == 0
        ? List.of()
        : List.of(
            Counts.text(without)
                + " of "
                + Counts.text(rows.size())
                + " without "
                + what
                + ": not drawn");
  }

  /** Adds a row for each span that there is in these groups, with how many have it. */
  AnswerTable fillAll(AnswerTable table, List<Integer> order) {
    for (int group : order) {
      spans[group]
          .distinct()
          .forEach((span, count) -> table.row(groups.exact(group), count, span.from(), span.to()));
    }
    return table;
  }

  /** Adds a row for each of these groups: its name, how many spans, and from where to where. */
  AnswerTable fill(AnswerTable table, List<Integer> order) {
    order.forEach(
        group ->
            table.row(
                groups.name(group),
                spans[group].size(),
                spans[group].least(),
                spans[group].most()));
    return table;
  }
}
