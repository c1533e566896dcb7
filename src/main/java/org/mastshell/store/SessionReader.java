package org.mastshell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnBytes;
import org.mastshell.table.Table;

/**
 * Reads a session from its tables. What does not fit together is an {@link
 * IllegalArgumentException} or an {@link IndexOutOfBoundsException}: the file may be damaged in
 * ways that SQLite does not see.
 */
final class SessionReader {
  private final Connection connection;
  private final int form;
  private final Map<Integer, Table> bases = new LinkedHashMap<>();

  /**
   * @param form of the tables
   */
  SessionReader(Connection connection, int form) {
    this.connection = connection;
    this.form = form;
  }

  /** The bases of the sets that were read, by the number of the set that brought the cells. */
  Map<Integer, Table> bases() {
    return bases;
  }

  StoredSession read() throws SQLException {
    Map<Integer, List<PackedColumn>> cells = readCells();
    List<StoredSet> sets = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM sets ORDER BY number")) {
      while (rows.next()) {
        int owner = rows.getInt("owner");
        if (!bases.containsKey(owner)) {
          List<PackedColumn> columns = cells.getOrDefault(owner, List.of());
          requireAll(columns, rows);
          bases.put(owner, table(columns, rows.getInt("base")));
        }
        StoredSet set = set(rows, bases.get(owner));
        boolean dropped = form >= SessionTables.DROPPING && rows.getBoolean("dropped");
        sets.add(dropped ? set.asDropped() : set);
      }
    }
    StoredSession session =
        new StoredSession(
            sets,
            visited(),
            state(SessionWriter.POSITION, -1),
            state(SessionWriter.MADE, 0),
            settings());
    if (form >= SessionTables.SUMMED
        && state(SessionWriter.CHECKSUM, 0) != SessionChecksum.of(session)) {
      throw new IllegalArgumentException("something has changed that no program wrote");
    }
    return session;
  }

  private Map<Integer, List<PackedColumn>> readCells() throws SQLException {
    Map<Integer, List<PackedColumn>> cells = new HashMap<>();
    boolean measured = form >= SessionTables.MEASURED;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT owner, name, bytes"
                    + (measured ? ", unit" : "")
                    + " FROM cells ORDER BY owner, place")) {
      while (rows.next()) {
        byte[] bytes = rows.getBytes("bytes");
        if (bytes == null) {
          throw new IllegalArgumentException("a column without its cells");
        }
        cells
            .computeIfAbsent(rows.getInt("owner"), owner -> new ArrayList<>())
            .add(new PackedColumn(text(rows, "name"), bytes, measured ? text(rows, "unit") : ""));
      }
    }
    return cells;
  }

  private void requireAll(List<PackedColumn> columns, ResultSet set) throws SQLException {
    if (form >= SessionTables.COUNTING && columns.size() != set.getInt("columns")) {
      throw new IllegalArgumentException("a set lacks columns");
    }
  }

  private static Table table(List<PackedColumn> cells, int rows) {
    // Unpacking is what takes the time, and each column is a matter of its own.
    List<Column> columns = cells.parallelStream().map(PackedColumn::unpacked).toList();
    return Table.of(cells.stream().map(PackedColumn::name).toList(), columns, rows)
        .inUnits(cells.stream().map(PackedColumn::unit).toList());
  }

  private static StoredSet set(ResultSet row, Table base) throws SQLException {
    byte[] selection = row.getBytes("rows");
    Table table = selection == null ? base : base.select(rowNumbers(selection));
    int observations = row.getInt("observations");
    return new StoredSet(
        row.getInt("number"),
        text(row, "kind"),
        Optional.ofNullable(row.getString("name")),
        text(row, "command"),
        text(row, "server"),
        numbers(text(row, "parents")),
        observations == 0 ? Optional.empty() : Optional.of(observations),
        Instant.ofEpochMilli(row.getLong("made")),
        table);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new IllegalArgumentException("something without its " + column);
    }
    return text;
  }

  private static int[] rowNumbers(byte[] packed) {
    Column rows = ColumnBytes.column(Packing.unpack(packed));
    int[] numbers = new int[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) rows.number(i);
    }
    return numbers;
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }

  private List<Integer> visited() throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number FROM visits ORDER BY place")) {
      while (rows.next()) {
        numbers.add(rows.getInt(1));
      }
    }
    return numbers;
  }

  private Map<String, String> settings() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, value FROM settings")) {
      while (rows.next()) {
        settings.put(text(rows, "name"), text(rows, "value"));
      }
    }
    return settings;
  }

  private int state(String name, int unset) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT value FROM state WHERE name = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : unset;
      }
    }
  }
}
