package org.mastshell.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mastshell.store.StoreException.Kind;

/** Tells whether something failed because a disk is full: not every error says so itself. */
final class DiskRoom {
  /** With less SQLite cannot even open a database: its log's index alone takes 32 KiB. */
  private static final long LEAST_BYTES = 1 << 16;

  private DiskRoom() {}

  /**
   * What to report of a file that is refused.
   *
   * @param message what cannot be done and why, where the disk is not full
   */
  static StoreException refused(Path file, String message, Exception cause) {
    return isFull(file)
        ? full(file, cause)
        : new StoreException(Kind.REFUSED, message + ": " + cause.getMessage(), cause);
  }

  /** What to report where the disk is full for sure. */
  static StoreException full(Path file, Exception cause) {
    Path folder = file.toAbsolutePath().getParent();
    return new StoreException(Kind.FULL, "the disk is full: " + folder, cause);
  }

  private static boolean isFull(Path file) {
    try {
      return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < LEAST_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}
