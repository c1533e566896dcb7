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
    Tally tally = Tally.of(table, subject);
    List<ValueCount> values = new ArrayList<>();
    for (int i = 0; i < tally.size(); i++) {
      values.add(new ValueCount(tally.text(i), tally.count(i)));
    }
    if (tally.missing() > 0) {
      values.add(new ValueCount(null, tally.missing()));
    }
    values.sort(
        Comparator.comparingInt(ValueCount::count)
            .reversed()
            .thenComparing(ValueCount::value, Comparator.nullsLast(NaturalOrder.INSTANCE)));
    return List.copyOf(values);
  }
}
