package org.mastshell.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file of a database that is not open, with what SQLite keeps beside it: its log, in which the
 * last changes of a program that was killed are, and the log's index. Whoever moves or deletes one
 * has its lock.
 */
public final class DatabaseFiles {
  private static final String LOG = "-wal";
  // The last is that of a draft: SQLite would undo in a file what another one's journal says.
  private static final List<String> COMPANIONS = List.of(LOG, "-shm", "-journal");

  private DatabaseFiles() {}

  /** The log of a database, which need not be there. */
  public static Path log(Path file) {
    return beside(file, LOG);
  }

  /**
   * Moves a database to where it takes the place of what is there: one step, after which the disk
   * knows it.
   *
   * @param from with everything in it, as a database is that was closed, or was {@link #settle
   *     settled}
   * @throws StoreException if it cannot be moved; all is as before then
   */
  public static void move(Path from, Path to) {
    try {
      requireSettled(from);
      // The log of one database beside another would be taken for its own.
      deleteCompanions(to);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      deleteCompanions(from);
      sync(to.toAbsolutePath().getParent());
    } catch (IOException refused) {
      throw DiskRoom.refused(to, from + " cannot be moved", refused);
    }
  }

  private static void requireSettled(Path file) throws IOException {
    if (Files.exists(log(file)) && Files.size(log(file)) > 0) {
      throw new IOException("its log " + log(file).getFileName() + " is not yet a part of it");
    }
  }

  /**
   * Writes what is in the log, if there is one, into the file itself.
   *
   * @throws StoreException if the file is damaged, or that cannot be done; nothing is lost then
   */
  public static void settle(Path file) {
    if (Files.exists(log(file))) {
      try (Database database = Database.open(file)) {
        database.number("PRAGMA wal_checkpoint(TRUNCATE)");
      }
    }
  }

  /**
   * Puts a database that cannot be read where nothing is, as it stands.
   *
   * @throws StoreException if something is there, or it cannot be moved
   */
  public static void setAside(Path file, Path target) {
    try {
      Files.move(file, target);
      for (String companion : COMPANIONS) {
        if (Files.exists(beside(file, companion))) {
          Files.move(beside(file, companion), beside(target, companion));
        }
      }
      sync(target.toAbsolutePath().getParent());
    } catch (IOException refused) {
      throw DiskRoom.refused(target, file + " cannot be moved", refused);
    }
  }

  /**
   * Copies a database, with its log if it has one, so that only the owner can read it.
   *
   * @param target takes the place of what is there
   * @throws StoreException if it cannot be written
   */
  public static void copy(Path file, Path target) {
    delete(target);
    try {
      copyPrivately(file, target);
      if (Files.exists(log(file))) {
        copyPrivately(log(file), log(target));
      }
    } catch (IOException refused) {
      throw DiskRoom.refused(target, file + " cannot be copied", refused);
    }
  }

  private static void copyPrivately(Path file, Path target) throws IOException {
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to = FileChannel.open(PrivateFile.create(target), StandardOpenOption.WRITE)) {
      long place = 0;
      while (place < from.size()) {
        place += from.transferTo(place, from.size() - place, to);
      }
    }
  }

  /**
   * Deletes a database.
   *
   * @throws StoreException if that cannot be done
   */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      deleteCompanions(file);
    } catch (IOException refused) {
      throw DiskRoom.refused(file, file + " cannot be deleted", refused);
    }
  }

  /** Deletes a draft, which is in nobody's way if it stays. */
  public static void tryDelete(Path file) {
    try {
      delete(file);
    } catch (StoreException left) {
      return;
    }
  }

  /** Has the disk know what a file or a folder holds, where the system can do that. */
  static void sync(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Windows opens no folder so; there the file system sees to it.
      return;
    }
  }

  private static void deleteCompanions(Path file) throws IOException {
    for (String companion : COMPANIONS) {
      Files.deleteIfExists(beside(file, companion));
    }
  }

  private static Path beside(Path file, String ending) {
    return Path.of(file + ending);
  }
}
