package org.mastshell.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/** Writes files that can be run: whole or not at all, and executable for whoever may read them. */
public final class ScriptFile {
  private ScriptFile() {}

  /**
   * Writes a file.
   *
   * @param replaces whether it may take the place of another one
   * @throws FileAlreadyExistsException if it may not, and there is one
   * @throws IOException if it cannot be written; nothing has changed then
   */
  public static void write(Path file, String text, boolean replaces) throws IOException {
    Path draft = draft(file.toAbsolutePath().getParent(), text);
    try {
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

  /** The text in a file without a name of its own yet, in the folder that it is for. */
  static Path draft(Path folder, String text) throws IOException {
    Path draft = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.write(draft, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      makeExecutable(draft);
      return draft;
    } catch (IOException incomplete) {
      Files.deleteIfExists(draft);
      throw incomplete;
    }
  }

  /**
   * Gives a draft its name, if that is free. A link refuses a name that is taken, in one step; a
   * rename would replace that file.
   */
  static boolean tryToName(Path draft, Path free) throws IOException {
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

  private static void makeExecutable(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    view.setPermissions(permissions);
  }
}
