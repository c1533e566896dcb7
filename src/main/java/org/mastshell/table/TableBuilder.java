package org.mastshell.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a table row by row. Columns are named beforehand or when their first cell arrives; cells
 * that a row does not give are missing. Not safe for use by several threads at once.
 */
public final class TableBuilder {
  private final List<String> names = new ArrayList<>();
  private final List<String> units = new ArrayList<>();
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private int rows;

  /**
   * Announces a column. A name that is known already (case does not count) keeps its place and
   * type.
   *
   * @return the place of the column, to be given to the {@code set} methods
   */
  public int column(String name, ColumnType type) {
    Integer known = places.get(key(name));
    if (known != null) {
      return known;
    }
    int place = columns.size();
    places.put(key(name), place);
    names.add(name);
    units.add("");
    ColumnBuilder column = new ColumnBuilder(type);
    for (int row = 0; row < rows; row++) {
      column.addMissing();
    }
    columns.add(column);
    return place;
  }

  /** The place of a column that was announced, or -1. */
  public int place(String name) {
    return places.getOrDefault(key(name), -1);
  }

  /** Gives the cell of the row under way a text; null leaves it missing. */
  public void set(int column, String text) {
    if (free(column)) {
      columns.get(column).add(text);
    }
  }

  /** Gives the cell of the row under way the text that these characters are. */
  public void set(int column, char[] characters, int offset, int length) {
    if (free(column)) {
      columns.get(column).add(characters, offset, length);
    }
  }

  /** Gives the cell of the row under way a text as it is, whatever it spells. */
  public void setText(int column, String text) {
    if (free(column)) {
      columns.get(column).addText(text);
    }
  }

  /** Gives the cell of the row under way a whole number. */
  public void set(int column, long value) {
    if (free(column)) {
      columns.get(column).add(value);
    }
  }

  /** Gives the cell of the row under way a number; NaN leaves it missing. */
  public void set(int column, double value) {
    if (free(column)) {
      columns.get(column).add(value);
    }
  }

  /** Gives the cell of the row under way a truth value. */
  public void set(int column, boolean value) {
    if (free(column)) {
      columns.get(column).add(value);
    }
  }

  /** Ends the row under way; cells that got no value are missing. */
  public void endRow() {
    rows++;
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).size() < rows) {
        columns.get(place).addMissing();
      }
    }
  }

  /**
   * Adds every row of a table, matching columns by name. Text stays the text that it is. A column
   * that had cells before and has another unit here has none: nobody could tell the cells apart.
   */
  public TableBuilder addAll(Table table) {
    List<ColumnInfo> infos = table.columns();
    for (int i = 0; i < infos.size(); i++) {
      boolean first = rows == 0 || place(infos.get(i).name()) < 0;
      int target = column(infos.get(i).name(), infos.get(i).type());
      // Of two columns of one name the first is taken.
      if (free(target)) {
        columns.get(target).addAll(table.plainColumn(i));
        String unit = infos.get(i).unit();
        units.set(target, first || unit.equals(units.get(target)) ? unit : "");
      }
    }
    rows += table.size();
    for (ColumnBuilder column : columns) {
      while (column.size() < rows) {
        column.addMissing();
      }
    }
    return this;
  }

  /** Number of rows ended so far. */
  public int size() {
    return rows;
  }

  /** The table of all rows ended so far. The builder may go on being used. */
  public Table build() {
    List<ColumnInfo> infos = new ArrayList<>();
    List<Column> built = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i).build(rows);
      infos.add(new ColumnInfo(names.get(i), column.type(), units.get(i)));
      built.add(column);
    }
    return new Table(infos, built, rows);
  }

  // A row that names a column twice keeps the first value: a second cell would shift the rows
  // below.
  private boolean free(int column) {
    return columns.get(column).size() == rows;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
