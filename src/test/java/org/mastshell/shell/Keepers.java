package org.mastshell.shell;

import java.nio.file.Path;
import java.time.Clock;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;

/** Keepers of sessions for tests in which no session is kept. */
final class Keepers {
  private Keepers() {}

  static SessionKeeper of(Session session) {
    // Nothing is kept, so that the folder is never made.
    Path nowhere = Path.of("target", "no-sessions");
    SessionKeeper keeper =
        new SessionKeeper(
            session, new SavedSessions(nowhere, Clock.systemUTC()), EmbeddedArchive.none());
    return keeper;
  }
}
