package org.mastshell.command;

import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.ClientOptions;
import org.mastshell.session.Settings;

/**
 * The client of the archive that the settings name. Made when first needed, made anew when they
 * change.
 */
public final class ArchiveAccess implements AutoCloseable {
  private final Logins logins;
  private ArchiveClient client;

  /**
   * @param logins asked when a request may carry a token
   */
  public ArchiveAccess(Logins logins) {
    this.logins = logins;
  }

  /** The client for these settings. */
  public ArchiveClient client(Settings settings) {
    ClientOptions wanted = settings.clientOptions();
    if (client == null || !client.options().equals(wanted)) {
      close();
      String host = wanted.server().getHost();
      client = new ArchiveClient(wanted, () -> logins.token(host));
    }
    return client;
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
