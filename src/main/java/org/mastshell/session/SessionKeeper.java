package org.mastshell.session;

import java.nio.file.Path;
import java.util.Optional;
import org.mastshell.store.SessionFile;
import org.mastshell.store.StoreException;
import org.mastshell.store.StoredSession;

/**
 * Keeps the session of this shell on disk as it goes. Until something is to be kept no file is
 * made: a shell that only asks for help leaves nothing behind. Used by one thread.
 */
public final class SessionKeeper implements AutoCloseable {
  private final Session session;
  private final SavedSessions saved;
  private SessionName wanted;
  private Optional<Kept> kept = Optional.empty();
  private int lastKept;
  private boolean on;
  private Optional<String> trouble = Optional.empty();

  /**
   * @param session of this shell
   * @param saved where sessions are kept
   */
  public SessionKeeper(Session session, SavedSessions saved) {
    this.session = session;
    this.saved = saved;
    this.wanted = SessionName.LAST;
    this.lastKept = session.changes();
  }

  /** A file that is open, and the lock on it. */
  private record Kept(SessionName name, SavedSessions.Taken lock, SessionFile file) {
    void close() {
      file.close();
      lock.close();
    }
  }

  /** What is kept. */
  public Session session() {
    return session;
  }

  /** All sessions that are kept. */
  public SavedSessions saved() {
    return saved;
  }

  /**
   * From here on what changes is kept. What has changed so far, by a start file for instance, is
   * how the session begins, and nothing to keep.
   */
  public void begin() {
    on = true;
    session.settled();
    lastKept = session.changes();
  }

  /** From now on nothing is kept. */
  public void off() {
    on = false;
  }

  /** The name under which the session is kept, if it is kept at all. */
  public Optional<SessionName> name() {
    return on ? Optional.of(kept.map(Kept::name).orElse(wanted)) : Optional.empty();
  }

  /** Why what has changed lately is not on disk; empty if it is. */
  public Optional<String> trouble() {
    return trouble;
  }

  /**
   * Goes on with a session that was kept, or begins a new one of that name.
   *
   * @return what a person should know: that a damaged one was set aside; else empty
   * @throws SessionTrouble if it is open in another shell or cannot be read; the session is as
   *     before
   */
  public Optional<String> open(SessionName name) {
    SavedSessions.Taken lock = saved.take(name);
    try {
      if (!saved.exists(name)) {
        begin(name, lock);
        return Optional.empty();
      }
      if (saved.isEmpty(name)) {
        begin(name, lock);
        return Optional.of("the file of session " + name.text() + " was empty; this is a new one");
      }
      SessionFile file = saved.open(name);
      try {
        session.restore(file.load());
      } catch (StoreException | IllegalArgumentException unreadable) {
        file.close();
        throw unreadable;
      }
      replace(new Kept(name, lock, file));
      lastKept = session.changes();
      on = true;
      return Optional.empty();
    } catch (StoreException failure) {
      return setAside(name, lock, failure);
    } catch (IllegalArgumentException damaged) {
      return setAside(
          name,
          lock,
          new StoreException(StoreException.Kind.DAMAGED, damaged.getMessage(), damaged));
    }
  }

  // A damaged session never stops a shell from starting; one that is only out of reach does.
  private Optional<String> setAside(
      SessionName name, SavedSessions.Taken lock, StoreException failure) {
    if (failure.kind() != StoreException.Kind.DAMAGED) {
      lock.close();
      throw new SessionTrouble(
          "session " + name.text() + " cannot be opened: " + failure.getMessage(),
          failure.kind() == StoreException.Kind.FULL
              ? "make room on it; --no-session keeps nothing"
              : "another name begins a new one; --no-session keeps nothing",
          failure);
    }
    Path aside = saved.setAside(name);
    begin(name, lock);
    return Optional.of(
        "session "
            + name.text()
            + " is damaged; it was set aside as "
            + aside
            + ", this is a new one");
  }

  private void begin(SessionName name, SavedSessions.Taken lock) {
    session.restore(StoredSession.empty());
    replace(new Kept(name, lock, saved.open(name)));
    lastKept = session.changes();
    on = true;
  }

  /**
   * Writes what has changed since the last time.
   *
   * @throws SessionTrouble if it cannot be written; what was kept before stays
   */
  public void keep() {
    int now = session.changes();
    if (!on || now == lastKept) {
      return;
    }
    try {
      if (kept.isEmpty()) {
        kept = Optional.of(firstFree());
      }
      kept.get().file().save(session.stored());
      lastKept = now;
      trouble = Optional.empty();
    } catch (StoreException | SessionTrouble failure) {
      trouble = Optional.of(failure.getMessage());
      throw new SessionTrouble(
          "the session is not kept: " + failure.getMessage(),
          "what is on the screen is still here; session save NAME tries elsewhere",
          failure);
    }
  }

  /**
   * Keeps the session under another name from now on.
   *
   * @throws SessionTrouble if a session of that name is there, or it cannot be written
   */
  public void saveAs(SessionName name) {
    SavedSessions.Taken lock = saved.take(name);
    if (saved.exists(name)) {
      lock.close();
      throw new SessionTrouble(
          "there is a session " + name.text() + " already",
          "take another name, or session delete " + name.text() + " first");
    }
    Kept fresh;
    try {
      fresh = written(name, lock);
    } catch (StoreException failure) {
      lock.close();
      throw new SessionTrouble(
          "session " + name.text() + " cannot be kept: " + failure.getMessage(),
          "nothing has changed",
          failure);
    }
    replace(fresh);
    on = true;
    lastKept = session.changes();
    trouble = Optional.empty();
  }

  private Kept written(SessionName name, SavedSessions.Taken lock) {
    SessionFile file = saved.open(name);
    try {
      file.save(session.stored());
      return new Kept(name, lock, file);
    } catch (StoreException failure) {
      file.close();
      throw failure;
    }
  }

  /**
   * Writes a session into a file that can be taken elsewhere.
   *
   * @throws SessionTrouble if there is no such session, the file exists, or it cannot be written
   */
  public void export(SessionName name, Path target) {
    if (kept.filter(one -> one.name().equals(name)).isEmpty()) {
      saved.export(name, target);
      return;
    }
    keep();
    saved.export(kept.get().file(), target);
  }

  // What the last shell without a name left is kept once more; two such shells at once keep two.
  private Kept firstFree() {
    SessionName name = wanted;
    Optional<SavedSessions.Taken> lock = saved.tryTake(name);
    for (int number = 2; lock.isEmpty(); number++) {
      name = new SessionName(wanted.text() + "-" + number);
      lock = saved.tryTake(name);
    }
    try {
      if (saved.exists(name)) {
        saved.makeWay(name);
      }
      return new Kept(name, lock.get(), saved.open(name));
    } catch (StoreException | SessionTrouble failure) {
      lock.get().close();
      throw failure;
    }
  }

  private void replace(Kept next) {
    kept.ifPresent(Kept::close);
    kept = Optional.of(next);
    wanted = next.name();
  }

  @Override
  public void close() {
    kept.ifPresent(Kept::close);
    kept = Optional.empty();
  }
}
