package org.mastshell.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mastshell.session.PrivateFolder;
import org.mastshell.store.StoreException;
import org.mastshell.vocabulary.ArchiveWords;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.SetKind;

/**
 * What archives said of their columns and values, on disk, so that they need not be asked at every
 * start: one file a server, and one for the columns of each of its tables. A file that cannot be
 * read or is not whole is as if it were not there: the archive can be asked again. Safe for use by
 * several threads and several shells, since a file takes its place in one step; the last one
 * written stays.
 */
public final class WordsCache {
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);
  private static final String DRAFT = ".part";
  private static final String VALUES = "values-";
  private static final String COLUMNS = "columns-";
  // The longest known list takes a fiftieth of it.
  private static final long LARGEST_COLUMNS = 2 << 20;
  private static final String END = ".csv";

  private final Path folder;
  private final Clock clock;
  private final Set<URI> notKept;

  /**
   * @param folder where the files are; made when first written to
   * @param clock tells which drafts were left behind
   * @param notKept servers that end with this program, so that nothing is to be kept of them
   */
  public WordsCache(Path folder, Clock clock, Set<URI> notKept) {
    this.folder = folder;
    this.clock = clock;
    this.notKept = Set.copyOf(notKept);
  }

  /** What a server said when it was last asked, however long ago that is. */
  Optional<ArchiveWords> read(URI server) {
    if (notKept.contains(server)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WordsFile.read(file(server)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** What a server said of the columns of one of its tables when it was last asked for them. */
  Optional<ArchiveWords> read(URI server, ServiceTable table) {
    if (notKept.contains(server)) {
      return Optional.empty();
    }
    try {
      return Optional.of(columns(file(server, table)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static ArchiveWords columns(Path file) throws IOException {
    if (Files.size(file) > LARGEST_COLUMNS) {
      throw new IOException("it is larger than a list of columns is");
    }
    return WordsFile.read(file, SetKind.DATASETS);
  }

  /**
   * Keeps what a server said.
   *
   * @return why it cannot be kept, if it cannot
   */
  Optional<String> write(URI server, ArchiveWords words) {
    return write(server, file(server), words);
  }

  /**
   * Keeps what a server said of the columns of one of its tables.
   *
   * @return why it cannot be kept, if it cannot
   */
  Optional<String> write(URI server, ServiceTable table, ArchiveWords words) {
    return write(server, file(server, table), words);
  }

  private Optional<String> write(URI server, Path file, ArchiveWords words) {
    if (notKept.contains(server)) {
      return Optional.empty();
    }
    try {
      removeLeftBehind();
      Path draft = Files.createTempFile(PrivateFolder.make(folder), "values", DRAFT);
      try {
        WordsFile.write(draft, server, words);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return Optional.empty();
    } catch (IOException | UncheckedIOException unwritable) {
      return Optional.of("the lists cannot be kept in " + folder + ": " + unwritable.getMessage());
    }
  }

  /**
   * The lists of one archive.
   *
   * @param archive its host and port
   * @param lists how many
   * @param bytes on disk
   * @param oldest when it was asked for the first of them
   * @param newest when it was asked for the last of them
   */
  record Kept(String archive, int lists, long bytes, Instant oldest, Instant newest) {
    private Kept and(Kept other) {
      return new Kept(
          archive,
          lists + other.lists,
          bytes + other.bytes,
          oldest.isBefore(other.oldest) ? oldest : other.oldest,
          newest.isAfter(other.newest) ? newest : other.newest);
    }
  }

  /** Where the files are. */
  String place() {
    return folder.toString();
  }

  /** The lists of values that are kept, by archive. */
  List<Kept> kept() {
    return kept(VALUES);
  }

  /** The lists of columns of tables that are kept, by archive. */
  List<Kept> keptColumns() {
    return kept(COLUMNS);
  }

  private List<Kept> kept(String beginning) {
    Map<String, Kept> kept = new TreeMap<>();
    for (Path file : files(beginning)) {
      kept(file).ifPresent(one -> kept.merge(one.archive(), one, Kept::and));
    }
    return List.copyOf(kept.values());
  }

  private static Optional<Kept> kept(Path file) {
    String name = file.getFileName().toString();
    boolean values = name.startsWith(VALUES);
    String archive =
        name.substring(0, name.length() - END.length())
            .replaceFirst(values ? VALUES : COLUMNS + "[^-]*-", "")
            .replaceFirst("-(\\d+)$", ":$1");
    try {
      ArchiveWords words = values ? WordsFile.read(file) : columns(file);
      int lists = values ? words.values().size() : 1;
      return Optional.of(new Kept(archive, lists, Files.size(file), words.asked(), words.asked()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Removes the lists of values of all archives.
   *
   * @return what was removed
   * @throws StoreException if a file cannot be removed
   */
  List<Kept> clear() {
    return clear(VALUES);
  }

  /**
   * Removes the lists of columns of tables of all archives.
   *
   * @return what was removed
   * @throws StoreException if a file cannot be removed
   */
  List<Kept> clearColumns() {
    return clear(COLUMNS);
  }

  private List<Kept> clear(String beginning) {
    List<Kept> removed = kept(beginning);
    for (Path file : files(beginning)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException refused) {
        throw new StoreException(
            StoreException.Kind.REFUSED,
            file + " cannot be removed: " + refused.getMessage(),
            refused);
      }
    }
    return removed;
  }

  private List<Path> files(String beginning) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, beginning + "*" + END)) {
      found.forEach(files::add);
    } catch (IOException | DirectoryIteratorException unreadable) {
      throw new StoreException(
          StoreException.Kind.REFUSED,
          folder + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  // A shell that is ended while it writes cannot tidy up. Drafts of others that are there now and
  // gone the next moment are none of our business.
  private void removeLeftBehind() {
    Instant limit = clock.instant().minus(LEFT_BEHIND);
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, "values*" + DRAFT)) {
      for (Path draft : drafts) {
        BasicFileAttributes seen = Files.readAttributes(draft, BasicFileAttributes.class);
        if (seen.lastModifiedTime().toInstant().isBefore(limit)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (IOException | DirectoryIteratorException untidy) {
      // The next writer tries again.
      return;
    }
  }

  private Path file(URI server) {
    return folder.resolve(VALUES + address(server) + END);
  }

  private Path file(URI server, ServiceTable table) {
    return folder.resolve(COLUMNS + table.name() + "-" + address(server) + END);
  }

  private static String address(URI server) {
    String port = server.getPort() < 0 ? "" : "-" + server.getPort();
    return server.getHost().replaceAll("[^\\w.-]", "_") + port;
  }
}
