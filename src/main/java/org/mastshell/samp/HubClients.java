package org.mastshell.samp;

import java.util.List;

/**
 * Who is at a hub, this program aside.
 *
 * @param hub its own name; may be empty
 * @param clients in the order in which the hub has them
 * @param leftOut how many more the hub has named, who were not asked about
 */
public record HubClients(String hub, List<SampClient> clients, int leftOut) {
  /** Keeps its own copy. */
  public HubClients {
    clients = List.copyOf(clients);
  }
}
