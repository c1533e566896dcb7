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
  private final NewSessions fresh;
  private final EmbeddedArchive embedded;
  private Optional<OpenSession> kept = Optional.empty();
  private int lastKept;
  private boolean on;
  private Optional<String> trouble = Optional.empty();
  private Optional<String> note = Optional.empty();

  /**
   * @param session of this shell
   * @param saved where sessions are kept
   * @param embedded the archive of this program
   */
  public SessionKeeper(Session session, SavedSessions saved, EmbeddedArchive embedded) {
    this.session = session;
    this.saved = saved;
    this.embedded = embedded;
    this.fresh = new NewSessions(saved);
    this.lastKept = session.changes();
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
   * how the session begins, and nothing to keep, unless the start file went on with a session.
   */
  public void begin() {
    on = true;
    session.settled();
    if (kept.isEmpty()) {
      lastKept = session.changes();
    }
  }

  /** From now on nothing is kept; a session that was open is open to other shells. */
  public void off() {
    close();
    on = false;
  }

  /** The name under which the session is kept, if it is kept at all. */
  public Optional<SessionName> name() {
    return on
        ? Optional.of(kept.map(OpenSession::name).orElse(SessionName.LAST))
        : Optional.empty();
  }

  /** Why what has changed lately is not on disk; empty if it is. */
  public Optional<String> trouble() {
    return trouble;
  }

  /**
   * Goes on with a session that was kept, or begins a new one of that name. A damaged one never
   * stops a shell from starting: it is set aside.
   *
   * @return what a person should know: that it was damaged; else empty
   * @throws SessionTrouble if it is open in another shell or out of reach; nothing has changed then
   */
  public Optional<String> openAtStart(SessionName name) {
    SavedSessions.Taken taken = saved.take(name);
    try {
      return goOnOrBegin(taken);
    } catch (StoreException failure) {
      taken.close();
      throw outOfReach(name, failure);
    }
  }

  private Optional<String> goOnOrBegin(SavedSessions.Taken taken) {
    SessionName name = taken.name();
    String session = "session " + name.text();
    if (!saved.exists(name)) {
      beginNew(taken);
      return Optional.empty();
    }
    if (saved.isEmpty(name)) {
      beginNew(taken);
      return Optional.of("the file of " + session + " was empty; this is a new one");
    }
    try {
      goOn(taken);
      return Optional.empty();
    } catch (StoreException failure) {
      if (failure.kind() != StoreException.Kind.DAMAGED) {
        throw failure;
      }
      Path aside = saved.setAside(taken);
      beginNew(taken);
      return Optional.of(
          session + " is damaged; it was set aside as " + aside + ", this is a new one");
    }
  }

  /**
   * Goes on with a session that was kept, in place of this one.
   *
   * @throws SessionTrouble if there is none, it is open in another shell, damaged (then it is set
   *     aside) or out of reach, or if this one cannot be kept; it is as before then
   */
  public void load(SessionName name) {
    keep();
    saved.require(name);
    SavedSessions.Taken taken = saved.take(name);
    try {
      goOn(taken);
    } catch (StoreException failure) {
      try (taken) {
        throw failure.kind() == StoreException.Kind.DAMAGED
            ? damaged(taken, failure)
            : outOfReach(name, failure);
      }
    }
  }

  private SessionTrouble damaged(SavedSessions.Taken taken, StoreException failure) {
    String session = "session " + taken.name().text();
    if (saved.isEmpty(taken.name())) {
      return new SessionTrouble(
          "the file of " + session + " is empty",
          "session delete " + taken.name().text() + " removes it",
          failure);
    }
    try {
      return new SessionTrouble(
          session + " is damaged; it was set aside as " + saved.setAside(taken),
          "this session is as it was",
          failure);
    } catch (StoreException stays) {
      return new SessionTrouble(session + " is damaged", "this session is as it was", failure);
    }
  }

  private static SessionTrouble outOfReach(SessionName name, StoreException failure) {
    return new SessionTrouble(
        "session " + name.text() + " cannot be opened: " + failure.getMessage(),
        failure.kind() == StoreException.Kind.FULL
            ? "make room on it; --no-session keeps nothing"
            : "another name begins a new one; --no-session keeps nothing",
        failure);
  }

  // The session in hand is left only when the other one is read.
  private void goOn(SavedSessions.Taken taken) {
    SessionFile file = SessionFile.open(saved.file(taken.name()));
    try {
      session.restore(embedded.here(file.load()));
    } catch (StoreException failure) {
      file.close();
      throw failure;
    } catch (IllegalArgumentException damaged) {
      file.close();
      throw new StoreException(StoreException.Kind.DAMAGED, damaged.getMessage(), damaged);
    }
    replace(new OpenSession(taken, file));
  }

  private void beginNew(SavedSessions.Taken taken) {
    // What the start file made is where it begins.
    replace(fresh.keep(stored(), taken));
  }

  private StoredSession stored() {
    return embedded.anywhere(session.stored());
  }

  /**
   * Writes what has changed since the last time. A file that turns out to be damaged is set aside,
   * and all that is in hand goes into a new one; {@link #takeNote} says so.
   *
   * @throws SessionTrouble if it cannot be written; what was kept before stays
   */
  public void keep() {
    int now = session.changes();
    if (!on || now == lastKept) {
      return;
    }
    try {
      kept = Optional.of(kept.isPresent() ? written(kept.get()) : fresh.keepWithoutName(stored()));
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

  /** What happened to the file on disk that a person should know; told once. */
  public Optional<String> takeNote() {
    Optional<String> taken = note;
    note = Optional.empty();
    return taken;
  }

  private OpenSession written(OpenSession open) {
    // Without its file all of it is written anew: one that was set aside, or that others removed.
    if (saved.exists(open.name())) {
      Optional<String> damage = save(open);
      if (damage.isEmpty()) {
        return open;
      }
      note = damage;
    }
    open.file().close();
    OpenSession anew = fresh.keep(stored(), open.lock());
    note = note.map(damage -> damage + ", and all that is in hand is in a new one");
    return anew;
  }

  // What was damaged, if it could not be saved for that.
  private Optional<String> save(OpenSession open) {
    try {
      open.file().save(stored());
      return Optional.empty();
    } catch (StoreException failure) {
      if (failure.kind() != StoreException.Kind.DAMAGED) {
        throw failure;
      }
      open.file().close();
      return Optional.of(
          "the file of session "
              + open.name().text()
              + " is damaged; it was set aside as "
              + saved.setAside(open.lock()));
    }
  }

  /**
   * Keeps the session under another name from now on.
   *
   * @throws SessionTrouble if a session of that name is there, or it cannot be written; nothing has
   *     changed then
   */
  public void saveAs(SessionName name) {
    SavedSessions.Taken taken = saved.take(name);
    try {
      if (saved.exists(name)) {
        throw new SessionTrouble(
            "there is a session " + name.text() + " already",
            "take another name, or session delete " + name.text() + " first");
      }
      replace(fresh.keep(stored(), taken));
    } catch (StoreException failure) {
      taken.close();
      throw new SessionTrouble(
          "session " + name.text() + " cannot be kept: " + failure.getMessage(),
          "nothing has changed",
          failure);
    } catch (SessionTrouble refused) {
      taken.close();
      throw refused;
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

  private void replace(OpenSession next) {
    close();
    kept = Optional.of(next);
    lastKept = session.changes();
    on = true;
    trouble = Optional.empty();
  }

  @Override
  public void close() {
    kept.ifPresent(OpenSession::close);
    kept = Optional.empty();
  }
}
