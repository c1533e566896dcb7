package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mastshell.chart.Legend;
import org.mastshell.output.CleanText;
import org.mastshell.output.Look;
import org.mastshell.output.ShownColumn;
import org.mastshell.output.ShownValue;
import org.mastshell.table.Column;
import org.mastshell.table.Grouping;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/**
 * Rows by what they have in some fields. Values of numbers and dates are one where they are shown
 * alike, and groups by such stand in the order of the values; others have the largest group first.
 */
final class RowGroups {
  private static final String NONE = "(none)";
  private static final String ALL = "rows";
  private static final String APART = " · ";
  private static final String RANGE = "..";

  private final List<String> names;
  private final List<String> exact;
  private final int[] counts;
  private final int[] ofRow;
  private final int[] series;
  private final boolean ordered;

  private RowGroups(
      List<String> names, List<String> exact, int[] counts, boolean ordered, int... ofRow) {
    this.names = names;
    this.exact = exact;
    this.counts = counts;
    this.ordered = ordered;
    this.ofRow = ofRow;
    this.series = series(counts);
  }

  /** A field with its cells. */
  private record Key(Field field, Column cells) {
    boolean isOrdered() {
      return field.kind().isNumber() && cells.type().isNumeric();
    }

    String shown(int row) {
      if (!isOrdered()) {
        String text = cells.text(row);
        return text == null || text.isBlank() ? NONE : text;
      }
      if (cells.isMissing(row)) {
        return NONE;
      }
      ShownColumn column = ColumnLooks.of(field);
      String text = ShownValue.of(cells, row, column.look());
      boolean bare = column.look() == Look.NUMBER || column.look() == Look.ANGLE;
      return bare && !column.unit().isEmpty() ? text + " " + column.unit() : text;
    }

    String exact(Group group) {
      String least = cells.text(group.least(this));
      String most = cells.text(group.most(this));
      return !isOrdered() || least == null || least.equals(most)
          ? shownOr(least)
          : least + RANGE + most;
    }

    private static String shownOr(String text) {
      return text == null || text.isBlank() ? NONE : text;
    }
  }

  /** Rows that are shown alike; of each field the rows with its least and greatest value. */
  private static final class Group {
    private final Map<Key, int[]> ends = new LinkedHashMap<>();
    private final List<String> shown;
    private int rows;

    Group(List<String> shown) {
      this.shown = shown;
    }

    void add(List<Key> keys, int row, int count) {
      rows += count;
      for (Key key : keys) {
        int[] end = ends.computeIfAbsent(key, first -> new int[] {row, row});
        end[0] = key.cells().compare(row, end[0]) < 0 ? row : end[0];
        end[1] = key.cells().compare(row, end[1]) > 0 ? row : end[1];
      }
    }

    int least(Key key) {
      return ends.get(key)[0];
    }

    int most(Key key) {
      return ends.get(key)[1];
    }
  }

  /**
   * The groups of a table.
   *
   * @param fields whose values tell them apart; without any, all rows are one group
   */
  static RowGroups of(Table rows, List<Field> fields) {
    Grouping grouping = Grouping.of(rows, fields.stream().map(Field::subject).toList());
    List<Key> keys =
        fields.stream().map(field -> new Key(field, rows.column(field.subject()))).toList();
    // A blank text is no value either.
    Map<List<String>, Group> groups = new LinkedHashMap<>();
    Group[] groupOf = new Group[grouping.size()];
    for (int group = 0; group < groupOf.length; group++) {
      int first = grouping.first(group);
      List<String> shown = keys.stream().map(key -> key.shown(first)).toList();
      groupOf[group] = groups.computeIfAbsent(shown, Group::new);
      groupOf[group].add(keys, first, grouping.count(group));
    }
    boolean ordered = keys.stream().anyMatch(Key::isOrdered);
    List<Group> inOrder = new ArrayList<>(groups.values());
    inOrder.sort(
        ordered ? byValue(keys) : Comparator.comparingInt((Group group) -> group.rows).reversed());
    Map<Group, Integer> places = new HashMap<>();
    inOrder.forEach(group -> places.put(group, places.size()));
    int[] ofRow = new int[rows.size()];
    for (int row = 0; row < ofRow.length; row++) {
      ofRow[row] = places.get(groupOf[grouping.of(row)]);
    }
    return new RowGroups(
        names(inOrder.stream().map(group -> group.shown).toList()),
        names(inOrder.stream().map(group -> exact(keys, group)).toList()),
        inOrder.stream().mapToInt(group -> group.rows).toArray(),
        ordered,
        ofRow);
  }

  private static List<String> exact(List<Key> keys, Group group) {
    return keys.stream().map(key -> key.exact(group)).toList();
  }

  private static Comparator<Group> byValue(List<Key> keys) {
    return (one, other) -> {
      int order = 0;
      for (int i = 0; order == 0 && i < keys.size(); i++) {
        Key key = keys.get(i);
        order = key.cells().compare(one.least(key), other.least(key));
      }
      return order;
    };
  }

  // Values stand beside each other, unless it could not be told then where one ends.
  private static List<String> names(List<List<String>> groups) {
    if (groups.size() == 1 && groups.get(0).isEmpty()) {
      return List.of(ALL);
    }
    Map<String, Long> named =
        groups.stream()
            .map(values -> String.join(" ", values))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return groups.stream()
        .map(values -> String.join(named.get(String.join(" ", values)) > 1 ? APART : " ", values))
        .map(CleanText::oneLine)
        .toList();
  }

  // The largest have a colour of their own, in the order of the groups.
  private static int[] series(int... counts) {
    int own = counts.length > Legend.MOST ? Legend.MOST - 1 : counts.length;
    int[] large =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer group) -> counts[group]).reversed())
            .limit(own)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    int[] series = new int[counts.length];
    Arrays.fill(series, own);
    for (int i = 0; i < large.length; i++) {
      series[large[i]] = i;
    }
    return series;
  }

  /** How many there are. */
  int size() {
    return names.size();
  }

  /** What people call one; nothing in it can act on a terminal. */
  String name(int group) {
    return names.get(group);
  }

  /** The group of a row. */
  int of(int row) {
    return ofRow[row];
  }

  /** What one is, with all digits: {@code 644.2079..644.2081} where several numbers look alike. */
  String exact(int group) {
    return exact.get(group);
  }

  /** Whether they are in the order of numbers or dates. */
  boolean isOrdered() {
    return ordered;
  }

  /** The one with a colour of its own that a group belongs to: small ones share the last. */
  int series(int group) {
    return series[group];
  }

  /** Those with colours of their own. */
  Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    int others = 0;
    int rest = 0;
    int own = size() > Legend.MOST ? Legend.MOST - 1 : size();
    for (int group = 0; group < size(); group++) {
      if (series[group] < own) {
        entries.add(new Legend.Entry(names.get(group), counts[group]));
      } else {
        others++;
        rest += counts[group];
      }
    }
    if (others > 0) {
      entries.add(new Legend.Entry(others + " others", rest));
    }
    return new Legend(entries);
  }
}
