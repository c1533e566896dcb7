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
  private final LaunchedProcess launched;

  private Surroundings(Path root, ManyValuesArchive archive, LaunchedProcess launched) {
    this.root = root;
    this.archive = archive;
    this.launched = launched;
  }

  static Surroundings open() throws IOException {
    Path root = Files.createTempDirectory("mastshell-bench");
    LaunchedProcess launched = LaunchedProcess.in(Files.createDirectory(root.resolve("java")));
    return new Surroundings(root, ManyValuesArchive.start(), launched);
  }

  /** A new, empty folder. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(root, "run");
  }

  /** Address of an archive that lists as many values as the promise speaks of. */
  String archive() {
    return archive.url();
  }

  /** Starts processes as the launcher starts the program. */
  LaunchedProcess launched() {
    return launched;
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
