package org.mastshell.download;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Bytes that came could not be written; distinct from a connection that failed. */
final class DiskTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  DiskTrouble(IOException cause) {
    super(reason(cause), cause);
  }

  /** Why something on the disk failed, in words. */
  static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission to write there";
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return "a file is in the place of a folder";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (failure instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  /** Whether the failure itself says that no room is left; not every system does. */
  boolean saysFull() {
    String text = getMessage().toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota");
  }
}
