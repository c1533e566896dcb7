package org.mastshell.session;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  private static final List<String> COMPANIONS = List.of("-wal", "-shm");
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
        sessions.add(listed(file));
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
          session + " is the one that is open here", "results lists its sets");
    }
    String owner = FileLock.owner(lock(name)).map(pid -> " (process " + pid + ")").orElse("");
    return new SessionTrouble(
        session + " is open in another shell" + owner,
        "leave it there first, or take another name: session list shows all");
  }

  /** Takes it if no shell has it. */
  Optional<Taken> tryTake(SessionName name) {
    makeFolder();
    return ours.contains(name)
        ? Optional.empty()
        : FileLock.take(lock(name)).map(lock -> new Taken(name, lock));
  }

  /** Opens the file of a session that was taken. */
  SessionFile open(SessionName name) {
    makeFolder();
    return SessionFile.open(file(name));
  }

  /** Puts the file of a damaged session where it is in nobody's way, and says where. */
  Path setAside(SessionName name) {
    String stamp = ".damaged-" + STAMP.format(clock.instant());
    Path target = folder.resolve(name.text() + stamp);
    move(file(name), target);
    return target;
  }

  /**
   * Makes way for another session of that name, which was taken: the old one becomes the previous
   * one, that the one before it, and so on. Of those the last is given up; one that is open in a
   * shell stays, and those behind it too.
   */
  void makeWay(SessionName name) {
    List<SessionName> places = SessionName.earlier();
    Deque<Taken> held = new ArrayDeque<>();
    try {
      for (SessionName place : places) {
        Optional<Taken> taken = tryTake(place);
        if (taken.isEmpty()) {
          break;
        }
        held.push(taken.get());
        if (!exists(place)) {
          break;
        }
      }
      if (held.isEmpty()) {
        throw isOpen(places.get(0));
      }
      SessionName free = held.peek().name;
      for (int place = places.indexOf(free); place > 0; place--) {
        rename(places.get(place - 1), places.get(place));
      }
      rename(name, places.get(0));
    } finally {
      held.forEach(Taken::close);
    }
  }

  private void rename(SessionName from, SessionName to) {
    deleteFiles(to);
    move(file(from), file(to));
  }

  /**
   * Deletes a session.
   *
   * @throws SessionTrouble if there is none of that name or a shell has it open
   */
  public void delete(SessionName name) {
    require(name);
    try (Taken taken = take(name)) {
      deleteFiles(taken.name);
    }
  }

  /**
   * Writes a session into a file that can be taken elsewhere.
   *
   * @throws SessionTrouble if there is no such session, the file exists, or it cannot be written
   */
  public void export(SessionName name, Path target) {
    require(name);
    try (SessionFile file = open(name)) {
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
    if (exists(name)) {
      throw new SessionTrouble(
          "there is a session " + name.text() + " already",
          "session import FILE OTHER-NAME, or session delete " + name.text());
    }
    if (!Files.isRegularFile(source)) {
      throw new SessionTrouble("there is no file " + source, "give the file of an export");
    }
    makeFolder();
    Path draft = folder.resolve(name.text() + ".import");
    try {
      Files.copy(source, draft, StandardCopyOption.REPLACE_EXISTING);
      try (SessionFile file = SessionFile.open(draft)) {
        file.load();
      }
      move(draft, file(name));
    } catch (StoreException failure) {
      throw new SessionTrouble(
          failure.kind() == StoreException.Kind.DAMAGED
              ? source + " is no session of MastShell, or is damaged"
              : source + " holds no session that can be read: " + failure.getMessage(),
          "nothing was imported; session export NAME FILE makes such a file",
          failure);
    } catch (IOException unreadable) {
      throw refused(source + " cannot be read", unreadable);
    } finally {
      deleteQuietly(draft);
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

  private Listed listed(Path file) throws IOException {
    String text = file.getFileName().toString();
    SessionName name = new SessionName(text.substring(0, text.length() - SUFFIX.length()));
    Path log = Path.of(file + COMPANIONS.get(0));
    long bytes = Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    Instant saved = Files.getLastModifiedTime(Files.exists(log) ? log : file).toInstant();
    boolean open = ours.contains(name) || FileLock.owner(lock(name)).isPresent();
    return new Listed(name, saved, bytes, open);
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

  private void deleteFiles(SessionName name) {
    deleteQuietly(file(name));
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
      for (String companion : COMPANIONS) {
        Files.deleteIfExists(Path.of(file + companion));
      }
    } catch (IOException refused) {
      throw refused(file + " cannot be deleted", refused);
    }
  }

  private static void move(Path from, Path to) {
    CopyOption replacing = StandardCopyOption.REPLACE_EXISTING;
    try {
      Files.move(from, to, replacing);
      for (String companion : COMPANIONS) {
        Path beside = Path.of(from + companion);
        if (Files.exists(beside)) {
          Files.move(beside, Path.of(to + companion), replacing);
        }
      }
    } catch (IOException refused) {
      throw refused(from + " cannot be moved", refused);
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
    return new SessionTrouble(
        message + ": " + cause.getMessage(), "--no-session keeps nothing on disk", cause);
  }

  private Path file(SessionName name) {
    return folder.resolve(name.text() + SUFFIX);
  }

  private Path lock(SessionName name) {
    return folder.resolve(name.text() + ".lock");
  }
}
