package org.mastshell.shell;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.DownloadJobs;
import org.mastshell.output.Counts;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.SessionTrouble;
import org.mastshell.session.Setting;

/** The first lines that a person sees. */
final class Welcome {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final Session session;
  private final SavedSessions saved;
  private final SessionKeeper keeper;
  private final DownloadJobs jobs;

  Welcome(SessionKeeper keeper, DownloadJobs jobs) {
    this.jobs = jobs;
    this.session = keeper.session();
    this.saved = keeper.saved();
    this.keeper = keeper;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    URI server = URI.create(session.settings().get(Setting.SERVER));
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    lines.add(
        "MastShell "
            + Version.text()
            + " · archive "
            + server.getHost()
            + port
            + " · help, Tab, exit");
    keeper.name().flatMap(this::sessionLine).ifPresent(lines::add);
    lines.addAll(jobs.welcome(session.settings()));
    return lines;
  }

  private Optional<String> sessionLine(SessionName name) {
    int sets = session.sets().size();
    if (!name.equals(SessionName.LAST) || sets > 0) {
      return Optional.of(
          "session " + name.text() + " · " + Counts.text(sets) + (sets == 1 ? " set" : " sets"));
    }
    try {
      return saved.list().stream()
          .filter(one -> one.name().isGiven() && !one.open())
          .findFirst()
          .map(
              last ->
                  "last session of "
                      + TIME.format(last.saved())
                      + " UTC: session load "
                      + last.name().text()
                      + " goes on with it");
    } catch (SessionTrouble unreadable) {
      // What cannot be listed cannot be gone on with; the first thing to keep will say why.
      return Optional.empty();
    }
  }
}
