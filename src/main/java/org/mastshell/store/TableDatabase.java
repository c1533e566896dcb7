package org.mastshell.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/**
 * An SQLite database that holds a table for other programs: the rows, and two tables that describe
 * them ({@code columns} with {@code name type unit description ucd}, {@code metadata} with {@code
 * name value}).
 */
public final class TableDatabase {
  private static final int ROWS_BETWEEN_PULSES = 1000;

  private static final String COLUMNS = "columns";
  private static final String METADATA = "metadata";
  private static final String ROWS = "rows";
  private static final Set<String> OURS = Set.of("observations", "products", ROWS);
  private static final List<String> COLUMN_NOTE =
      List.of("name", "type", "unit", "description", "ucd");
  private static final List<String> NOTE = List.of("name", "value");

  private TableDatabase() {}

  /**
   * What is said of a column.
   *
   * @param name of the column; no two may have one name, whatever the case
   * @param unit empty if none
   * @param description empty if none
   * @param content its UCD; empty if none
   */
  public record ColumnNote(String name, String unit, String description, String content) {}

  /**
   * Writes a database.
   *
   * @param file an empty one
   * @param name of the table with the rows
   * @param cells each column's
   * @param rows how many
   * @param columns what is said of each
   * @param notes pairs of a name and a text about the whole
   * @param pulse is called now and then; what it throws ends the writing
   * @throws StoreException if it cannot be written; a part of it may be there
   */
  public static void write(
      Path file,
      String name,
      List<Column> cells,
      int rows,
      List<ColumnNote> columns,
      List<List<String>> notes,
      Runnable pulse) {
    try (Database database = Database.draft(file)) {
      database.change(
          connection -> {
            writeRows(connection, name, cells, rows, columns, pulse);
            describe(connection, cells, columns, notes);
            return null;
          });
    }
  }

  private static void writeRows(
      Connection connection,
      String name,
      List<Column> cells,
      int rows,
      List<ColumnNote> columns,
      Runnable pulse)
      throws SQLException {
    StringBuilder definitions = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      definitions.append(i == 0 ? "" : ", ").append(quoted(columns.get(i).name())).append(' ');
      definitions.append(typeWord(cells.get(i)));
    }
    Database.execute(connection, "CREATE TABLE " + quoted(name) + " (" + definitions + ")");
    String places = cells.stream().map(cell -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + quoted(name) + " VALUES (" + places + ")")) {
      for (int row = 0; row < rows; row++) {
        if (row % ROWS_BETWEEN_PULSES == 0) {
          pulse.run();
        }
        for (int i = 0; i < cells.size(); i++) {
          set(insert, i + 1, cells.get(i), row);
        }
        insert.executeUpdate();
      }
    }
  }

  static void set(PreparedStatement insert, int place, Column cells, int row) throws SQLException {
    if (cells.isMissing(row)) {
      insert.setObject(place, null);
      return;
    }
    switch (cells.type()) {
      case TEXT -> insert.setString(place, cells.text(row));
      case INTEGER -> insert.setLong(place, Long.parseLong(cells.text(row)));
      case DECIMAL -> insert.setDouble(place, cells.number(row));
      case BOOLEAN -> insert.setInt(place, cells.number(row) != 0 ? 1 : 0);
    }
  }

  private static void describe(
      Connection connection, List<Column> cells, List<ColumnNote> columns, List<List<String>> notes)
      throws SQLException {
    Database.execute(
        connection,
        "CREATE TABLE " + COLUMNS + texts(COLUMN_NOTE),
        "CREATE TABLE " + METADATA + texts(NOTE));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO columns VALUES (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < cells.size(); i++) {
        ColumnNote column = columns.get(i);
        insert.setString(1, column.name());
        insert.setString(2, typeWord(cells.get(i)));
        insert.setString(3, column.unit());
        insert.setString(4, column.description());
        insert.setString(5, column.content());
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
      for (List<String> note : notes) {
        insert.setString(1, note.get(0));
        insert.setString(2, note.get(1));
        insert.executeUpdate();
      }
    }
  }

  private static String texts(List<String> names) {
    return names.stream().map(name -> name + " TEXT").collect(Collectors.joining(", ", " (", ")"));
  }

  static String typeWord(Column cells) {
    return switch (cells.type()) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case DECIMAL -> "REAL";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  /**
   * Reads the table of a database, which may come from anywhere: nothing in it is run.
   *
   * @param most rows that it may have
   * @throws StoreException if it cannot be read, has no table, or several of which none is one of
   *     ours
   */
  public static DatabaseTable read(Path file, int most) {
    try (Database database = Database.foreign(file)) {
      List<String> tables = database.ask(TableDatabase::tables);
      boolean described = database.ask(connection -> isDescribed(connection, tables));
      String name = only(tables, described);
      List<String> notes = new ArrayList<>(others(tables, name, described));
      Table table = database.ask(connection -> rows(connection, name, most, notes));
      Map<String, String> units =
          tables.contains(COLUMNS) && !name.equals(COLUMNS)
              ? database.ask(TableDatabase::units)
              : Map.of();
      boolean common = name.equals(ROWS) && !described;
      return new DatabaseTable(common ? "" : name, table, units, notes);
    }
  }

  // The two tables that this program writes beside the rows.
  private static boolean isDescribed(Connection connection, List<String> tables)
      throws SQLException {
    return tables.contains(COLUMNS)
        && tables.contains(METADATA)
        && names(connection, COLUMNS).equals(COLUMN_NOTE)
        && names(connection, METADATA).equals(NOTE);
  }

  private static List<String> names(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
      ResultSetMetaData head = none.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= head.getColumnCount(); i++) {
        names.add(head.getColumnName(i));
      }
      return names;
    }
  }

  private static List<String> others(List<String> tables, String name, boolean described) {
    List<String> others =
        tables.stream()
            .filter(other -> !other.equals(name))
            .filter(other -> !(described && Set.of(COLUMNS, METADATA).contains(other)))
            .toList();
    return others.isEmpty()
        ? List.of()
        : List.of("read is the table " + name + ", and left out: " + String.join(", ", others));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                    + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                    + " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String only(List<String> tables, boolean described) {
    // Databases of others have rows, too.
    List<String> ours =
        tables.stream()
            .filter(OURS::contains)
            .filter(name -> described || !name.equals(ROWS))
            .toList();
    List<String> own =
        tables.stream().filter(name -> !Set.of(COLUMNS, METADATA).contains(name)).toList();
    List<String> candidates = ours.isEmpty() ? own : ours;
    if (candidates.size() != 1) {
      throw new StoreException(
          StoreException.Kind.REFUSED,
          candidates.isEmpty()
              ? "it is a database without a table"
              : "it is a database with several tables: "
                  + String.join(", ", candidates.subList(0, Math.min(5, candidates.size()))),
          null);
    }
    return candidates.get(0);
  }

  private static Table rows(Connection connection, String name, int most, List<String> notes)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT * FROM " + quoted(name) + " ORDER BY rowid")) {
      ResultSetMetaData head = rows.getMetaData();
      TableBuilder builder = new TableBuilder();
      int width = head.getColumnCount();
      long bytes = 0;
      for (int i = 1; i <= width; i++) {
        builder.column(head.getColumnName(i), type(head.getColumnTypeName(i)));
      }
      while (rows.next()) {
        if (builder.size() == most) {
          throw new StoreException(
              StoreException.Kind.REFUSED,
              String.format(Locale.ROOT, "it has more than %,d rows: cut it into pieces", most),
              null);
        }
        for (int i = 1; i <= width; i++) {
          Object cell = rows.getObject(i);
          bytes += cell instanceof byte[] ? 1 : 0;
          set(builder, i - 1, cell, type(head.getColumnTypeName(i)));
        }
        builder.endRow();
      }
      if (bytes > 0) {
        notes.add(
            String.format(
                Locale.ROOT,
                "left out: %,d %s of bytes, which are no text",
                bytes,
                bytes == 1 ? "cell" : "cells"));
      }
      return builder.build();
    }
  }

  private static void set(TableBuilder builder, int place, Object cell, ColumnType type) {
    if (cell instanceof Integer || cell instanceof Long) {
      long whole = ((Number) cell).longValue();
      if (type == ColumnType.BOOLEAN && (whole == 0 || whole == 1)) {
        builder.set(place, whole == 1);
      } else {
        builder.set(place, whole);
      }
    } else if (cell instanceof Number number) {
      builder.set(place, number.doubleValue());
    } else if (cell instanceof String text) {
      builder.set(place, text);
    }
  }

  // By the declared type: that of the first row would be all the driver knows.
  private static ColumnType type(String declared) {
    String word = declared.toUpperCase(Locale.ROOT);
    if (word.contains("BOOL")) {
      return ColumnType.BOOLEAN;
    }
    if (word.contains("INT")) {
      return ColumnType.INTEGER;
    }
    boolean decimal = Stream.of("REAL", "FLOA", "DOUB", "NUM", "DEC").anyMatch(word::contains);
    return decimal ? ColumnType.DECIMAL : ColumnType.TEXT;
  }

  private static Map<String, String> units(Connection connection) throws SQLException {
    Map<String, String> units = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, unit FROM " + COLUMNS + " LIMIT 2000")) {
      while (rows.next()) {
        if (rows.getString(1) != null && rows.getString(2) != null) {
          units.put(rows.getString(1), rows.getString(2));
        }
      }
    } catch (SQLException another) {
      // A table of that name with other columns says nothing of units.
      return Map.of();
    }
    return units;
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
