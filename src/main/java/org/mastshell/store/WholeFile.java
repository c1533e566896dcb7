package org.mastshell.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that people asked for: whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file.
   *
   * @param replaces whether it may take the place of another one
   * @throws FileAlreadyExistsException if it may not, and there is one
   * @throws IOException if it cannot be written; nothing has changed then
   */
  public static void write(Path file, byte[] content, boolean replaces) throws IOException {
    Path draft = file.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      Files.write(draft, content, StandardOpenOption.CREATE_NEW);
      if (replaces) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else if (!tryToName(draft, file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Gives a draft its name, if that is free. A link refuses a name that is taken, in one step; a
   * rename would replace that file.
   */
  public static boolean tryToName(Path draft, Path free) throws IOException {
    try {
      Files.createLink(free, draft);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException | IOException noLinks) {
      if (Files.exists(free)) {
        return false;
      }
      Files.move(draft, free);
      return true;
    }
  }
}
