package org.mastshell.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Keeps one row of those that share a key. */
public final class Distinct {
  private Distinct() {}

  /** Says which of two rows with the same key is to stay. */
  @FunctionalInterface
  public interface Preference {
    /** Whether the later row shall stay in place of the one kept so far. */
    boolean prefersLater(int kept, int later);
  }

  /**
   * One row for each value of the subject, in the order in which the values first appear. Rows
   * without a value all stay, since nothing says that they are the same.
   */
  public static Table by(Table table, Subject subject, Preference preference) {
    Column keys = table.column(subject);
    Map<String, Integer> places = new HashMap<>();
    int[] kept = new int[table.size()];
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      String key = keys.text(row);
      Integer place = key == null ? null : places.putIfAbsent(key, count);
      if (place == null) {
        kept[count++] = row;
      } else if (preference.prefersLater(kept[place], row)) {
        kept[place] = row;
      }
    }
    return table.select(Arrays.copyOf(kept, count));
  }

  /** One row for each value of the subject: the first. */
  public static Table by(Table table, Subject subject) {
    return by(table, subject, (kept, later) -> false);
  }
}
