package org.mastshell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What measurements need around them: folders that are removed at the end, and an archive. */
final class Surroundings implements AutoCloseable {
  private final Path root;
  private final ManyValuesArchive archive;

  private Surroundings(Path root, ManyValuesArchive archive) {
    this.root = root;
    this.archive = archive;
  }

  static Surroundings open() throws IOException {
    return new Surroundings(
        Files.createTempDirectory("mastshell-bench"), ManyValuesArchive.start());
  }

  /** A new, empty folder. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(root, "run");
  }

  /** Address of an archive that lists as many values as the promise speaks of. */
  String archive() {
    return archive.url();
  }

  /** The command that starts Java. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  public void close() throws IOException {
    archive.close();
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(Surroundings::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }
}
