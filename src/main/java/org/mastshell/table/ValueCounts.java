package org.mastshell.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often each value stands in a column. */
public final class ValueCounts {
  private ValueCounts() {}

  /**
   * A value and the number of rows that hold it.
   *
   * @param value null for rows whose value is missing or empty
   * @param count at least 1
   */
  public record ValueCount(String value, int count) {}

  /** The values of the subject, most frequent first, equally frequent ones in natural order. */
  public static List<ValueCount> of(Table table, Subject subject) {
    TextColumn cells = TextColumn.from(table.column(subject));
    int[] counts = new int[cells.dictionarySize()];
    int missing = 0;
    for (int row = 0; row < cells.size(); row++) {
      if (cells.isEmpty(row)) {
        missing++;
      } else {
        counts[cells.code(row)]++;
      }
    }
    List<ValueCount> values = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        values.add(new ValueCount(cells.word(code), counts[code]));
      }
    }
    if (missing > 0) {
      values.add(new ValueCount(null, missing));
    }
    values.sort(
        Comparator.comparingInt(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, Comparator.nullsLast(NaturalOrder.INSTANCE)));
    return List.copyOf(values);
  }
}
