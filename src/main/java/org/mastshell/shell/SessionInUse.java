package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.session.NoSuchSetException;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;

/**
 * The session on which the command works that runs now: the person's, or the one apart in which
 * commands are run again. For one thread.
 */
final class SessionInUse {
  private Session session;

  /**
   * @param session the person's
   */
  SessionInUse(Session session) {
    this.session = session;
  }

  /** Its current set. */
  Optional<WorkingSet> current() {
    return session.current();
  }

  /** Its set of a name or a number, or the current one for {@code _}. */
  Optional<WorkingSet> find(String word) {
    try {
      return Optional.of(session.find(word));
    } catch (NoSuchSetException none) {
      return Optional.empty();
    }
  }

  /** The names that its sets were given. */
  List<String> names() {
    return session.sets().stream().flatMap(set -> set.name().stream()).toList();
  }

  /** Does some work on another session. */
  <T> T during(Session other, Supplier<T> work) {
    Session outside = session;
    session = other;
    try {
      return work.get();
    } finally {
      session = outside;
    }
  }
}
