package org.mastshell.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folders of this machine. */
final class LocalFiles implements FileListing {
  private final Path current;
  private final Path home;

  LocalFiles(Path current, Path home) {
    this.current = current;
    this.home = home;
  }

  @Override
  public List<Entry> entries(String folder) {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(path(folder))) {
      for (Path path : paths) {
        entries.add(new Entry(path.getFileName().toString(), Files.isDirectory(path)));
      }
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
    entries.sort(Comparator.comparing(Entry::folder).reversed().thenComparing(Entry::name));
    return entries;
  }

  private Path path(String folder) {
    return folder.startsWith("~/") ? home.resolve(folder.substring(2)) : current.resolve(folder);
  }
}
