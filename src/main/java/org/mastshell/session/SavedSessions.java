package org.mastshell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.store.DatabaseFiles;
import org.mastshell.store.FileLock;
import org.mastshell.store.SessionFile;
import org.mastshell.store.StoreException;

/**
 * The folder in which sessions are kept, each in a file of its name. A lock beside it says which
 * one is open in a shell.
 */
public final class SavedSessions {
  /** The folder's name, below the state folder. */
  public static final String FOLDER = "sessions";

  /** What follows a session's name in that of its file. */
  public static final String SUFFIX = ".db";

  private static final String KEEPS_NOTHING = "--no-session keeps nothing on disk";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final Set<SessionName> ours = new HashSet<>();

  /**
   * @param folder made when a session is first kept
   * @param clock tells when a session was set aside
   */
  public SavedSessions(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * A session that is kept.
   *
   * @param name its name
   * @param saved when it last changed
   * @param bytes of its file
   * @param open whether a shell has it now
   */
  public record Listed(SessionName name, Instant saved, long bytes, boolean open) {}

  /** A session that this shell has for itself until this is closed. */
  final class Taken implements AutoCloseable {
    private final SessionName name;
    private final FileLock lock;

    private Taken(SessionName name, FileLock lock) {
      this.name = name;
      this.lock = lock;
      ours.add(name);
    }

    SessionName name() {
      return name;
    }

    @Override
    public void close() {
      ours.remove(name);
      lock.close();
    }
  }

  /** The sessions that are kept, the latest first. */
  public List<Listed> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Listed> sessions = new ArrayList<>();
      for (Path file : files.filter(SavedSessions::isSession).toList()) {
        listed(file).ifPresent(sessions::add);
      }
      sessions.sort(Comparator.comparing(Listed::saved).reversed());
      return sessions;
    } catch (IOException unreadable) {
      throw refused("the sessions in " + folder + " cannot be listed", unreadable);
    }
  }

  /** The session of that name, if there is one. */
  public Optional<Listed> find(SessionName name) {
    return list().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Whether there is a session of that name. */
  boolean exists(SessionName name) {
    return Files.exists(file(name));
  }

  /** Whether there is nothing in the file of a session, which a crash may leave so. */
  boolean isEmpty(SessionName name) {
    try {
      return Files.size(file(name)) == 0;
    } catch (IOException unreadable) {
      // Opening it says why.
      return false;
    }
  }

  /**
   * Takes a session for this shell alone.
   *
   * @throws SessionTrouble if it is open in this shell or another one
   */
  Taken take(SessionName name) {
    return tryTake(name).orElseThrow(() -> isOpen(name));
  }

  private SessionTrouble isOpen(SessionName name) {
    String session = "session " + name.text();
    if (ours.contains(name)) {
      return new SessionTrouble(
          session + " is the one that is open here",
          name.equals(SessionName.LAST)
              ? "the one before it is called previous by now: session list shows all"
              : "results lists its sets; session load SESSION goes to another one first");
    }
    String owner = FileLock.owner(lock(name)).map(pid -> " (process " + pid + ")").orElse("");
    return new SessionTrouble(
        session + " is open in another shell" + owner,
        "leave it there first, or take another name: session list shows all");
  }

  /**
   * Takes it if no shell has it.
   *
   * @throws SessionTrouble if the folder takes no lock
   */
  Optional<Taken> tryTake(SessionName name) {
    makeFolder();
    if (ours.contains(name)) {
      return Optional.empty();
    }
    try {
      return FileLock.take(lock(name)).map(lock -> new Taken(name, lock));
    } catch (StoreException refused) {
      throw new SessionTrouble(refused.getMessage(), KEEPS_NOTHING, refused);
    }
  }

  /**
   * Puts the file of a damaged session where it is in nobody's way, and says where.
   *
   * @throws StoreException if that cannot be done
   */
  Path setAside(Taken taken) {
    String stamp = taken.name().text() + ".damaged-" + STAMP.format(clock.instant());
    Path target = folder.resolve(stamp);
    for (int number = 2; Files.exists(target); number++) {
      target = folder.resolve(stamp + "-" + number);
    }
    DatabaseFiles.setAside(file(taken.name()), target);
    return target;
  }

  /**
   * Deletes a session.
   *
   * @throws SessionTrouble if there is none of that name or a shell has it open
   */
  public void delete(SessionName name) {
    require(name);
    try (Taken taken = take(name)) {
      DatabaseFiles.delete(file(taken.name()));
    } catch (StoreException failure) {
      throw new SessionTrouble(failure.getMessage(), "nothing has changed", failure);
    }
  }

  /**
   * Writes a session into a file that can be taken elsewhere.
   *
   * @throws SessionTrouble if there is no such session, the file exists, or it cannot be written
   */
  public void export(SessionName name, Path target) {
    require(name);
    try (SessionFile file = SessionFile.open(file(name))) {
      export(file, target);
    } catch (StoreException failure) {
      throw new SessionTrouble(failure.getMessage(), "nothing has changed", failure);
    }
  }

  /** The same for a session that is open. */
  void export(SessionFile file, Path target) {
    if (Files.exists(target)) {
      throw new SessionTrouble(target + " exists already", "take another name");
    }
    Path parent = target.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new SessionTrouble("there is no folder " + parent, "make it, or take another place");
    }
    try {
      file.copyTo(target);
    } catch (StoreException failure) {
      throw new SessionTrouble(
          target + " cannot be written: " + failure.getMessage(), "nothing has changed", failure);
    }
  }

  /**
   * Keeps a session that was taken from elsewhere.
   *
   * @throws SessionTrouble if there is one of that name, or the file holds none
   */
  public void importFrom(Path source, SessionName name) {
    requireFree(name);
    if (!Files.isRegularFile(source)) {
      throw new SessionTrouble("there is no file " + source, "give the file of an export");
    }
    try (Taken taken = take(name)) {
      requireFree(name);
      Path draft = draft(taken);
      try {
        DatabaseFiles.copy(source, draft);
        try (SessionFile file = SessionFile.open(draft)) {
          StoredForm.history(file.load());
          file.moveTo(file(name));
        }
      } finally {
        DatabaseFiles.tryDelete(draft);
      }
    } catch (StoreException | IllegalArgumentException failure) {
      boolean outOfReach =
          failure instanceof StoreException known && known.kind() != StoreException.Kind.DAMAGED;
      throw new SessionTrouble(
          outOfReach
              ? source + " cannot be imported: " + failure.getMessage()
              : source + " is no session of MastShell, or is damaged",
          "nothing was imported; session export NAME FILE makes such a file",
          failure);
    }
  }

  private void requireFree(SessionName name) {
    if (exists(name)) {
      throw new SessionTrouble(
          "there is a session " + name.text() + " already",
          "session import FILE OTHER-NAME, or session delete " + name.text());
    }
  }

  /**
   * @throws SessionTrouble if there is no session of that name
   */
  void require(SessionName name) {
    if (!exists(name)) {
      throw new SessionTrouble(
          "there is no session " + name.text(), "session list shows those that are kept");
    }
  }

  // It may be deleted, or its log vanish, while it is looked at.
  private Optional<Listed> listed(Path file) throws IOException {
    String text = file.getFileName().toString();
    SessionName name = new SessionName(text.substring(0, text.length() - SUFFIX.length()));
    Optional<BasicFileAttributes> whole = attributes(file);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Instant saved = whole.get().lastModifiedTime().toInstant();
    long bytes = whole.get().size();
    // Opening makes an empty log: only what is in it was saved.
    Optional<BasicFileAttributes> log =
        attributes(DatabaseFiles.log(file)).filter(there -> there.size() > 0);
    if (log.isPresent()) {
      saved = log.get().lastModifiedTime().toInstant();
      bytes += log.get().size();
    }
    boolean open = ours.contains(name) || FileLock.owner(lock(name)).isPresent();
    return Optional.of(new Listed(name, saved, bytes, open));
  }

  private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static boolean isSession(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.endsWith(SUFFIX)
          && !new SessionName(name.substring(0, name.length() - SUFFIX.length())).text().isEmpty();
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
  }

  private void makeFolder() {
    try {
      PrivateFolder.make(folder);
    } catch (IOException refused) {
      throw refused(folder + " cannot be made", refused);
    }
  }

  private static SessionTrouble refused(String message, IOException cause) {
    return new SessionTrouble(message + ": " + cause.getMessage(), KEEPS_NOTHING, cause);
  }

  /** Where a session is written that is to be of that name when it is whole. */
  Path draft(Taken taken) {
    return folder.resolve(taken.name().text() + ".draft");
  }

  /** The file of a session, which need not be there. */
  Path file(SessionName name) {
    return folder.resolve(name.text() + SUFFIX);
  }

  private Path lock(SessionName name) {
    return folder.resolve(name.text() + ".lock");
  }
}
