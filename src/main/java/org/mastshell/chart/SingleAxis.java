package org.mastshell.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * An axis with one value alone, in its middle: it has no range, so that none is made up.
 *
 * @param value that is marked
 * @param text how it is written
 * @param label what is measured, with its unit
 */
public record SingleAxis(double value, String text, String label) implements Axis {
  private static final double MIDDLE = 0.5;

  /** The middle, whatever the value. */
  @Override
  public double place(double any) {
    return MIDDLE;
  }

  @Override
  public List<Tick> ticks(double room, ToDoubleFunction<String> textWidth) {
    return List.of(new Tick(value, text));
  }
}
