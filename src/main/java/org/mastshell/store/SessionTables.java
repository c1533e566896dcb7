package org.mastshell.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.mastshell.store.StoreException.Kind;

/**
 * The tables of a session's file, in the form in which this program writes them and in those in
 * which earlier ones did. A file of an earlier form is read as it is, and renewed when it is next
 * written.
 */
final class SessionTables {
  /** From this form on a set knows how many columns its cells have. */
  static final int COUNTING = 2;

  /** From this form on sets that were dropped may stay, for those that were made of them. */
  static final int DROPPING = 3;

  /** From this form on a checksum is kept of all that has none of its own. */
  static final int SUMMED = 3;

  /** From this form on columns of cells may have units of their own. */
  static final int MEASURED = 5;

  // The fourth had no other tables, but sets of a kind that earlier programs do not know.
  private static final int FORM = 5;
  // From this form on a file says that it is ours.
  private static final int MARKED = 2;
  // "MAST" in ASCII.
  private static final int MARK = 0x4d415354;

  private static final String[] SIGNED = {
    "PRAGMA application_id = " + MARK, "PRAGMA user_version = " + FORM
  };

  private SessionTables() {}

  /** Makes the tables in a database that is empty. */
  static void make(Database database) {
    database.change(
        connection -> {
          Database.execute(
              connection,
              "CREATE TABLE cells(owner INTEGER, place INTEGER, name TEXT NOT NULL,"
                  + " bytes BLOB NOT NULL, unit TEXT NOT NULL DEFAULT '',"
                  + " PRIMARY KEY(owner, place)) WITHOUT ROWID",
              "CREATE TABLE sets(number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT,"
                  + " command TEXT NOT NULL, server TEXT NOT NULL, parents TEXT NOT NULL,"
                  + " observations INTEGER, made INTEGER NOT NULL, size INTEGER NOT NULL,"
                  + " owner INTEGER NOT NULL, base INTEGER NOT NULL, rows BLOB,"
                  + " columns INTEGER NOT NULL, dropped INTEGER NOT NULL)",
              "CREATE TABLE visits(place INTEGER PRIMARY KEY, number INTEGER NOT NULL)",
              "CREATE TABLE settings(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
              "CREATE TABLE state(name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
              "INSERT INTO state VALUES('"
                  + SessionWriter.CHECKSUM
                  + "', "
                  + SessionChecksum.of(StoredSession.empty())
                  + ")");
          Database.execute(connection, SIGNED);
          return null;
        });
  }

  /**
   * Asks whether a database holds a session that this program can read.
   *
   * @throws StoreException if it is empty or another program's, or of a later form
   */
  static void require(Path file, Database database) {
    int form = database.form();
    boolean marked = database.mark() == MARK;
    if (marked && form > FORM) {
      throw new StoreException(
          Kind.NEWER, file + " was written by a later version of the program", null);
    }
    if (form == 0 || marked != form >= MARKED || !hasTables(database)) {
      throw new StoreException(Kind.DAMAGED, file + " holds no session", null);
    }
  }

  private static boolean hasTables(Database database) {
    return database.number(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
                + " AND name IN ('cells', 'sets', 'visits', 'settings', 'state')")
        == 5;
  }

  /** Brings tables of an earlier form into that in which they are written today. */
  static void renew(Connection connection, int form) throws SQLException {
    if (form < COUNTING) {
      Database.execute(
          connection,
          "ALTER TABLE sets ADD COLUMN columns INTEGER NOT NULL DEFAULT 0",
          "UPDATE sets SET columns ="
              + " (SELECT count(*) FROM cells WHERE cells.owner = sets.owner)");
    }
    if (form < DROPPING) {
      Database.execute(
          connection, "ALTER TABLE sets ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0");
    }
    if (form < MEASURED) {
      Database.execute(connection, "ALTER TABLE cells ADD COLUMN unit TEXT NOT NULL DEFAULT ''");
    }
    if (form < FORM) {
      Database.execute(connection, SIGNED);
    }
  }
}
