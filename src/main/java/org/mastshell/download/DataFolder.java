package org.mastshell.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The folder that files go into and that none may leave. It may itself be a link of the user's. */
final class DataFolder {
  private static final Logger LOG = Logger.getLogger(DataFolder.class.getName());
  // Below this much room a write that fails is taken for a full disk.
  private static final long NEARLY_NOTHING = 1 << 16;

  /** What to do where nothing can be written: what goes on with a download has no other place. */
  static final String OTHER_PLACE =
      "make it writable, or fetch them elsewhere with download --dir FOLDER";

  /** What is said of a file in whose place a folder stands. */
  static final String FOLDER_IN_PLACE = "a folder is in its place: move it away";

  private final Path root;
  private final FreeSpace freeSpace;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  DataFolder(Path root, FreeSpace freeSpace) {
    this.root = root;
    this.freeSpace = freeSpace;
  }

  Path root() {
    return root;
  }

  /** A path below the folder, its parts separated by {@code /}. */
  String relative(Path target) {
    StringJoiner parts = new StringJoiner("/");
    root.relativize(target).forEach(part -> parts.add(part.toString()));
    return parts.toString();
  }

  /**
   * Makes the folder and tries whether files can be made in it.
   *
   * @throws DownloadException if they cannot
   */
  void prepare() {
    try {
      Files.createDirectories(root);
      probe();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Makes the folder that a file goes into, of which bytes have come.
   *
   * @throws IOException if that cannot be done, if a link on the way leads out of the data folder,
   *     or if the data folder itself is gone, as with a disk that is not mounted any more
   */
  void makeParent(Path target) throws IOException {
    Path parent = target.toAbsolutePath().getParent();
    refuseOutside(target);
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString());
    }
    for (Path folder = parent;
        folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        folder = folder.getParent()) {
      made.add(folder);
    }
    Files.createDirectories(parent);
    refuseOutside(target);
  }

  /** Removes the folders that were made here for files and have nothing in them. */
  void removeEmpty() {
    made.stream()
        .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
        .forEach(
            folder -> {
              try {
                Files.deleteIfExists(folder);
              } catch (IOException notEmpty) {
                // What is in it stays, and so does the folder.
                LOG.log(Level.FINEST, notEmpty, () -> folder + " stays");
              }
            });
  }

  /**
   * Why a file cannot, or must not, be written to its place: a folder stands there, or a link that
   * leads to nothing, a file where a folder has to be, or a link on the way leads elsewhere.
   */
  Optional<String> obstacle(Path target) {
    Optional<String> deadLink = deadLink(target);
    if (deadLink.isPresent()) {
      return deadLink;
    }
    if (Files.isDirectory(target)) {
      return Optional.of(FOLDER_IN_PLACE);
    }
    if (!Files.isDirectory(root)) {
      Path existing = root.toAbsolutePath();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      return existing == null || Files.isDirectory(existing)
          ? closed(existing)
          : Optional.of(fileInPlace(existing));
    }
    Path existing = target.toAbsolutePath().getParent();
    while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    Path folder = existing;
    try {
      if (existing == null || !existing.toRealPath().startsWith(root.toRealPath())) {
        return Optional.of("the link " + existing + " leads out of the download folder");
      }
      if (!Files.isDirectory(existing)) {
        return Optional.of(fileInPlace(existing));
      }
      // The manifest goes into the root, wherever the files go.
      return closed(root).or(() -> closed(folder));
    } catch (IOException e) {
      return Optional.of("the link " + existing + " leads nowhere");
    }
  }

  /**
   * What is said of a link in a file's place that leads to nothing. It is nothing to be replaced:
   * what it leads to is often on a disk that is not mounted now.
   */
  static Optional<String> deadLink(Path place) {
    if (!Files.isSymbolicLink(place) || Files.exists(place)) {
      return Optional.empty();
    }
    String where;
    try {
      where = Files.readSymbolicLink(place).toString();
    } catch (IOException unreadable) {
      where = "a place that cannot be read";
    }
    return Optional.of(
        "a link in its place leads to "
            + where
            + ", which is not there: mount its disk, or move the link away");
  }

  private static Optional<String> closed(Path folder) {
    return folder == null || Files.isWritable(folder)
        ? Optional.empty()
        : Optional.of("you may not write into " + folder + ": " + OTHER_PLACE);
  }

  private static String fileInPlace(Path file) {
    return file + " is a file, and a folder is needed there: move it away";
  }

  /** The trouble of all files, if nothing can be written here any more. */
  private Optional<DownloadException> troubleForAll(DiskTrouble trouble, long bytesMissing) {
    long free = freeSpace.at(root);
    if (trouble.saysFull() || (free >= 0 && free < Math.max(NEARLY_NOTHING, bytesMissing))) {
      return Optional.of(
          new DownloadException(
              "the disk of " + root + " is full",
              "make room on it, or choose another place with download --dir FOLDER",
              trouble));
    }
    return troubleForAll();
  }

  /** The trouble of all files, if no file can be made here any more. */
  private Optional<DownloadException> troubleForAll() {
    try {
      probe();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(unwritable(e));
    }
  }

  /** Ends the download if no file can be made here any more. */
  void raiseTroubleForAll() {
    troubleForAll().ifPresent(DataFolder::raise);
  }

  /** The same after a write that failed, while so many bytes of a file are missing. */
  void raiseTroubleForAll(DiskTrouble trouble, long bytesMissing) {
    troubleForAll(trouble, bytesMissing).ifPresent(DataFolder::raise);
  }

  private static void raise(DownloadException trouble) {
    throw trouble;
  }

  /**
   * Goes on only if a file may be written to its place.
   *
   * @throws IOException that says what stands in the way
   */
  void refuseOutside(Path target) throws IOException {
    Optional<String> obstacle = obstacle(target);
    if (obstacle.isPresent()) {
      throw new IOException(obstacle.get());
    }
  }

  // A byte is written too: a full disk may still make empty files.
  private void probe() throws IOException {
    Path probe = root.resolve(".mastDownload." + UUID.randomUUID());
    try {
      Files.write(probe, new byte[1], StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private DownloadException unwritable(IOException failure) {
    DiskTrouble trouble = new DiskTrouble(failure);
    if (trouble.saysFull()) {
      return troubleForAll(trouble, 0).orElseThrow();
    }
    return new DownloadException(
        "files cannot be written into " + root + ": " + trouble.getMessage(), OTHER_PLACE, failure);
  }
}
