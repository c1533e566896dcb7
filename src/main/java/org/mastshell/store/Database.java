package org.mastshell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.mastshell.store.StoreException.Kind;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * An SQLite file that only its owner can read. A change that was made is on the disk (write-ahead
 * log, flushed at each commit): neither a killed program nor a power cut takes it back.
 *
 * <p>Its {@code user_version} is the number of the form of its tables.
 */
final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  // A cell of a table that somebody else has made.
  private static final int LONGEST_FOREIGN = 1 << 24;

  private final Path file;
  private final Connection connection;
  private boolean writesAhead;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Work with a database. */
  interface Task<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Makes a new database. Until it is opened again it has no log.
   *
   * @param file that is not there yet, in a folder that exists
   * @throws StoreException if it cannot be made; there is no such file then
   */
  static Database create(Path file) {
    try {
      // SQLite gives the files that it makes beside the database the same rights.
      PrivateFile.create(file);
    } catch (IOException refused) {
      throw DiskRoom.refused(file, file + " cannot be made", refused);
    }
    try {
      Database database = open(file);
      // What nobody knows yet needs no log, which takes as much room again.
      database.writesAhead = true;
      return database;
    } catch (StoreException failure) {
      DatabaseFiles.tryDelete(file);
      throw failure;
    }
  }

  /**
   * Opens an empty file to be filled in one change. It is no use until all of it is there, so that
   * nothing is logged or flushed: that is up to whoever gives it its name.
   *
   * @throws StoreException if it cannot be opened
   */
  static Database draft(Path file) {
    Database database = open(file);
    try {
      execute(
          database.connection,
          "PRAGMA journal_mode = OFF",
          "PRAGMA synchronous = OFF",
          "PRAGMA locking_mode = EXCLUSIVE");
    } catch (SQLException failure) {
      database.close();
      throw explained(file, failure);
    }
    database.writesAhead = true;
    return database;
  }

  /**
   * Opens a database that is there.
   *
   * @throws StoreException if it cannot be opened
   */
  static Database open(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.enforceForeignKeys(true);
    return open(file, config);
  }

  /**
   * Opens a database that somebody else has made, to look into it: nothing is written, and what
   * stands in it is never run.
   *
   * @throws StoreException if it cannot be opened
   */
  static Database foreign(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout((int) PATIENCE.toMillis());
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_FOREIGN));
    Database database = open(file, config);
    try {
      execute(database.connection, "PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF");
    } catch (SQLException failure) {
      database.close();
      throw explained(file, failure);
    }
    return database;
  }

  /** A database that is in no file. */
  static Connection inMemory(SQLiteConfig config) throws SQLException {
    try {
      return config.createConnection("jdbc:sqlite::memory:");
    } catch (LinkageError unloadable) {
      throw notLoaded(unloadable);
    }
  }

  private static Database open(Path file, SQLiteConfig config) {
    if (!Files.exists(file)) {
      // SQLite would make one, which others could read.
      throw new StoreException(Kind.REFUSED, "there is no file " + file, null);
    }
    try {
      return new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    } catch (SQLException failure) {
      boolean fromSqlite = failure instanceof SQLiteException || failure.getCause() == null;
      throw fromSqlite ? explained(file, failure) : notLoaded(failure);
    } catch (LinkageError unloadable) {
      throw notLoaded(unloadable);
    }
  }

  // The library is a file inside a jar, and is unpacked to be loaded.
  private static StoreException notLoaded(Throwable cause) {
    String folder =
        System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", "/tmp"));
    return new StoreException(
        Kind.REFUSED,
        "SQLite cannot be loaded from "
            + folder
            + " (full, or no programs may run there);"
            + " MASTSHELL_JAVA_OPTIONS=-Dorg.sqlite.tmpdir=FOLDER takes another",
        cause);
  }

  /** The number of the form of its tables; 0 for a new one. */
  int form() {
    return number("PRAGMA user_version");
  }

  /** The number by which a program marks its files; 0 where none has. */
  int mark() {
    return number("PRAGMA application_id");
  }

  /** The number that a question is answered with. */
  int number(String question) {
    return ask(
        open -> {
          try (Statement statement = open.createStatement();
              ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  /**
   * Writes all of it into another file, as small as can be.
   *
   * @param draft a file that is not there yet
   * @param target by which name a person knows it
   * @throws StoreException if it cannot be written; a part of it may be there
   */
  void copyTo(Path draft, Path target) {
    try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, draft.toAbsolutePath().toString());
      statement.execute();
    } catch (SQLException failure) {
      StoreException explained = explained(target, failure);
      throw explained.kind() == Kind.DAMAGED ? explained(file, failure) : explained;
    }
  }

  /** Asks without changing anything. */
  <T> T ask(Task<T> question) {
    try {
      return question.run(connection);
    } catch (SQLiteException failure) {
      throw explained(file, failure);
    } catch (SQLException unexpected) {
      // The driver itself misses a column, say.
      throw new StoreException(Kind.DAMAGED, file + " is damaged", unexpected);
    }
  }

  /** Changes all or nothing. */
  void change(Task<?> change) {
    try {
      writeAhead();
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

  // Not when it is opened: who only looks leaves the file as it is, even one that is not ours.
  private void writeAhead() throws SQLException {
    if (!writesAhead) {
      execute(connection, "PRAGMA journal_mode = WAL");
      writesAhead = true;
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
    } catch (SQLException leftOpen) {
      // What was changed is on the disk all the same, if need be in the log.
      return;
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
