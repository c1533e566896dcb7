package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.KeyedRows;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Two sets row by row: which rows are new, gone or changed. */
final class SetComparison {
  private final WorkingSet before;
  private final WorkingSet after;
  private final KeyedRows beforeRows;
  private final KeyedRows afterRows;
  private final List<String> names = new ArrayList<>();
  private final List<Column> old = new ArrayList<>();
  private final List<Column> now = new ArrayList<>();
  private final int[] fresh;
  private final int[] gone;
  private final int[] changed;

  /**
   * Compares them.
   *
   * @param key tells rows apart
   * @param fields what columns are called
   */
  SetComparison(WorkingSet before, WorkingSet after, Field key, Fields fields) {
    this.before = before;
    this.after = after;
    beforeRows = KeyedRows.of(before.table(), key.subject());
    afterRows = KeyedRows.of(after.table(), key.subject());
    for (ColumnInfo info : before.table().columns()) {
      if (after.table().has(info.name())) {
        names.add(fields.of(info.name(), before.kind()).name());
        old.add(before.table().column(info.name()));
        now.add(after.table().column(info.name()));
      }
    }
    fresh = IntStream.range(0, after.size()).filter(row -> earlier(row) < 0).toArray();
    gone =
        IntStream.range(0, before.size())
            .filter(row -> afterRows.row(beforeRows.key(row)) < 0)
            .toArray();
    changed =
        IntStream.range(0, after.size())
            .filter(row -> earlier(row) >= 0 && !changes(row).isEmpty())
            .toArray();
  }

  /** The older set. */
  WorkingSet before() {
    return before;
  }

  /** The newer set. */
  WorkingSet after() {
    return after;
  }

  /** Rows of the newer set that the older one lacks. */
  int[] fresh() {
    return fresh.clone();
  }

  /** Rows of the older set that the newer one lacks. */
  int[] gone() {
    return gone.clone();
  }

  /** Rows of the newer set that the older one has with another cell. */
  int[] changed() {
    return changed.clone();
  }

  /** How many rows of the newer set are as they were. */
  int same() {
    return after.size() - fresh.length - changed.length;
  }

  /** Whether there is no difference at all. */
  boolean isEmpty() {
    return fresh.length + gone.length + changed.length == 0;
  }

  /** What tells apart a row of the newer set; null if it has no such value. */
  String key(int row) {
    return afterRows.key(row);
  }

  /** The same for a row of the older set. */
  String keyBefore(int row) {
    return beforeRows.key(row);
  }

  /** The new rows as a table. */
  Table freshRows() {
    return after.table().select(fresh);
  }

  /** The cells in which a row of the newer set differs from the older one: {@code size 1 → 2}. */
  List<String> changes(int row) {
    int earlier = earlier(row);
    List<String> changes = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      String from = old.get(place).text(earlier);
      String to = now.get(place).text(row);
      if (!String.valueOf(from).equals(String.valueOf(to))) {
        changes.add(names.get(place) + " " + cell(from) + " → " + cell(to));
      }
    }
    return changes;
  }

  private int earlier(int row) {
    return beforeRows.row(afterRows.key(row));
  }

  private static String cell(String text) {
    return text == null ? "nothing" : text;
  }
}
