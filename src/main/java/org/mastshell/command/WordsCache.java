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
import java.util.Optional;
import java.util.Set;
import org.mastshell.session.PrivateFolder;
import org.mastshell.store.StoreException;
import org.mastshell.vocabulary.ArchiveWords;

/**
 * What archives said of their columns and values, on disk, so that they need not be asked at every
 * start: one file a server. A file that cannot be read or is not whole is as if it were not there:
 * the archive can be asked again. Safe for use by several threads and several shells, since a file
 * takes its place in one step; the last one written stays.
 */
public final class WordsCache {
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);
  private static final String DRAFT = ".part";
  private static final String BEGINNING = "values-";
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

  /**
   * Keeps what a server said.
   *
   * @return why it cannot be kept, if it cannot
   */
  Optional<String> write(URI server, ArchiveWords words) {
    if (notKept.contains(server)) {
      return Optional.empty();
    }
    try {
      removeLeftBehind();
      Path draft = Files.createTempFile(PrivateFolder.make(folder), "values", DRAFT);
      try {
        WordsFile.write(draft, server, words);
        Files.move(draft, file(server), StandardCopyOption.ATOMIC_MOVE);
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
   * @param asked when it was asked for them
   */
  record Kept(String archive, int lists, long bytes, Instant asked) {}

  /** Where the files are. */
  String place() {
    return folder.toString();
  }

  /** What is kept, by archive. */
  List<Kept> kept() {
    return files().stream().map(WordsCache::kept).flatMap(Optional::stream).toList();
  }

  private static Optional<Kept> kept(Path file) {
    String name = file.getFileName().toString();
    String archive =
        name.substring(BEGINNING.length(), name.length() - END.length())
            .replaceFirst("-(\\d+)$", ":$1");
    try {
      ArchiveWords words = WordsFile.read(file);
      return Optional.of(new Kept(archive, words.values().size(), Files.size(file), words.asked()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Removes what is kept of all archives.
   *
   * @return what was removed
   * @throws StoreException if a file cannot be removed
   */
  List<Kept> clear() {
    List<Kept> removed = kept();
    for (Path file : files()) {
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

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, BEGINNING + "*" + END)) {
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
    String port = server.getPort() < 0 ? "" : "-" + server.getPort();
    String host = server.getHost().replaceAll("[^\\w.-]", "_");
    return folder.resolve(BEGINNING + host + port + END);
  }
}
