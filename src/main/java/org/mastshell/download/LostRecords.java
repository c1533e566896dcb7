package org.mastshell.download;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The mark that records of a manifest were lost: its files as they were found, damaged, under other
 * names. As long as they are there nobody knows whether files are missing; only a person can say
 * that it has been seen to, by removing them.
 *
 * @param manifest where the manifest is
 */
record LostRecords(Path manifest) {
  private static final String MARK = ".lost-records";

  static LostRecords of(Path manifest) {
    return new LostRecords(manifest);
  }

  /** Gives the files of a manifest, and of its twin if there is one, other names for good. */
  void keep() throws IOException {
    String mark = "." + UUID.randomUUID() + MARK;
    Path twin = Manifest.twin(manifest);
    // The twin first: without the manifest it would not be looked at again.
    if (Files.isRegularFile(twin, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(twin, twin.resolveSibling(twin.getFileName() + mark));
    }
    Files.move(manifest, manifest.resolveSibling(manifest.getFileName() + mark));
  }

  /** What is left of them, in order of name. */
  List<Path> files() throws IOException {
    Path folder = manifest.toAbsolutePath().getParent();
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, this::isMark)) {
      all.forEach(found::add);
    } catch (DirectoryIteratorException unreadable) {
      throw unreadable.getCause();
    }
    found.sort(null);
    return found;
  }

  private boolean isMark(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(MARK)
        && (name.startsWith(manifest.getFileName() + ".")
            || name.startsWith(Manifest.twin(manifest).getFileName() + "."));
  }
}
