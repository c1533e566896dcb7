package org.mastshell.language;

import java.util.Arrays;
import org.mastshell.table.Tally;
import org.mastshell.vocabulary.Field;

/**
 * The numbers in rows. A decimal number in a criterion stands for all that round to it, so it may
 * keep more rows than those that hold just this number.
 */
final class RoundedNumbers {
  private final QuantityScale scale;
  private final double[] sorted;

  RoundedNumbers(Tally tally, Field field) {
    scale = new QuantityScale(field);
    int rows = 0;
    for (int i = 0; i < tally.size(); i++) {
      rows += tally.count(i);
    }
    sorted = new double[rows];
    int place = 0;
    for (int i = 0; i < tally.size(); i++) {
      int end = place + tally.count(i);
      Arrays.fill(sorted, place, end, tally.number(i));
      place = end;
    }
    Arrays.sort(sorted);
  }

  /** How many rows a criterion for this number keeps. */
  int count(String text) {
    Extent extent = scale.whole(new ValueText(text, Word.in(text, 0, text.length())));
    return before(Math.nextUp(extent.high())) - before(extent.low());
  }

  // How many numbers are less than a limit.
  private int before(double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
