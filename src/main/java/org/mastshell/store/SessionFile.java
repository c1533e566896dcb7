package org.mastshell.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mastshell.store.StoreException.Kind;
import org.mastshell.table.Table;

/**
 * A session in a file. Saving writes what is new since the last time, in one transaction; sets that
 * show rows of the same cells share them in the file as well. Used by one thread, and by one
 * program at a time.
 */
public final class SessionFile implements AutoCloseable {
  private static final int FORM = 1;

  private final Path file;
  private final Database database;

  /** The base of each set that is in the file, by the number of the set that brought its cells. */
  private final Map<Integer, Table> bases = new LinkedHashMap<>();

  private final Map<Integer, Optional<String>> kept = new HashMap<>();

  private SessionFile(Path file, Database database) {
    this.file = file;
    this.database = database;
  }

  /**
   * Opens a session, making an empty one if there is no file.
   *
   * @param file in a folder that exists
   * @throws StoreException if it cannot be opened, is damaged, or is of a later program
   */
  public static SessionFile open(Path file) {
    Database database = Database.open(file);
    try {
      prepare(file, database);
      return new SessionFile(file, database);
    } catch (StoreException failure) {
      database.close();
      throw failure;
    }
  }

  private static void prepare(Path file, Database database) {
    int form = database.form();
    if (form > FORM) {
      throw new StoreException(
          Kind.NEWER, file + " was written by a later version of the program", null);
    }
    if (form == 0) {
      database.change(
          connection -> {
            Database.execute(
                connection,
                "CREATE TABLE cells(owner INTEGER, place INTEGER, name TEXT NOT NULL,"
                    + " bytes BLOB NOT NULL, PRIMARY KEY(owner, place)) WITHOUT ROWID",
                "CREATE TABLE sets(number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT,"
                    + " command TEXT NOT NULL, server TEXT NOT NULL, parents TEXT NOT NULL,"
                    + " observations INTEGER, made INTEGER NOT NULL, size INTEGER NOT NULL,"
                    + " owner INTEGER NOT NULL, base INTEGER NOT NULL, rows BLOB)",
                "CREATE TABLE visits(place INTEGER PRIMARY KEY, number INTEGER NOT NULL)",
                "CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
                "CREATE TABLE state(name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
                "PRAGMA user_version = " + FORM);
            return null;
          });
    }
  }

  /**
   * What is in the file.
   *
   * @throws StoreException if it cannot be read
   */
  public StoredSession load() {
    try {
      return database.ask(this::read);
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw new StoreException(Kind.DAMAGED, file + " is damaged", unreadable);
    }
  }

  /**
   * Makes the file hold this session.
   *
   * @throws StoreException if it cannot be written; the file holds what it did before
   */
  public void save(StoredSession session) {
    Map<Integer, Table> inFile = new LinkedHashMap<>(bases);
    database.change(
        connection -> {
          write(session, new SessionWriter(connection, inFile));
          return null;
        });
    remember(session, inFile);
  }

  private void write(StoredSession session, SessionWriter writer) throws SQLException {
    Set<Integer> dropped = new HashSet<>(kept.keySet());
    session.sets().forEach(set -> dropped.remove(set.number()));
    writer.delete(dropped, session.sets());
    for (StoredSet set : session.sets()) {
      if (!kept.containsKey(set.number())) {
        writer.insert(set);
      } else if (!kept.get(set.number()).equals(set.name())) {
        writer.rename(set);
      }
    }
    writer.writeState(session);
  }

  /**
   * Writes all of it into another file, as small as can be.
   *
   * @param target a file that is not there yet
   * @throws StoreException if it cannot be written
   */
  public void copyTo(Path target) {
    database.ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            return statement.execute();
          }
        });
  }

  @Override
  public void close() {
    database.close();
  }

  private StoredSession read(Connection connection) throws SQLException {
    SessionReader reader = new SessionReader(connection);
    StoredSession session = reader.read();
    remember(session, reader.bases());
    return session;
  }

  private void remember(StoredSession session, Map<Integer, Table> inFile) {
    bases.clear();
    bases.putAll(inFile);
    kept.clear();
    session.sets().forEach(set -> kept.put(set.number(), set.name()));
  }
}
