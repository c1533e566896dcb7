package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Databases that others made, and ours. */
class TableDatabaseTest {
  private static final int MOST = 10;

  @TempDir Path folder;

  private Path database(String... statements) throws SQLException {
    Path file = folder.resolve("x.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
    return file;
  }

  private Path ours(String name) throws IOException {
    TableBuilder builder = new TableBuilder();
    int place = builder.column("n", ColumnType.INTEGER);
    builder.set(place, 1);
    builder.endRow();
    Table table = builder.build();
    Path file = Files.createFile(folder.resolve("x.db"));
    TableDatabase.write(
        file,
        name,
        List.of(table.columnAt(0)),
        table.size(),
        List.of(new TableDatabase.ColumnNote("n", "s", "", "")),
        List.of(),
        () -> {});
    return file;
  }

  @Test
  void rowsIsACommonNameInDatabasesOfOthers() throws SQLException {
    Path two = database("CREATE TABLE rows (n)", "CREATE TABLE data (n)");
    assertThatThrownBy(() -> TableDatabase.read(two, MOST))
        .isInstanceOf(StoreException.class)
        .hasMessage("it is a database with several tables: rows, data");
  }

  @Test
  void tablesCalledLikeOursAreNotOursByThat() throws SQLException {
    Path sheet =
        database(
            "CREATE TABLE rows (n)",
            "CREATE TABLE columns (name, width)",
            "CREATE TABLE metadata (name, value)",
            "CREATE TABLE cells (n)");
    assertThatThrownBy(() -> TableDatabase.read(sheet, MOST))
        .hasMessage("it is a database with several tables: rows, cells");
  }

  @Test
  void observationsAreReadBesideOtherTablesWhichAreNamed() throws SQLException {
    DatabaseTable read =
        TableDatabase.read(
            database(
                "CREATE TABLE rows (n)",
                "CREATE TABLE observations (obsid INTEGER)",
                "INSERT INTO observations VALUES (7)",
                "CREATE TABLE notes (n)"),
            MOST);
    assertThat(read.name()).isEqualTo("observations");
    assertThat(read.table().size()).isEqualTo(1);
    assertThat(read.notes())
        .containsExactly("read is the table observations, and left out: rows, notes");
  }

  @Test
  void aLoneTableIsReadWhateverItsName() throws SQLException {
    DatabaseTable read = TableDatabase.read(database("CREATE TABLE rows (n)"), MOST);
    assertThat(read.name()).isEmpty();
    assertThat(read.table().columns()).hasSize(1);
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void ownRowsAreKnownByWhatStandsBesideThem() throws IOException, SQLException {
    DatabaseTable read = TableDatabase.read(ours("rows"), MOST);
    assertThat(read.name()).isEqualTo("rows");
    assertThat(read.units()).containsEntry("n", "s");
    assertThat(read.notes()).isEmpty();
    DatabaseTable more = TableDatabase.read(database("CREATE TABLE data (n)"), MOST);
    assertThat(more.name()).isEqualTo("rows");
    assertThat(more.notes()).containsExactly("read is the table rows, and left out: data");
  }
}
