package org.mastshell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mastshell.store.StoreException.Kind;
import org.mastshell.table.Table;

/**
 * A session in a file. Saving writes what is new since the last time, in one transaction; sets that
 * show rows of the same cells share them in the file as well. Used by one thread, and by one
 * program at a time.
 */
public final class SessionFile implements AutoCloseable {
  private Path file;
  private Optional<Database> database;

  /** The base of each set that is in the file, by the number of the set that brought its cells. */
  private final Map<Integer, Table> bases = new LinkedHashMap<>();

  /** The sets that are in the file, by their numbers. */
  private final Map<Integer, StoredSet> kept = new HashMap<>();

  private SessionFile(Path file, Database database) {
    this.file = file;
    this.database = Optional.of(database);
  }

  /**
   * Makes a file that holds a session in which nothing has happened.
   *
   * @param file that is not there yet, in a folder that exists
   * @throws StoreException if it cannot be made; there is no such file then
   */
  public static SessionFile create(Path file) {
    Database database = Database.create(file);
    try {
      SessionTables.make(database);
      return new SessionFile(file, database);
    } catch (StoreException failure) {
      database.close();
      DatabaseFiles.tryDelete(file);
      throw failure;
    }
  }

  /**
   * Opens a session that is there.
   *
   * @throws StoreException if it cannot be opened, is damaged or no session, or is of a later
   *     program
   */
  public static SessionFile open(Path file) {
    Database database = Database.open(file);
    try {
      SessionTables.require(file, database);
      return new SessionFile(file, database);
    } catch (StoreException failure) {
      database.close();
      throw failure;
    }
  }

  /** How many sets there are, dropped ones left out, which takes less than to load them. */
  public int sets() {
    boolean marked = database().form() >= SessionTables.DROPPING;
    return database().number("SELECT count(*) FROM sets" + (marked ? " WHERE NOT dropped" : ""));
  }

  /**
   * What is in the file.
   *
   * @throws StoreException if it cannot be read
   */
  public StoredSession load() {
    try {
      int form = database().form();
      return database().ask(connection -> read(new SessionReader(connection, form)));
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
    Database open = database();
    int form = open.form();
    open.change(
        connection -> {
          SessionTables.renew(connection, form);
          write(session, new SessionWriter(connection, inFile));
          return null;
        });
    remember(session, inFile);
  }

  private void write(StoredSession session, SessionWriter writer) throws SQLException {
    Map<Integer, StoredSet> gone = new HashMap<>(kept);
    session.sets().stream().filter(this::isInFile).forEach(set -> gone.remove(set.number()));
    writer.delete(gone.keySet());
    for (StoredSet set : session.sets()) {
      if (!isInFile(set)) {
        writer.insert(set);
      } else if (changed(kept.get(set.number()), set)) {
        writer.update(set);
      }
    }
    // Not before: a set that is new may show cells that one brought which is dropped.
    writer.deleteUnusedCells();
    writer.writeState(session);
  }

  private static boolean changed(StoredSet there, StoredSet set) {
    return !there.name().equals(set.name())
        || !there.server().equals(set.server())
        || there.dropped() != set.dropped();
  }

  // A number alone does not tell: after session load another set may bear it.
  private boolean isInFile(StoredSet set) {
    StoredSet there = kept.get(set.number());
    return there != null
        && there.table() == set.table()
        && there.made().equals(set.made())
        && there.command().equals(set.command());
  }

  /**
   * Writes all of it into another file, as small as can be. It takes its name when it is whole and
   * on the disk.
   *
   * @param target a file that is not there yet
   * @throws StoreException if it cannot be written, or is there; nothing of it is left then
   */
  public void copyTo(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    Path draft = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      database().copyTo(draft, target);
      DatabaseFiles.sync(draft);
      Files.move(draft, target);
      DatabaseFiles.sync(folder);
    } catch (IOException refused) {
      throw DiskRoom.refused(target, target + " cannot be written", refused);
    } finally {
      DatabaseFiles.tryDelete(draft);
    }
  }

  /**
   * Moves it to where it takes the place of what is there; whoever moves it has both names locked.
   *
   * @throws StoreException if that cannot be done; it is where it was then
   */
  public void moveTo(Path target) {
    // A database that is closed is one file, without a log.
    close();
    DatabaseFiles.move(file, target);
    file = target;
  }

  // After a move it is opened when it is needed, so that the move is done when it is done.
  private Database database() {
    if (database.isEmpty()) {
      database = Optional.of(Database.open(file));
    }
    return database.get();
  }

  @Override
  public void close() {
    database.ifPresent(Database::close);
    database = Optional.empty();
  }

  private StoredSession read(SessionReader reader) throws SQLException {
    StoredSession session = reader.read();
    remember(session, reader.bases());
    return session;
  }

  private void remember(StoredSession session, Map<Integer, Table> inFile) {
    bases.clear();
    bases.putAll(inFile);
    kept.clear();
    session.sets().forEach(set -> kept.put(set.number(), set));
  }
}
