package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mastshell.chart.Legend;
import org.mastshell.output.CleanText;
import org.mastshell.table.Column;
import org.mastshell.table.Grouping;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/** Rows by what they have in some fields; the largest group comes first. */
final class RowGroups {
  private static final String NONE = "(none)";
  private static final String ALL = "rows";
  private static final String APART = " · ";

  private final List<String> names;
  private final int[] counts;
  private final int[] ofRow;

  private RowGroups(List<String> names, int[] counts, int... ofRow) {
    this.names = names;
    this.counts = counts;
    this.ofRow = ofRow;
  }

  /**
   * The groups of a table.
   *
   * @param fields whose values tell them apart; without any, all rows are one group
   */
  static RowGroups of(Table rows, List<Field> fields) {
    List<Subject> subjects = fields.stream().map(Field::subject).toList();
    Grouping grouping = Grouping.of(rows, subjects);
    List<Column> columns = subjects.stream().map(rows::column).toList();
    // A blank text is no value either.
    Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    int[] numberOf = new int[grouping.size()];
    for (int group = 0; group < numberOf.length; group++) {
      int first = grouping.first(group);
      List<String> values = columns.stream().map(column -> value(column, first)).toList();
      numberOf[group] = numbers.computeIfAbsent(values, any -> numbers.size());
    }
    int[] ofRow = new int[rows.size()];
    for (int row = 0; row < ofRow.length; row++) {
      ofRow[row] = numberOf[grouping.of(row)];
    }
    return new RowGroups(names(numbers.keySet()), new int[numbers.size()], ofRow).counted();
  }

  // Values stand beside each other, unless it could not be told then where one ends.
  private static List<String> names(Collection<List<String>> groups) {
    if (groups.size() == 1 && groups.iterator().next().isEmpty()) {
      return List.of(ALL);
    }
    Map<String, Long> named =
        groups.stream()
            .map(values -> String.join(" ", values))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    return groups.stream()
        .map(values -> String.join(named.get(String.join(" ", values)) > 1 ? APART : " ", values))
        .toList();
  }

  private static String value(Column column, int row) {
    String text = column.text(row);
    return text == null || text.isBlank() ? NONE : text;
  }

  private RowGroups counted() {
    int[] sizes = new int[names.size()];
    for (int group : ofRow) {
      sizes[group]++;
    }
    Integer[] order = new Integer[sizes.length];
    Arrays.setAll(order, group -> group);
    Arrays.sort(order, (one, other) -> Integer.compare(sizes[other], sizes[one]));
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return new RowGroups(
        Arrays.stream(order).map(names::get).map(CleanText::oneLine).toList(),
        Arrays.stream(order).mapToInt(group -> sizes[group]).toArray(),
        Arrays.stream(ofRow).map(group -> place[group]).toArray());
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

  /** The one with a colour of its own that a group belongs to: small ones share the last. */
  int series(int group) {
    return size() > Legend.MOST ? Math.min(group, Legend.MOST - 1) : group;
  }

  /** Those with colours of their own. */
  Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    int own = size() > Legend.MOST ? Legend.MOST - 1 : size();
    for (int group = 0; group < own; group++) {
      entries.add(new Legend.Entry(names.get(group), counts[group]));
    }
    if (own < size()) {
      int rest = Arrays.stream(counts, own, size()).sum();
      entries.add(new Legend.Entry(size() - own + " others", rest));
    }
    return new Legend(entries);
  }
}
