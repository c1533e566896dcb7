package org.mastshell.table;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of a table put together by what some subjects are in them: one group for each
 * combination that occurs, in order of first appearance. A missing value, or an empty text, makes a
 * group as any other.
 */
public final class Grouping {
  private static final long CODES = 1L << 32;

  private final int[] groups;
  private final int[] firsts;
  private final int[] counts;

  private Grouping(int[] groups, int size) {
    this.groups = groups;
    firsts = new int[size];
    counts = new int[size];
    Arrays.fill(firsts, -1);
    for (int row = 0; row < groups.length; row++) {
      int group = groups[row];
      if (counts[group]++ == 0) {
        firsts[group] = row;
      }
    }
  }

  /** The groups by these subjects; without any, all rows are one group. */
  public static Grouping of(Table table, List<Subject> subjects) {
    int[] groups = new int[table.size()];
    int size = groups.length == 0 ? 0 : 1;
    for (Subject subject : subjects) {
      int[] codes = codes(table.column(subject));
      LongNumbers pairs = new LongNumbers();
      for (int row = 0; row < groups.length; row++) {
        groups[row] = pairs.of(groups[row] * CODES + codes[row]);
      }
      size = pairs.size();
    }
    return new Grouping(groups, size);
  }

  // Small numbers that tell the values of a column apart; 0 is no value.
  private static int[] codes(Column column) {
    Column base = column instanceof ColumnView view ? view.base() : column;
    LongNumbers numbers = new LongNumbers();
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      int cell = column instanceof ColumnView view ? view.baseRow(row) : row;
      if (base instanceof TextColumn texts) {
        codes[row] = texts.isEmpty(cell) ? 0 : 1 + texts.code(cell);
      } else {
        codes[row] = base.isMissing(cell) ? 0 : 1 + numbers.of(Tally.bits(base, cell));
      }
    }
    return codes;
  }

  /** How many groups there are. */
  public int size() {
    return firsts.length;
  }

  /** The group of a row, from 0. */
  public int of(int row) {
    return groups[row];
  }

  /** The first row of a group, from 0. */
  public int first(int group) {
    return firsts[group];
  }

  /** How many rows a group has. */
  public int count(int group) {
    return counts[group];
  }

  /**
   * The sum of a column's numbers in each group.
   *
   * @return NaN for a group without any number
   */
  public double[] sums(Column column) {
    NeumaierSum[] sums = new NeumaierSum[size()];
    for (int row = 0; row < groups.length; row++) {
      double number = column.number(row);
      if (!Double.isNaN(number)) {
        int group = groups[row];
        if (sums[group] == null) {
          sums[group] = new NeumaierSum();
        }
        sums[group].add(number);
      }
    }
    return Arrays.stream(sums).mapToDouble(sum -> sum == null ? Double.NaN : sum.value()).toArray();
  }
}
