package org.mastshell.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the rows of a table in order. Equal rows keep the order they had. */
public final class RowOrder {
  private RowOrder() {}

  /** The table in the order of the keys, the first key first. */
  public static Table sort(Table table, List<SortKey> keys) {
    return table.select(rows(table, keys));
  }

  /** The numbers of the rows in the order of the keys, the first key first. */
  public static int[] rows(Table table, List<SortKey> keys) {
    Comparator<Integer> order = Comparator.comparingInt(row -> 0);
    for (SortKey key : keys) {
      order = order.thenComparing(comparator(table.column(key.subject()), key.descending()));
    }
    return IntStream.range(0, table.size())
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static Comparator<Integer> comparator(Column column, boolean descending) {
    return (first, second) -> {
      boolean firstMissing = column.isMissing(first);
      if (firstMissing || column.isMissing(second)) {
        return Boolean.compare(firstMissing, column.isMissing(second));
      }
      int order = column.compare(first, second);
      return descending ? -order : order;
    };
  }
}
