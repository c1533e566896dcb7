package org.mastshell.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The person's home folder, as far as there is one. An account that the system does not know has
 * none, as in a container; what would be kept there goes into a folder that is lent for one run.
 *
 * @param folder what {@code ~} stands for
 * @param lent where files are kept for this run alone; empty where that is not needed, or cannot be
 */
public record Home(Optional<Path> folder, Optional<Path> lent) implements AutoCloseable {

  /** One that is there. */
  public static Home at(Path folder) {
    return new Home(Optional.of(folder), Optional.empty());
  }

  /**
   * That of this process: {@code HOME}, save on Windows, where nobody sets it, else what the system
   * says of the account. A folder is lent if there is neither of them: even where all files have
   * another place, libraries look for theirs in a home.
   *
   * @param environment its variables
   * @param properties those of the virtual machine
   */
  static Home of(Map<String, String> environment, Properties properties) {
    Optional<Path> folder = folder(environment, properties);
    return new Home(folder, folder.isEmpty() ? lend() : Optional.empty());
  }

  static Optional<Path> folder(Map<String, String> environment, Properties properties) {
    Optional<Path> named =
        File.separatorChar == '/'
            ? absolute(environment.getOrDefault("HOME", ""))
            : Optional.empty();
    // Java says "?" where the system does not know the account.
    return named.or(() -> absolute(properties.getProperty("user.home", "")));
  }

  // A relative one would be another folder in each folder.
  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  private static Optional<Path> lend() {
    try {
      return Optional.of(Files.createTempDirectory("mastshell-"));
    } catch (IOException nowhere) {
      return Optional.empty();
    }
  }

  /** Where files are kept that belong into it. */
  Optional<Path> forFiles() {
    return folder.or(() -> lent);
  }

  /** Removes what was lent. */
  @Override
  public void close() {
    lent.ifPresent(Home::remove);
  }

  private static void remove(Path all) {
    try {
      Files.walkFileTree(
          all,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path below, IOException failure)
                throws IOException {
              Files.delete(below);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException stays) {
      // The system's own folder for such things, which it empties.
      return;
    }
  }
}
