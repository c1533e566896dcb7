package org.mastshell.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What a column holds, in a few numbers: how many cells have no value, how many different values
 * there are, between which numbers they lie, and which are the most frequent.
 */
public final class ColumnSummary {
  private final int size;
  private final int missing;
  private final int distinct;
  private final int least;
  private final int greatest;
  private final double mean;
  private final List<Frequent> top;

  private ColumnSummary(Column column, Tally tally, int most) {
    size = column.size();
    missing = tally.missing();
    distinct = tally.size();
    top = top(tally, most);
    int lowest = -1;
    int highest = -1;
    NeumaierSum sum = new NeumaierSum();
    if (column.type().isNumeric()) {
      for (int value = 0; value < distinct; value++) {
        int row = tally.row(value);
        lowest = lowest < 0 || column.compare(row, lowest) < 0 ? row : lowest;
        highest = highest < 0 || column.compare(row, highest) > 0 ? row : highest;
        sum.add(tally.number(value) * tally.count(value));
      }
    }
    least = lowest;
    greatest = highest;
    mean = lowest < 0 ? Double.NaN : sum.value() / (size - missing);
  }

  /**
   * A value and how many rows hold it.
   *
   * @param value in its canonical form, never empty
   * @param row the first that holds it, from 0
   * @param count at least 1
   */
  public record Frequent(String value, int row, int count) {}

  /**
   * Looks through a column.
   *
   * @param most how many of the most frequent values are wanted
   */
  public static ColumnSummary of(Column column, int most) {
    return new ColumnSummary(column, Tally.of(column), most);
  }

  private static List<Frequent> top(Tally tally, int most) {
    List<Frequent> top = new ArrayList<>();
    for (int value = 0; value < Math.min(most, tally.size()); value++) {
      top.add(new Frequent(tally.text(value), tally.row(value), tally.count(value)));
    }
    return List.copyOf(top);
  }

  /** How many cells there are. */
  public int size() {
    return size;
  }

  /** How many cells have no value, or an empty text. */
  public int missing() {
    return missing;
  }

  /** How many different values there are; texts that differ in case are different. */
  public int distinct() {
    return distinct;
  }

  /** A row that holds the least number, from 0; -1 where the column has no numbers. */
  public int least() {
    return least;
  }

  /** A row that holds the greatest number, from 0; -1 where the column has no numbers. */
  public int greatest() {
    return greatest;
  }

  /** The arithmetic mean of the numbers; NaN where there are none. */
  public double mean() {
    return mean;
  }

  /** The most frequent values, the most frequent first. */
  public List<Frequent> top() {
    return top;
  }
}
