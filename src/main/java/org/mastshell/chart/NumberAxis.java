package org.mastshell.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** An axis of numbers, even or logarithmic. */
public final class NumberAxis implements Axis {
  private static final double[] STEPS = {1, 2, 5};
  private static final int MOST_TICKS = 50;
  private static final double ROUNDING = 1e-9;

  private final double low;
  private final double high;
  private final boolean log;
  private final String label;
  private final DoubleFunction<String> text;
  private final boolean whole;

  /**
   * @param low its lower end; above 0 where it is logarithmic
   * @param high its upper end, above the lower one
   * @param log whether equal ratios have equal lengths
   * @param text how a value is written
   */
  public NumberAxis(
      double low, double high, boolean log, String label, DoubleFunction<String> text) {
    this(low, high, log, label, text, false);
  }

  private NumberAxis(
      double low,
      double high,
      boolean log,
      String label,
      DoubleFunction<String> text,
      boolean whole) {
    this.whole = whole;
    if (!(low < high) || (log && low <= 0)) {
      throw new IllegalArgumentException("no axis from " + low + " to " + high);
    }
    this.low = low;
    this.high = high;
    this.log = log;
    this.label = label;
    this.text = text;
  }

  /** The same with marks at whole numbers alone; one at least must lie on it. */
  public NumberAxis ofWholeNumbers() {
    return new NumberAxis(low, high, log, label, text, true);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public double place(double value) {
    return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(double room, ToDoubleFunction<String> textWidth) {
    return log ? logTicks(room, textWidth) : evenTicks(room, textWidth);
  }

  /** The smallest step of 1, 2 or 5 times a power of ten that parts a range into so few pieces. */
  public static double step(double range, int most) {
    double power = Math.pow(10, Math.floor(Math.log10(range / most)));
    for (double factor = 1; ; factor *= 10) {
      for (double step : STEPS) {
        if (range / (step * factor * power) <= most * (1 + ROUNDING)) {
          return step * factor * power;
        }
      }
    }
  }

  private List<Tick> evenTicks(double room, ToDoubleFunction<String> textWidth) {
    for (int most = MOST_TICKS; most > 1; most--) {
      double step = step(high - low, most);
      List<Tick> ticks = even(whole ? Math.max(1, step) : step);
      if (fits(ticks, room, textWidth)) {
        return ticks;
      }
    }
    return ends(room, textWidth);
  }

  private List<Tick> even(double step) {
    List<Tick> ticks = new ArrayList<>();
    double first = Math.ceil(low / step - ROUNDING);
    for (double i = first; i * step <= high + step * ROUNDING; i++) {
      ticks.add(tick(i * step));
    }
    return ticks;
  }

  // Decades; with room, what lies between them; where there is none, every second or third decade.
  private List<Tick> logTicks(double room, ToDoubleFunction<String> textWidth) {
    for (double[] between : new double[][] {{1, 2, 3, 4, 5, 6, 8}, {1, 2, 5}, {1, 3}, {1}}) {
      List<Tick> ticks = decades(1, between);
      if (ticks.size() > 1 && fits(ticks, room, textWidth)) {
        return ticks;
      }
    }
    for (int every = 2; every < MOST_TICKS; every++) {
      List<Tick> ticks = decades(every, 1);
      if (ticks.size() > 1 && fits(ticks, room, textWidth)) {
        return ticks;
      }
    }
    List<Tick> even = evenTicks(room / 2, textWidth);
    return fits(even, room, textWidth) ? even : ends(room, textWidth);
  }

  private List<Tick> decades(int every, double... between) {
    List<Tick> ticks = new ArrayList<>();
    int last = (int) Math.ceil(Math.log10(high));
    for (int decade = (int) Math.floor(Math.log10(low)); decade <= last; decade++) {
      for (double factor : between) {
        double value = factor * Math.pow(10, decade);
        boolean within = value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING);
        boolean apt = !whole || value >= 1 - ROUNDING;
        if (within && apt && Math.floorMod(decade, every) == 0) {
          ticks.add(tick(value));
        }
      }
    }
    return ticks;
  }

  private List<Tick> ends(double room, ToDoubleFunction<String> textWidth) {
    double first = whole ? Math.ceil(low) : low;
    double last = whole ? Math.floor(high) : high;
    List<Tick> ends = List.of(tick(first), tick(last));
    return first < last && fits(ends, room, textWidth) ? ends : List.of(tick(first));
  }

  private Tick tick(double value) {
    // What is nearly nothing by rounding is nothing.
    double clean = Math.abs(value) < (high - low) * ROUNDING ? 0 : value;
    return new Tick(log ? value : clean, text.apply(log ? value : clean));
  }

  private boolean fits(List<Tick> ticks, double room, ToDoubleFunction<String> textWidth) {
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double half = textWidth.applyAsDouble(tick.label()) / 2;
      double middle = place(tick.value()) * room;
      if (middle - half < free) {
        return false;
      }
      free = middle + half;
    }
    return !ticks.isEmpty();
  }
}
