package org.mastshell.table;

import java.util.Arrays;

/** What statistics say of the numbers of a column. Cells without a number are passed over. */
public final class NumberSummary {
  private final double[] sorted;
  private final int missing;
  private final double sum;
  private final double mean;
  private final double deviation;

  private NumberSummary(double[] sorted, int missing) {
    this.sorted = sorted;
    this.missing = missing;
    NeumaierSum all = new NeumaierSum();
    for (double number : sorted) {
      all.add(number);
    }
    sum = all.value();
    mean = sorted.length == 0 ? Double.NaN : sum / sorted.length;
    NeumaierSum squares = new NeumaierSum();
    for (double number : sorted) {
      squares.add((number - mean) * (number - mean));
    }
    deviation = sorted.length < 2 ? Double.NaN : Math.sqrt(squares.value() / (sorted.length - 1));
  }

  /** Looks through a column; the numbers of a text column are those that its texts are. */
  public static NumberSummary of(Column column) {
    double[] numbers = new double[column.size()];
    int count = 0;
    for (int row = 0; row < numbers.length; row++) {
      double number = column.number(row);
      if (!Double.isNaN(number)) {
        numbers[count++] = number;
      }
    }
    double[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    return new NumberSummary(sorted, numbers.length - count);
  }

  /** How many numbers there are. */
  public int count() {
    return sorted.length;
  }

  /** How many cells have none. */
  public int missing() {
    return missing;
  }

  /** Their sum; 0 where there are none. */
  public double sum() {
    return sum;
  }

  /** Their arithmetic mean; NaN where there are none. */
  public double mean() {
    return mean;
  }

  /** The standard deviation of a sample (divided by one less than the count); NaN below two. */
  public double deviation() {
    return deviation;
  }

  /**
   * The number below which a part of the others lies, between two of them on the straight line from
   * one to the other.
   *
   * @param part from 0, the least, over 0.5, the median, to 1, the greatest
   * @return NaN where there are no numbers
   */
  public double quantile(double part) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = part * (sorted.length - 1);
    int below = (int) Math.floor(place);
    double rest = place - below;
    return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
  }
}
