package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mastshell.output.Look;
import org.mastshell.output.ShownValue;
import org.mastshell.table.Column;
import org.mastshell.table.DecimalColumn;
import org.mastshell.vocabulary.Field;

/**
 * Counts decimal numbers by ranges that reach from one number which occurs to another, so that no
 * number is in two of them: a few values by themselves, many in steps of equal width, those over
 * several powers of ten in equal steps of their logarithm.
 */
final class NumberRanges {
  private static final int MOST_VALUES = 12;
  private static final int STEPS = 10;
  private static final double WIDE = 1000;

  private final Field field;
  private final Look look;
  private final double[] sorted;

  private NumberRanges(Field field, double... sorted) {
    this.field = field;
    this.look = ColumnLooks.of(field).look();
    this.sorted = sorted;
  }

  /** The lines in the order of the numbers. */
  static List<FacetLine> of(Field field, Column cells) {
    double[] sorted =
        IntStream.range(0, cells.size())
            .mapToDouble(cells::number)
            .filter(number -> !Double.isNaN(number))
            .sorted()
            .toArray();
    return new NumberRanges(field, sorted).lines();
  }

  private List<FacetLine> lines() {
    List<FacetLine> lines = new ArrayList<>();
    boolean few = Arrays.stream(sorted).distinct().limit(MOST_VALUES + 1L).count() <= MOST_VALUES;
    int from = 0;
    for (int to = 1; to <= sorted.length; to++) {
      boolean ends =
          to == sorted.length
              || (few ? sorted[to] != sorted[from] : step(sorted[to]) != step(sorted[from]));
      if (ends) {
        lines.add(line(sorted[from], sorted[to - 1], to - from));
        from = to;
      }
    }
    return lines;
  }

  private int step(double number) {
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    boolean wide = least > 0 && most / least > WIDE;
    double part =
        wide
            ? Math.log(number / least) / Math.log(most / least)
            : (number - least) / (most - least);
    return Math.min(STEPS - 1, (int) (part * STEPS));
  }

  private FacetLine line(double least, double most, int count) {
    String low = ShownValue.of(least, look);
    String high = ShownValue.of(most, look);
    String value = exact(least) + ".." + exact(most);
    String label = low.equals(high) ? low : low + " … " + high;
    return new FacetLine(field, label, value, () -> Optional.of(value), count);
  }

  private static String exact(double number) {
    return DecimalColumn.of(number).text(0);
  }
}
