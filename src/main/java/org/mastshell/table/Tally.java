package org.mastshell.table;

import java.util.Arrays;

/**
 * The distinct values of a column with the number of rows that hold each, the most frequent first,
 * equally frequent ones in the order in which they came. Texts that differ in case are different
 * values. Made in one pass that compares no texts, so that it is there at once for many rows too.
 */
public final class Tally {
  private final Column column;
  private final int[] rows;
  private final int[] counts;
  private final int missing;

  private Tally(Column column, int[] rows, int[] counts, int missing) {
    this.column = column;
    this.rows = rows;
    this.counts = counts;
    this.missing = missing;
  }

  /** Counts what a subject is in the rows of a table. */
  public static Tally of(Table table, Subject subject) {
    return of(table.column(subject));
  }

  /** Counts the values of a column. */
  static Tally of(Column column) {
    Column base = column instanceof ColumnView view ? view.base() : column;
    return base instanceof TextColumn texts ? ofTexts(column, texts) : ofNumbers(column, base);
  }

  // The loops are plain, since they run before much is compiled.
  private static Tally ofTexts(Column column, TextColumn texts) {
    Places places = new Places(texts.dictionarySize());
    int[] codes = texts.codes();
    int[] rows = column instanceof ColumnView view ? view.rows() : null;
    int empty = texts.emptyCode();
    int size = column.size();
    for (int row = 0; row < size; row++) {
      int code = codes[rows == null ? row : rows[row]];
      if (code < 0 || code == empty) {
        places.missing++;
      } else if (places.counts[code]++ == 0) {
        places.firsts[code] = row;
      }
    }
    return places.tally(column);
  }

  private static Tally ofNumbers(Column column, Column base) {
    LongNumbers numbers = new LongNumbers();
    Places places = new Places(0);
    for (int row = 0; row < column.size(); row++) {
      int cell = cell(column, row);
      places.add(base.isMissing(cell) ? -1 : numbers.of(bits(base, cell)), row);
    }
    return places.tally(column);
  }

  private static int cell(Column column, int row) {
    return column instanceof ColumnView view ? view.baseRow(row) : row;
  }

  static long bits(Column base, int cell) {
    return base instanceof IntegerColumn integers
        ? integers.value(cell)
        : Double.doubleToLongBits(base.number(cell));
  }

  /** How many different values there are. */
  public int size() {
    return rows.length;
  }

  /** A value as text in its canonical form; never null or empty. */
  public String text(int index) {
    return column.text(rows[index]);
  }

  /** A value as a number; NaN if it is none. */
  public double number(int index) {
    return column.number(rows[index]);
  }

  /** The first row that holds a value, from 0. */
  public int row(int index) {
    return rows[index];
  }

  /** How many rows hold a value. */
  public int count(int index) {
    return counts[index];
  }

  /** How many rows have no value, or an empty text. */
  public int missing() {
    return missing;
  }

  /**
   * For each value, which has a number of its own, how many rows hold it and which is the first.
   */
  private static final class Places {
    private int[] counts;
    private int[] firsts;
    private int missing;

    Places(int expected) {
      counts = new int[expected];
      firsts = new int[expected];
    }

    /**
     * @param value its number, or -1 where there is none
     */
    void add(int value, int row) {
      if (value < 0) {
        missing++;
        return;
      }
      if (value >= counts.length) {
        int larger = Math.max(value + 1, counts.length * 2);
        counts = Arrays.copyOf(counts, larger);
        firsts = Arrays.copyOf(firsts, larger);
      }
      if (counts[value]++ == 0) {
        firsts[value] = row;
      }
    }

    // Sorted by dealing out: first how many values there are of each frequency, then each to its
    // place.
    Tally tally(Column column) {
      int most = 0;
      for (int count : counts) {
        most = Math.max(most, count);
      }
      int[] next = new int[most + 2];
      for (int count : counts) {
        if (count > 0) {
          next[most - count + 1]++;
        }
      }
      for (int i = 1; i < next.length; i++) {
        next[i] += next[i - 1];
      }
      int[] rows = new int[next[next.length - 1]];
      int[] sorted = new int[rows.length];
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] > 0) {
          int place = next[most - counts[value]]++;
          rows[place] = firsts[value];
          sorted[place] = counts[value];
        }
      }
      return new Tally(column, rows, sorted, missing);
    }
  }
}
