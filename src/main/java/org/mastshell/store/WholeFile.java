package org.mastshell.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that get their name when they are whole: until then what is written has a hidden name
 * beside it.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Writes what is to be in a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it all.
     *
     * @param draft an empty file, which will get the name that was asked for
     * @throws IOException if it cannot be written
     */
    void write(Path draft) throws IOException;
  }

  /**
   * Writes a file. Where its name leads to another one by a link, that one is written.
   *
   * @param replaces whether it may take the place of a plain file; nothing else is ever replaced
   * @return its size in bytes
   * @throws FileAlreadyExistsException if there is one that may not be replaced
   * @throws IOException if it cannot be written; nothing has changed then
   */
  public static long write(Path file, boolean replaces, Content content) throws IOException {
    Path target = target(file.toAbsolutePath(), replaces);
    Path draft = target.resolveSibling("." + UUID.randomUUID() + ".part");
    Files.createFile(draft);
    try {
      content.write(draft);
      flush(draft);
      if (replaces) {
        keepRights(target, draft);
      }
      long size = Files.size(draft);
      if (replaces) {
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else if (!FreeName.take(draft, target)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      return size;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  // A file that only its owner may read stays one.
  private static void keepRights(Path target, Path draft) throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
    }
  }

  private static Path target(Path file, boolean replaces) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return file;
    }
    if (!replaces) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path target = file.toRealPath();
    if (!Files.isRegularFile(target)) {
      throw new FileSystemException(file.toString(), null, "it is no plain file");
    }
    return target;
  }

  private static void flush(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
