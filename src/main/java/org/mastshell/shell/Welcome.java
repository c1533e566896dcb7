package org.mastshell.shell;

import java.net.URI;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;

/** The first line that a person sees. */
final class Welcome {
  private final Session session;

  Welcome(Session session) {
    this.session = session;
  }

  String text() {
    URI server = URI.create(session.settings().get(Setting.SERVER));
    String port = server.getPort() < 0 ? "" : ":" + server.getPort();
    return "MastShell "
        + Version.text()
        + " · archive "
        + server.getHost()
        + port
        + " · help, Tab, exit";
  }
}
