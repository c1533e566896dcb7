package org.mastshell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mastshell.table.ColumnBytes;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.IntegerColumn;
import org.mastshell.table.Table;

/** Writes what is new of a session into its tables. */
final class SessionWriter {
  static final String POSITION = "position";
  static final String MADE = "made";
  static final String CHECKSUM = "checksum";

  private final Connection connection;
  private final Map<Integer, Table> bases;

  /**
   * @param bases of the sets that are in the file, by the number of the set that brought the cells;
   *     changed as sets come and go
   */
  SessionWriter(Connection connection, Map<Integer, Table> bases) {
    this.connection = connection;
    this.bases = bases;
  }

  void delete(Set<Integer> numbers) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM sets WHERE number = ?")) {
      for (int number : numbers) {
        statement.setInt(1, number);
        statement.executeUpdate();
      }
    }
  }

  /** Deletes the cells of which no set shows any. */
  void deleteUnusedCells() throws SQLException {
    Set<Integer> used = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT DISTINCT owner FROM sets")) {
      while (rows.next()) {
        used.add(rows.getInt(1));
      }
    }
    if (bases.keySet().retainAll(used)) {
      Database.execute(connection, "DELETE FROM cells WHERE owner NOT IN (SELECT owner FROM sets)");
    }
  }

  void insert(StoredSet set) throws SQLException {
    int owner = owner(set.table());
    if (owner == 0) {
      owner = free(set.number());
      insertCells(owner, set.table().base());
      bases.put(owner, set.table().base());
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO sets VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
      statement.setInt(1, set.number());
      statement.setString(2, set.kind());
      statement.setString(3, set.name().orElse(null));
      statement.setString(4, set.command());
      statement.setString(5, set.server());
      statement.setString(
          6, set.parents().stream().map(String::valueOf).collect(Collectors.joining(",")));
      if (set.observations().isPresent()) {
        statement.setInt(7, set.observations().get());
      } else {
        statement.setNull(7, Types.INTEGER);
      }
      statement.setLong(8, set.made().toEpochMilli());
      statement.setInt(9, set.table().size());
      statement.setInt(10, owner);
      statement.setInt(11, set.table().base().size());
      statement.setBytes(12, set.table().baseRows().map(SessionWriter::packed).orElse(null));
      statement.setInt(13, set.table().base().columns().size());
      statement.setBoolean(14, set.dropped());
      statement.executeUpdate();
    }
  }

  // Cells may have outlived the set that brought them, and another set has its number now.
  private int free(int number) {
    return bases.containsKey(number) ? Collections.max(bases.keySet()) + 1 : number;
  }

  // Units are kept with the cells: a set that has others needs cells of its own.
  private int owner(Table table) {
    return bases.entrySet().stream()
        .filter(base -> base.getValue().sharesCellsWith(table))
        .filter(base -> base.getValue().columns().equals(table.columns()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  private static byte[] packed(int... rows) {
    return Packing.pack(
        ColumnBytes.of(IntegerColumn.of(Arrays.stream(rows).asLongStream().toArray())));
  }

  private void insertCells(int owner, Table base) throws SQLException {
    List<ColumnInfo> infos = base.columns();
    List<byte[]> packed =
        IntStream.range(0, infos.size())
            .parallel()
            .mapToObj(place -> Packing.pack(ColumnBytes.of(base.columnAt(place))))
            .toList();
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO cells VALUES(?,?,?,?,?)")) {
      for (int place = 0; place < infos.size(); place++) {
        statement.setInt(1, owner);
        statement.setInt(2, place);
        statement.setString(3, infos.get(place).name());
        statement.setBytes(4, packed.get(place));
        statement.setString(5, infos.get(place).unit());
        statement.executeUpdate();
      }
    }
  }

  /** What may change of a set: its name, where its archive is, and whether it was dropped. */
  void update(StoredSet set) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE sets SET name = ?, server = ?, dropped = ? WHERE number = ?")) {
      statement.setString(1, set.name().orElse(null));
      statement.setString(2, set.server());
      statement.setBoolean(3, set.dropped());
      statement.setInt(4, set.number());
      statement.executeUpdate();
    }
  }

  void writeState(StoredSession session) throws SQLException {
    Database.execute(connection, "DELETE FROM visits", "DELETE FROM settings", "DELETE FROM state");
    try (PreparedStatement visit = connection.prepareStatement("INSERT INTO visits VALUES(?,?)");
        PreparedStatement setting =
            connection.prepareStatement("INSERT INTO settings VALUES(?,?)");
        PreparedStatement state = connection.prepareStatement("INSERT INTO state VALUES(?,?)")) {
      for (int place = 0; place < session.visited().size(); place++) {
        visit.setInt(1, place);
        visit.setInt(2, session.visited().get(place));
        visit.executeUpdate();
      }
      for (Map.Entry<String, String> one : session.settings().entrySet()) {
        setting.setString(1, one.getKey());
        setting.setString(2, one.getValue());
        setting.executeUpdate();
      }
      for (Map.Entry<String, Integer> one :
          Map.of(
                  POSITION, session.position(),
                  MADE, session.made(),
                  CHECKSUM, SessionChecksum.of(session))
              .entrySet()) {
        state.setString(1, one.getKey());
        state.setInt(2, one.getValue());
        state.executeUpdate();
      }
    }
  }
}
