package org.mastshell.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.mastshell.chart.Ink;
import org.mastshell.chart.SpanChart;
import org.mastshell.command.GroupSpans.Span;

/** Spans of numbers, as they are found. */
final class Spans {
  private double[] from = new double[16];
  private double[] to = new double[16];
  private int size;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  void add(double start, double end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    from[size] = start;
    to[size] = end;
    size++;
    least = Math.min(least, start);
    most = Math.max(most, end);
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** Where the first one begins. */
  double least() {
    return least;
  }

  /** Where the last one ends. */
  double most() {
    return most;
  }

  /** How many there are of each, in the order of where they begin. */
  Map<Span, Integer> distinct() {
    Map<Span, Integer> counts =
        new TreeMap<>(Comparator.comparingDouble(Span::from).thenComparingDouble(Span::to));
    for (int i = 0; i < size; i++) {
      counts.merge(new Span(from[i], to[i]), 1, Integer::sum);
    }
    return counts;
  }

  SpanChart.Lane lane(String name, int series) {
    return new SpanChart.Lane(
        name, Arrays.copyOf(from, size), Arrays.copyOf(to, size), Ink.series(series));
  }
}
