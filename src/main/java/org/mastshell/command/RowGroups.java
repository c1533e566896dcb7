package org.mastshell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.chart.Legend;
import org.mastshell.output.CleanText;
import org.mastshell.table.Column;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.Field;

/** Rows by what they have in some fields; the largest group comes first. */
final class RowGroups {
  private static final String NONE = "(none)";

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
   * @param fields whose values tell them apart
   */
  static RowGroups of(Table rows, List<Field> fields) {
    List<Column> columns = fields.stream().map(field -> rows.column(field.subject())).toList();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] ofRow = new int[rows.size()];
    for (int row = 0; row < ofRow.length; row++) {
      String name = name(columns, row);
      Integer number = numbers.get(name);
      if (number == null) {
        number = names.size();
        numbers.put(name, number);
        names.add(name);
      }
      ofRow[row] = number;
    }
    return new RowGroups(names, new int[names.size()], ofRow).counted();
  }

  private static String name(List<Column> columns, int row) {
    if (columns.size() == 1) {
      return value(columns.get(0), row);
    }
    StringBuilder name = new StringBuilder();
    for (Column column : columns) {
      name.append(name.isEmpty() ? "" : " ").append(value(column, row));
    }
    return name.toString();
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
