package org.mastshell.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.mastshell.store.StoreException.Kind;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An SQLite file that only its owner can read. A change is on the disk when it is done (write-ahead
 * log, flushed at each commit), so that neither a killed program nor a power cut loses it.
 *
 * <p>Its {@code user_version} is the number of the form of its tables.
 */
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Work with a database. */
  interface Task<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Opens a database, making the file if there is none.
   *
   * @param file in a folder that exists
   * @throws StoreException if it cannot be opened
   */
  static Database open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.enforceForeignKeys(true);
    try {
      // SQLite gives the files that it makes beside the database the same rights.
      PrivateFile.make(file);
      return new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    } catch (IOException refused) {
      throw DiskRoom.refused(file, file + " cannot be made", refused);
    } catch (SQLException failure) {
      throw explained(file, failure);
    }
  }

  /** The number of the form of its tables; 0 for a new one. */
  int form() {
    return ask(
        open -> {
          try (Statement statement = open.createStatement();
              ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  /** Asks without changing anything. */
  <T> T ask(Task<T> question) {
    try {
      return question.run(connection);
    } catch (SQLException failure) {
      throw explained(file, failure);
    }
  }

  /** Changes all or nothing. */
  void change(Task<?> change) {
    try {
      execute(connection, "BEGIN IMMEDIATE");
      try {
        change.run(connection);
        execute(connection, "COMMIT");
      } catch (SQLException | RuntimeException | Error failure) {
        takeBack(failure);
        throw failure;
      }
    } catch (SQLException failure) {
      throw explained(file, failure);
    }
  }

  // SQLite itself takes back what finds no room; then there is nothing left to do.
  private void takeBack(Throwable failure) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException nothingBegun) {
      failure.addSuppressed(nothingBegun);
    }
  }

  /** Runs statements that give no rows. */
  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw explained(file, failure);
    }
  }

  private static StoreException explained(Path file, SQLException failure) {
    SQLiteErrorCode code =
        failure instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    // Extended codes carry the plain one in their lowest byte.
    SQLiteErrorCode plain = SQLiteErrorCode.getErrorCode(code.code & 0xff);
    return switch (plain) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT, SQLITE_SCHEMA, SQLITE_ERROR ->
          new StoreException(Kind.DAMAGED, file + " is damaged", failure);
      case SQLITE_FULL -> DiskRoom.full(file, failure);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          new StoreException(Kind.BUSY, file + " is in use by another program", failure);
      default -> DiskRoom.refused(file, file + " cannot be used", failure);
    };
  }
}
