package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.KeyedRows;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/**
 * Two sets row by row: which rows are new, gone or changed. Where several rows have the same key (a
 * file that is listed for several observations), one has changed if an older one of them is there
 * no more as it was, and it is none of those; one listing more of a known file is no change.
 */
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

  // Made only where a row differs from the first one with its key.
  private Map<String, Shared> shared;

  /**
   * What the older rows of a key hold.
   *
   * @param older their cells
   * @param oneLost whether one of them is not among the newer rows
   */
  private record Shared(Set<List<String>> older, boolean oneLost) {}

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
    changed = IntStream.range(0, after.size()).filter(this::hasChanged).toArray();
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
      if (!Objects.equals(from, to)) {
        changes.add(names.get(place) + " " + cell(from) + " → " + cell(to));
      }
    }
    return changes;
  }

  private boolean hasChanged(int row) {
    int earlier = earlier(row);
    if (earlier < 0 || isEqual(earlier, row)) {
      return false;
    }
    if (shared == null) {
      shared = shared();
    }
    Shared rows = shared.get(key(row));
    return rows.oneLost() && !rows.older().contains(cells(now, row));
  }

  // Each row is looked at once, however many have the same key.
  private Map<String, Shared> shared() {
    Map<String, Set<List<String>>> older = byKey(beforeRows, old, before.size());
    Map<String, Set<List<String>>> newer = byKey(afterRows, now, after.size());
    Map<String, Shared> all = new HashMap<>();
    older.forEach(
        (key, rows) ->
            all.put(key, new Shared(rows, !newer.getOrDefault(key, Set.of()).containsAll(rows))));
    return all;
  }

  private boolean isEqual(int earlier, int row) {
    return IntStream.range(0, names.size())
        .allMatch(place -> Objects.equals(old.get(place).text(earlier), now.get(place).text(row)));
  }

  private static Map<String, Set<List<String>>> byKey(
      KeyedRows rows, List<Column> columns, int size) {
    Map<String, Set<List<String>>> all = new HashMap<>();
    for (int row = 0; row < size; row++) {
      all.computeIfAbsent(rows.key(row), key -> new HashSet<>()).add(cells(columns, row));
    }
    return all;
  }

  private static List<String> cells(List<Column> columns, int row) {
    return columns.stream().map(column -> column.text(row)).toList();
  }

  private int earlier(int row) {
    return beforeRows.row(afterRows.key(row));
  }

  private static String cell(String text) {
    return text == null ? "nothing" : text;
  }
}
