package org.mastshell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are there for a while. */
final class Folders {
  private static final Path MEMORY_DISK = Path.of("/dev/shm");

  private Folders() {}

  /** A new one, in memory where the system has such a disk. */
  static Path inMemory() throws IOException {
    return Files.createTempDirectory(
        Files.isDirectory(MEMORY_DISK)
            ? MEMORY_DISK
            : Path.of(System.getProperty("java.io.tmpdir")),
        "mastshell-bench");
  }

  /** Removes one with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
