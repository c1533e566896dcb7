package org.mastshell.command;

import java.util.List;
import org.mastshell.samp.SampClient;

/** The programs that were at the hub when it was last asked, so that they can be proposed. */
public final class SeenClients {
  private volatile List<SampClient> last = List.of();

  void are(List<SampClient> clients) {
    last = List.copyOf(clients);
  }

  /** Those that load tables. */
  public List<SampClient> takingTables() {
    return last.stream().filter(SampClient::takesTables).toList();
  }
}
