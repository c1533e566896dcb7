package org.mastshell.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A range of values along an edge of a chart. */
public interface Axis {
  /** What is measured, with its unit. */
  String label();

  /** Where a value lies, from 0 at the lower end to 1 at the upper one; beyond that for others. */
  double place(double value);

  /**
   * Values to be marked, as many as there is room for.
   *
   * @param room the width of the axis
   * @param textWidth the width of a label with what parts it from the next one
   */
  List<Tick> ticks(double room, ToDoubleFunction<String> textWidth);

  /**
   * A marked value.
   *
   * @param label as people write it
   */
  record Tick(double value, String label) {}
}
