package org.mastshell.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner can look into. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Makes an empty file.
   *
   * @throws FileAlreadyExistsException if there is one
   * @throws IOException if it cannot be made
   */
  public static Path create(Path file) throws IOException {
    return Files.createFile(file, rights(file, "rw-------"));
  }

  /** Makes an empty file unless there is one. */
  static Path make(Path file) throws IOException {
    try {
      return create(file);
    } catch (FileAlreadyExistsException there) {
      return file;
    }
  }

  /**
   * Makes a folder, and those above it. One that is there already stays as it is.
   *
   * @throws IOException if it cannot be made
   */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, rights(folder, "rwx------"));
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
