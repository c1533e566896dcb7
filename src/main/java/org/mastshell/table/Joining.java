package org.mastshell.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Rows of two tables side by side, where a value of one is a value of the other. Case does not
 * count, and a missing value is like no other.
 */
public final class Joining {
  private final Table left;
  private final Table right;
  private final List<Integer> leftRows = new ArrayList<>();
  private final List<Integer> rightRows = new ArrayList<>();
  private int partnered;

  private Joining(Table left, Table right) {
    this.left = left;
    this.right = right;
  }

  /**
   * Finds the partners of rows.
   *
   * @param leftColumn of the left table
   * @param rightColumn of the right table
   * @param reading what of a value is compared
   * @param agree whether two values of which this is the same belong together
   */
  public static Joining of(
      Table left,
      String leftColumn,
      Table right,
      String rightColumn,
      UnaryOperator<String> reading,
      BiPredicate<String, String> agree) {
    Joining joining = new Joining(left, right);
    Map<String, List<Integer>> partners = new HashMap<>();
    Column others = right.column(rightColumn);
    for (int row = 0; row < right.size(); row++) {
      String key = key(others, row, reading);
      if (key != null) {
        partners.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
      }
    }
    Column own = left.column(leftColumn);
    for (int row = 0; row < left.size(); row++) {
      int before = joining.leftRows.size();
      for (int partner : partners.getOrDefault(key(own, row, reading), List.of())) {
        if (agree.test(own.text(row), others.text(partner))) {
          joining.leftRows.add(row);
          joining.rightRows.add(partner);
        }
      }
      joining.partnered += joining.leftRows.size() > before ? 1 : 0;
    }
    return joining;
  }

  private static String key(Column column, int row, UnaryOperator<String> reading) {
    String text = column.isMissing(row) ? null : reading.apply(column.text(row).strip());
    return text == null || text.isEmpty() ? null : text.toLowerCase(Locale.ROOT);
  }

  /** How many rows of the left table have a partner. */
  public int partnered() {
    return partnered;
  }

  /**
   * Each row of the left table beside each of its partners: the columns of the left one, then those
   * of the right one that it does not have; those that it has get a number behind their names where
   * they differ.
   */
  public Table table() {
    int[] leftOrder = leftRows.stream().mapToInt(Integer::intValue).toArray();
    int[] rightOrder = rightRows.stream().mapToInt(Integer::intValue).toArray();
    Table joined = left.select(leftOrder);
    Table partners = right.select(rightOrder);
    for (int place = 0; place < partners.columns().size(); place++) {
      String name = partners.columns().get(place).name();
      String unit = partners.columns().get(place).unit();
      Column column = partners.columnAt(place);
      if (!joined.has(name)) {
        joined = joined.with(name, column, unit);
      } else if (!isSame(joined.column(name), column) || !unit.equals(unit(joined, name))) {
        joined = joined.with(free(name, joined), column, unit);
      }
    }
    return joined;
  }

  private static String unit(Table table, String name) {
    return table.columns().stream()
        .filter(info -> info.name().equalsIgnoreCase(name))
        .map(ColumnInfo::unit)
        .findFirst()
        .orElse("");
  }

  private static String free(String name, Table taken) {
    int number = 2;
    while (taken.has(name + "_" + number)) {
      number++;
    }
    return name + "_" + number;
  }

  private static boolean isSame(Column one, Column other) {
    for (int row = 0; row < one.size(); row++) {
      String text = one.text(row);
      if (text == null ? other.text(row) != null : !text.equals(other.text(row))) {
        return false;
      }
    }
    return true;
  }
}
