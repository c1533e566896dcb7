package org.mastshell.command;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.table.NaturalOrder;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.ValueCounts;
import org.mastshell.table.ValueCounts.ValueCount;

/** Says in a few words how the rows of a set divide by a column. */
final class Breakdown {
  private static final int MOST = 8;

  private Breakdown() {}

  /** The values with their counts, the most frequent first, and how many more there are. */
  static String of(Table table, String column) {
    return text(ValueCounts.of(table, Subject.column(column)));
  }

  /** The same for counts that are known already. */
  static String text(List<ValueCount> counts) {
    String named =
        counts.stream().limit(MOST).map(Breakdown::one).collect(Collectors.joining(" · "));
    return counts.size() > MOST ? named + " · and " + (counts.size() - MOST) + " more" : named;
  }

  /** Calibration levels in their order: {@code level 2 3,910 · level 3 84}; planned is -1. */
  static String levels(Table table) {
    return ValueCounts.of(table, Subject.column("calib_level")).stream()
        .sorted(
            Comparator.comparing(ValueCount::value, Comparator.nullsLast(NaturalOrder.INSTANCE)))
        .map(count -> count.value() == null ? one(count) : "level " + one(count))
        .collect(Collectors.joining(" · "));
  }

  /** Lower and upper end of a column's numbers; an empty array where it has none. */
  static double[] bounds(Table table, String column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    var cells = table.find(column);
    for (int row = 0; cells.isPresent() && row < table.size(); row++) {
      double value = cells.get().number(row);
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low > high ? new double[0] : new double[] {low, high};
  }

  private static String one(ValueCount count) {
    String value = count.value() == null || count.value().isEmpty() ? "(none)" : count.value();
    return CleanText.oneLine(value) + " " + Counts.text(count.count());
  }
}
