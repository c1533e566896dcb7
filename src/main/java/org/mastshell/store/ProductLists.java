package org.mastshell.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.store.ProductListFile.Head;
import org.mastshell.store.StoreException.Kind;

/**
 * Product lists on disk: a file for each observation, below a folder for each archive and login. A
 * file takes its place in one step, so that several threads and several shells can use them at
 * once; the last one written stays. One that cannot be read, or is damaged, is as if it were not
 * there: the archive can be asked again.
 *
 * <p>When a list was last used is the time of change of its file.
 */
public final class ProductLists {
  private static final String LIST = ".list";
  private static final String DRAFT = ".part";
  private static final String SALT = "salt";
  private static final int SALT_BYTES = 32;
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);
  private static final Duration USED_JUST_NOW = Duration.ofHours(1);
  // Packed bytes; some million rows.
  private static final long LARGEST = 64L << 20;
  private static final int TENTHS_LEFT = 9;
  private static final int TRIES = 5;

  private final Path folder;
  private final Clock clock;

  /**
   * @param folder where they are; made when one is first kept
   * @param clock tells when a list was used
   */
  public ProductLists(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Where they are. */
  public Path folder() {
    return folder;
  }

  /**
   * The lists of one archive and login.
   *
   * @param lists how many
   * @param bytes on disk
   * @param oldest when the first of them was asked for
   * @param newest when the last of them was
   */
  public record Summary(ListOwner owner, int lists, long bytes, Instant oldest, Instant newest) {
    Summary and(Summary other) {
      return new Summary(
          owner,
          lists + other.lists,
          bytes + other.bytes,
          oldest.isBefore(other.oldest) ? oldest : other.oldest,
          newest.isAfter(other.newest) ? newest : other.newest);
    }
  }

  /**
   * What was removed.
   *
   * @param files how many
   * @param bytes on disk
   */
  public record Removed(int files, long bytes) {}

  /**
   * The list of an observation, if it is here; however old.
   *
   * @param obsid the archive's number of it, digits alone
   */
  public Optional<ProductList> find(ListOwner owner, String obsid) {
    Path file = file(owner, obsid);
    try {
      FileTime used = Files.getLastModifiedTime(file);
      if (Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      ProductList list =
          ProductListFile.read(Files.readAllBytes(file), new Head(owner, obsid, Instant.EPOCH));
      touch(file, used);
      return Optional.of(list);
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  private void touch(Path file, FileTime used) {
    Instant now = clock.instant();
    if (Duration.between(used.toInstant(), now).abs().compareTo(USED_JUST_NOW) < 0) {
      return;
    }
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException readOnly) {
      // It goes a little earlier when room is needed; nothing else depends on it.
      return;
    }
  }

  /**
   * Keeps the list of an observation in place of an earlier one. One that is too large for it (64
   * MB packed) is not kept.
   *
   * @throws StoreException if it cannot be written
   */
  public void keep(ListOwner owner, String obsid, ProductList list) {
    byte[] bytes = ProductListFile.bytes(new Head(owner, obsid, list.asked()), list.parts());
    if (bytes.length > LARGEST) {
      return;
    }
    Path file = file(owner, obsid);
    try {
      write(file, bytes, TRIES);
    } catch (IOException refused) {
      throw new StoreException(
          Kind.REFUSED, folder + " cannot be written: " + reason(refused), refused);
    }
  }

  /**
   * Bytes by which tokens are made unrecognizable; the same as long as the lists are here.
   *
   * @throws StoreException if there are none yet and they cannot be kept
   */
  public byte[] salt() {
    Path file = folder.resolve(SALT);
    try {
      if (Files.exists(file) && Files.size(file) != SALT_BYTES) {
        // A power cut may leave it so. The lists of logins are asked for anew.
        Files.deleteIfExists(file);
      }
      if (!Files.exists(file)) {
        makeSalt(file);
      }
      return Files.readAllBytes(file);
    } catch (IOException refused) {
      throw new StoreException(
          Kind.REFUSED, folder + " cannot be written: " + reason(refused), refused);
    }
  }

  // Whole on the disk before it has its name, and the first of two shells that make it stays.
  private static void makeSalt(Path file) throws IOException {
    byte[] fresh = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(fresh);
    Path draft = Files.createTempFile(PrivateFile.folder(file.getParent()), "salt", DRAFT);
    try {
      Files.write(draft, fresh);
      DatabaseFiles.sync(draft);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException there) {
      return;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  // Another shell may remove an empty folder just when this one makes it or writes into it.
  private void write(Path file, byte[] bytes, int tries) throws IOException {
    try {
      write(file, bytes);
    } catch (NoSuchFileException | FileAlreadyExistsException cleared) {
      if (tries == 1) {
        throw cleared;
      }
      write(file, bytes, tries - 1);
    }
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Path draft = Files.createTempFile(PrivateFile.folder(file.getParent()), "list", DRAFT);
    try {
      Files.write(draft, bytes);
      Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  // Most exceptions of the file system say no more than the name of the file.
  private static String reason(IOException refused) {
    if (!(refused instanceof FileSystemException named)) {
      return refused.getMessage();
    }
    String kind = refused.getClass().getSimpleName().replace("Exception", "");
    return named.getReason() == null
        ? kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
        : named.getReason();
  }

  /** The lists of each archive and login. */
  public List<Summary> summaries() {
    Map<ListOwner, Summary> found = new LinkedHashMap<>();
    files().stream()
        .filter(Found::isList)
        .map(ProductLists::summary)
        .flatMap(Optional::stream)
        .forEach(one -> found.merge(one.owner(), one, Summary::and));
    return List.copyOf(found.values());
  }

  private static Optional<Summary> summary(Found file) {
    try {
      Head head = ProductListFile.head(file.path());
      return Optional.of(new Summary(head.owner(), 1, file.bytes(), head.asked(), head.asked()));
    } catch (IOException damaged) {
      // It is replaced when its observation is asked for, or goes when room is needed.
      return Optional.empty();
    }
  }

  /**
   * Removes all lists.
   *
   * @throws StoreException if one cannot be removed
   */
  public Removed clear() {
    int removed = 0;
    long bytes = 0;
    for (Found file : files()) {
      delete(file.path());
      removed += file.isList() ? 1 : 0;
      bytes += file.bytes();
    }
    removeFolders();
    return new Removed(removed, bytes);
  }

  /**
   * Makes room: where the lists take more than so many bytes, those go that were not used for the
   * longest time. Also removes what shells left that were ended while they wrote.
   *
   * @throws StoreException if one cannot be removed
   */
  public void trim(long most) {
    Instant limit = clock.instant().minus(LEFT_BEHIND);
    List<Found> lists = new ArrayList<>();
    long bytes = 0;
    for (Found file : files()) {
      if (file.isList()) {
        lists.add(file);
        bytes += file.bytes();
      } else if (file.isDraft() && file.used().isBefore(limit)) {
        delete(file.path());
      }
    }
    if (bytes <= most) {
      return;
    }
    lists.sort(Comparator.comparing(Found::used));
    // Somewhat more than is needed, so that not every list that comes makes another one go.
    long wanted = most / 10 * TENTHS_LEFT;
    for (Found list : lists) {
      if (bytes <= wanted) {
        return;
      }
      delete(list.path());
      bytes -= list.bytes();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException refused) {
      throw new StoreException(
          Kind.REFUSED, file + " cannot be removed: " + reason(refused), refused);
    }
  }

  private record Found(Path path, long bytes, Instant used) {
    boolean isList() {
      return path.toString().endsWith(LIST);
    }

    boolean isDraft() {
      return path.toString().endsWith(DRAFT);
    }
  }

  // Files come and go meanwhile: what cannot be looked at is passed over.
  private List<Found> files() {
    List<Found> found = new ArrayList<>();
    walk(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
            found.add(new Found(file, seen.size(), seen.lastModifiedTime().toInstant()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private void removeFolders() {
    walk(
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult postVisitDirectory(Path one, IOException broken) {
            try {
              Files.deleteIfExists(one);
            } catch (IOException another) {
              // Another shell has put something there.
              return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void walk(SimpleFileVisitor<Path> visitor) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException unreadable) {
      throw new StoreException(
          Kind.REFUSED, folder + " cannot be read: " + reason(unreadable), unreadable);
    }
  }

  // Folders of a hundred thousand files are slow on many file systems.
  private Path file(ListOwner owner, String obsid) {
    String last = obsid.substring(Math.max(0, obsid.length() - 2));
    return folder
        .resolve(owner.folder())
        .resolve(owner.account())
        .resolve(last)
        .resolve(obsid + LIST);
  }
}
