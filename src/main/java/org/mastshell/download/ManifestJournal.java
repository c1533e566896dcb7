package org.mastshell.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has ended since the manifest was written last, a line for each file, so that a program that
 * is killed loses no file that had ended, and the manifest need not be written anew for each.
 * Whoever reads the manifest reads this, too; whoever writes it, empties this.
 */
final class ManifestJournal {
  private final Path file;

  private ManifestJournal(Path file) {
    this.file = file;
  }

  /** That of a manifest, by whose name it is called: two of them may be in one folder. */
  static ManifestJournal of(Path manifest) {
    String name = String.valueOf(manifest.getFileName()).replaceFirst("\\.csv$", "");
    return new ManifestJournal(manifest.resolveSibling("." + name + ".journal"));
  }

  /** Where it is; need not exist. */
  Path file() {
    return file;
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

  /**
   * The entries in the order in which they were added; lines that broke off are passed over.
   *
   * @throws IOException if it is there and cannot be read
   */
  List<ManifestEntry> entries() throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return entries(in.readAllBytes());
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /**
   * How far a journal has been read.
   *
   * @param key tells the file from one that was begun anew; null where the system tells none
   * @param end the byte behind the last whole line
   */
  record Mark(Object key, long end) {
    private static final Mark BEGINNING = new Mark(null, 0);

    /** Nothing has been read. */
    static Mark beginning() {
      return BEGINNING;
    }
  }

  /** The entries that were added since a mark, and the mark behind them. */
  record Added(List<ManifestEntry> entries, Mark mark) {}

  /**
   * What was added since.
   *
   * @return nothing if the journal has been emptied since
   * @throws IOException if it is there and cannot be read
   */
  Optional<Added> since(Mark mark) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      Object key =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .fileKey();
      boolean another = mark.end > 0 && !Objects.equals(key, mark.key);
      if (another || channel.size() < mark.end) {
        return Optional.empty();
      }
      byte[] bytes = Channels.newInputStream(channel.position(mark.end)).readAllBytes();
      int whole = bytes.length;
      // A line may be on its way.
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      byte[] lines = Arrays.copyOf(bytes, whole);
      return Optional.of(new Added(entries(lines), new Mark(key, mark.end + whole)));
    } catch (NoSuchFileException none) {
      return mark.end > 0 ? Optional.empty() : Optional.of(new Added(List.of(), mark));
    }
  }

  private static List<ManifestEntry> entries(byte[] bytes) {
    // Bytes that are no text are in lines that are no entries.
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (Stream<String> lines = text.lines()) {
      return lines
          .filter(line -> !line.isBlank())
          .flatMap(line -> ManifestForm.ofJson(line).stream())
          .toList();
    }
  }

  /** Empties it, its entries being in the manifest; to be called by who holds the manifest. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
