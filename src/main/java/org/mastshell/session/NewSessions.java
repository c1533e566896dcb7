package org.mastshell.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mastshell.session.SavedSessions.Taken;
import org.mastshell.store.DatabaseFiles;
import org.mastshell.store.SessionFile;
import org.mastshell.store.StoreException;
import org.mastshell.store.StoredSession;

/**
 * Puts sessions that were not kept so far into their files. Each is written under another name, and
 * only when it is whole on the disk does it take its place, and the one that was there another: so
 * that a disk without room costs no session that is there.
 */
final class NewSessions {
  private final SavedSessions saved;

  NewSessions(SavedSessions saved) {
    this.saved = saved;
  }

  /**
   * Keeps a session under a name that was taken; a file that is there is replaced.
   *
   * @throws StoreException if it cannot be written; all is as before then
   */
  OpenSession keep(StoredSession session, Taken taken) {
    return keep(session, taken, name -> true).orElseThrow();
  }

  /**
   * Keeps the session of a shell without a name. What the last such shell left is kept once more;
   * of two at once each has a name of its own.
   *
   * @throws StoreException if it cannot be written; all is as before then
   * @throws SessionTrouble if the folder takes no lock
   */
  OpenSession keepWithoutName(StoredSession session) {
    SessionName name = SessionName.LAST;
    Optional<OpenSession> kept = tryKeep(session, name);
    for (int number = 2; kept.isEmpty(); number++) {
      name = new SessionName(SessionName.LAST.text() + "-" + number);
      kept = tryKeep(session, name);
    }
    return kept.get();
  }

  private Optional<OpenSession> tryKeep(StoredSession session, SessionName name) {
    Optional<Taken> taken = saved.tryTake(name);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<OpenSession> kept = Optional.empty();
    try {
      kept = keep(session, taken.get(), this::makeWay);
      return kept;
    } finally {
      if (kept.isEmpty()) {
        taken.get().close();
      }
    }
  }

  private Optional<OpenSession> keep(
      StoredSession session, Taken taken, Predicate<SessionName> makesWay) {
    Path draft = saved.draft(taken);
    DatabaseFiles.delete(draft);
    SessionFile file = SessionFile.create(draft);
    boolean inPlace = false;
    try {
      file.save(session);
      if (makesWay.test(taken.name())) {
        file.moveTo(saved.file(taken.name()));
        inPlace = true;
        return Optional.of(new OpenSession(taken, file));
      }
      return Optional.empty();
    } finally {
      if (!inPlace) {
        file.close();
        DatabaseFiles.tryDelete(draft);
      }
    }
  }

  /**
   * Makes way for another session of that name, which was taken: the old one becomes the previous
   * one, that the one before it, and so on. Of those the last is given up. One that is open in a
   * shell stays where it is, and the others go around it.
   *
   * @return whether there was a place to go to
   */
  private boolean makeWay(SessionName name) {
    if (!saved.exists(name) || holdsNoSets(name)) {
      return true;
    }
    List<Taken> places = new ArrayList<>();
    try {
      for (SessionName place : SessionName.earlier()) {
        saved.tryTake(place).ifPresent(places::add);
        if (!places.isEmpty() && !saved.exists(places.get(places.size() - 1).name())) {
          break;
        }
      }
      for (int place = places.size() - 1; place > 0; place--) {
        move(places.get(place - 1).name(), places.get(place).name());
      }
      if (!places.isEmpty()) {
        move(name, places.get(0).name());
      }
      return !places.isEmpty();
    } finally {
      places.forEach(Taken::close);
    }
  }

  private boolean holdsNoSets(SessionName name) {
    if (saved.isEmpty(name)) {
      return true;
    }
    try (SessionFile file = SessionFile.open(saved.file(name))) {
      return file.sets() == 0;
    } catch (StoreException unreadable) {
      // Somebody may be able to save what is in it.
      return false;
    }
  }

  private void move(SessionName from, SessionName to) {
    try {
      DatabaseFiles.settle(saved.file(from));
    } catch (StoreException failure) {
      if (failure.kind() != StoreException.Kind.DAMAGED) {
        throw failure;
      }
      DatabaseFiles.delete(saved.file(to));
      DatabaseFiles.setAside(saved.file(from), saved.file(to));
      return;
    }
    DatabaseFiles.move(saved.file(from), saved.file(to));
  }
}
