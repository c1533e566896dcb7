package org.mastshell.table;

import java.util.ArrayList;
import java.util.Arrays;
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

  private ColumnSummary(Column column, int most) {
    size = column.size();
    Counted counted = Counted.of(column);
    missing = counted.missing;
    int[] counts = counted.counts;
    int different = 0;
    for (int count : counts) {
      different += count > 0 ? 1 : 0;
    }
    distinct = different;
    top = top(column, counted, most);
    int lowest = -1;
    int highest = -1;
    NeumaierSum sum = new NeumaierSum();
    if (column.type().isNumeric()) {
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] > 0) {
          int row = counted.firsts[value];
          lowest = lowest < 0 || column.compare(row, lowest) < 0 ? row : lowest;
          highest = highest < 0 || column.compare(row, highest) > 0 ? row : highest;
          sum.add(column.number(row) * counts[value]);
        }
      }
    }
    least = lowest;
    greatest = highest;
    mean = lowest < 0 ? Double.NaN : sum.value() / (size - missing);
  }

  /** How often each value occurs, which has a number of its own, and where first. */
  private static final class Counted {
    private int[] counts;
    private int[] firsts;
    private int missing;

    private Counted(int expected) {
      counts = new int[expected];
      firsts = new int[expected];
    }

    static Counted of(Column column) {
      Column base = column instanceof ColumnView view ? view.base() : column;
      int[] rows = column instanceof ColumnView view ? view.rows() : null;
      return base instanceof TextColumn texts
          ? ofTexts(texts, rows, column.size())
          : ofNumbers(base, rows, column.size());
    }

    private static Counted ofTexts(TextColumn texts, int[] rows, int size) {
      Counted counted = new Counted(texts.dictionarySize());
      int[] codes = texts.codes();
      int[] counts = counted.counts;
      int[] firsts = counted.firsts;
      int empty = texts.emptyCode();
      for (int row = 0; row < size; row++) {
        int code = codes[rows == null ? row : rows[row]];
        if (code < 0 || code == empty) {
          counted.missing++;
        } else if (counts[code]++ == 0) {
          firsts[code] = row;
        }
      }
      return counted;
    }

    private static Counted ofNumbers(Column base, int[] rows, int size) {
      Counted counted = new Counted(1024);
      LongNumbers numbers = new LongNumbers();
      if (base instanceof DecimalColumn decimals) {
        double[] values = decimals.values();
        for (int row = 0; row < size; row++) {
          double value = values[rows == null ? row : rows[row]];
          if (Double.isNaN(value)) {
            counted.missing++;
          } else {
            counted.add(numbers.of(Double.doubleToRawLongBits(value)), row);
          }
        }
        return counted;
      }
      for (int row = 0; row < size; row++) {
        int cell = rows == null ? row : rows[row];
        if (base.isMissing(cell)) {
          counted.missing++;
        } else {
          counted.add(numbers.of(Tally.bits(base, cell)), row);
        }
      }
      return counted;
    }

    private void add(int value, int row) {
      if (value >= counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
        firsts = Arrays.copyOf(firsts, counts.length);
      }
      if (counts[value]++ == 0) {
        firsts[value] = row;
      }
    }
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
   * @param most how many of the most frequent values are wanted, at least 1
   */
  public static ColumnSummary of(Column column, int most) {
    return new ColumnSummary(column, most);
  }

  // Few are wanted of many, so that nothing is sorted; of equally frequent ones, those that came
  // first.
  private static List<Frequent> top(Column column, Counted counted, int most) {
    int[] counts = counted.counts;
    int[] firsts = counted.firsts;
    int[] best = new int[most];
    int found = 0;
    for (int value = 0; value < counts.length; value++) {
      int count = counts[value];
      if (count > 0 && (found < most || isBefore(counts, firsts, value, best[found - 1]))) {
        int place = Math.min(found, most - 1);
        while (place > 0 && isBefore(counts, firsts, value, best[place - 1])) {
          best[place] = best[place - 1];
          place--;
        }
        best[place] = value;
        found = Math.min(most, found + 1);
      }
    }
    List<Frequent> top = new ArrayList<>();
    for (int place = 0; place < found; place++) {
      int row = firsts[best[place]];
      top.add(new Frequent(column.text(row), row, counts[best[place]]));
    }
    return List.copyOf(top);
  }

  private static boolean isBefore(int[] counts, int[] firsts, int one, int other) {
    return counts[one] > counts[other]
        || (counts[one] == counts[other] && firsts[one] < firsts[other]);
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
