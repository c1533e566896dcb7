package org.mastshell.table;

import java.util.Arrays;

/** Keeps one row of those that share a key. */
public final class Distinct {
  private static final int NONE = -1;

  private Distinct() {}

  /** Says which of two rows with the same key is to stay. */
  @FunctionalInterface
  public interface Preference {
    /** Whether the later row shall stay in place of the one kept so far. */
    boolean prefersLater(int kept, int later);
  }

  /**
   * One row for each value of the subject, in the order in which the values first appear. Rows
   * whose value is missing or empty all stay, since nothing says that they are the same.
   */
  public static Table by(Table table, Subject subject, Preference preference) {
    TextColumn keys = TextColumn.from(table.column(subject));
    int[] places = new int[keys.dictionarySize()];
    Arrays.fill(places, NONE);
    int[] kept = new int[table.size()];
    int count = 0;
    for (int row = 0; row < kept.length; row++) {
      if (keys.isEmpty(row)) {
        kept[count++] = row;
        continue;
      }
      int place = places[keys.code(row)];
      if (place == NONE) {
        places[keys.code(row)] = count;
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
