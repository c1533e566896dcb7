package org.mastshell.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each value stands in a column. */
public final class ValueCounts {
  private ValueCounts() {}

  /**
   * A value and the number of rows that hold it.
   *
   * @param value null for rows without a value
   * @param count at least 1
   */
  public record ValueCount(String value, int count) {}

  /** The values of the subject, most frequent first, equally frequent ones in natural order. */
  public static List<ValueCount> of(Table table, Subject subject) {
    Column cells = table.column(subject);
    Map<String, Integer> counts = new HashMap<>();
    for (int row = 0; row < cells.size(); row++) {
      counts.merge(cells.text(row), 1, Integer::sum);
    }
    List<ValueCount> values = new ArrayList<>();
    counts.forEach((value, count) -> values.add(new ValueCount(value, count)));
    values.sort(
        Comparator.comparingInt(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, Comparator.nullsLast(NaturalOrder.INSTANCE)));
    return List.copyOf(values);
  }
}
