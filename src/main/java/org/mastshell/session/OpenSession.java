package org.mastshell.session;

import org.mastshell.store.SessionFile;

/**
 * A session that this shell has open: no other one has, until this is closed.
 *
 * @param lock says so
 * @param file holds what is kept
 */
record OpenSession(SavedSessions.Taken lock, SessionFile file) implements AutoCloseable {
  SessionName name() {
    return lock.name();
  }

  @Override
  public void close() {
    file.close();
    lock.close();
  }
}
