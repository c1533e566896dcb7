package org.mastshell.bench;

import java.nio.file.Path;
import java.time.Clock;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Settings;

/** A session of 300,000 rows, kept on disk. */
final class LargeSession {
  /** Its name. */
  static final String NAME = "large";

  private LargeSession() {}

  /**
   * Keeps it.
   *
   * @param home that the program is started with as {@code MASTSHELL_HOME}
   */
  static void keep(Path home) {
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    session.addFetched(LargeSet.observations(), "search mission=JWST");
    SavedSessions saved = new SavedSessions(folder(home), Clock.systemUTC());
    try (SessionKeeper keeper = new SessionKeeper(session, saved, EmbeddedArchive.none())) {
      keeper.saveAs(new SessionName(NAME));
    }
  }

  /** Keeps all of a session under a new name, again and again. */
  static Task keeping(Path home) {
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    session.addFetched(LargeSet.observations(), "search mission=JWST");
    SavedSessions saved = new SavedSessions(folder(home), Clock.systemUTC());
    SessionKeeper keeper = new SessionKeeper(session, saved, EmbeddedArchive.none());
    SessionName name = new SessionName("kept");
    return new Task() {
      @Override
      public void before() {
        if (saved.find(name).isPresent()) {
          keeper.close();
          saved.delete(name);
        }
      }

      @Override
      public Object run() {
        keeper.saveAs(name);
        return saved.list();
      }
    };
  }

  private static Path folder(Path home) {
    return home.resolve("state").resolve(SavedSessions.FOLDER);
  }
}
