package org.mastshell.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.table.Column;

/**
 * An SQLite database that holds a table for other programs: the rows, and two tables that describe
 * them ({@code columns} with {@code name type unit description ucd}, {@code metadata} with {@code
 * name value}).
 */
public final class TableDatabase {
  private static final int ROWS_BETWEEN_PULSES = 1000;

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

  private static void set(PreparedStatement insert, int place, Column cells, int row)
      throws SQLException {
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
        "CREATE TABLE columns (name TEXT, type TEXT, unit TEXT, description TEXT, ucd TEXT)",
        "CREATE TABLE metadata (name TEXT, value TEXT)");
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

  private static String typeWord(Column cells) {
    return switch (cells.type()) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case DECIMAL -> "REAL";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
