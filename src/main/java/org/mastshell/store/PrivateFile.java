package org.mastshell.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only its owner can read. */
final class PrivateFile {
  private PrivateFile() {}

  /** Makes an empty file unless there is one. */
  static Path make(Path file) throws IOException {
    try {
      return file.getFileSystem().supportedFileAttributeViews().contains("posix")
          ? Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
          : Files.createFile(file);
    } catch (FileAlreadyExistsException there) {
      return file;
    }
  }
}
