package org.mastshell.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What has ended since the manifest was written last, a line for each file, so that a program that
 * is killed loses no file that had ended, and the manifest need not be written anew for each.
 * Whoever reads the manifest reads this, too; whoever writes it, empties this.
 */
final class ManifestJournal {
  private static final String NAME = ".mastDownload.journal";

  private final Path file;

  private ManifestJournal(Path file) {
    this.file = file;
  }

  /** That of a manifest. */
  static ManifestJournal of(Path manifest) {
    return new ManifestJournal(manifest.resolveSibling(NAME));
  }

  /**
   * Adds entries; to be called by who holds the manifest. They outlive the program from now on, and
   * a crash of the system once {@link #flush} has come back.
   */
  void append(List<ManifestEntry> entries) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (ManifestEntry entry : entries) {
      // A line that broke off before must not take this one with it.
      lines.append('\n').append(ManifestForm.json(entry)).append('\n');
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer rest = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  /** Puts what was added on the disk. */
  void flush() throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        channel.force(false);
      }
    }
  }

  /** The entries in the order in which they were added; lines that broke off are passed over. */
  List<ManifestEntry> entries() {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      // Bytes that are no text are in lines that are no entries.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      try (Stream<String> lines = text.lines()) {
        return lines
            .filter(line -> !line.isBlank())
            .flatMap(line -> ManifestForm.ofJson(line).stream())
            .toList();
      }
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** Empties it, its entries being in the manifest; to be called by who holds the manifest. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
