package org.mastshell.archive;

import java.net.URI;
import java.time.Duration;

/**
 * How the archive is asked.
 *
 * @param server where it is, without a path ({@code https://mast.stsci.edu})
 * @param timeout the longest wait for one answer, polling included
 * @param retries how often a failed request is tried again, 0 or more
 * @param parallel how many requests of a list run at once, 1 to 8
 * @param batchSize the most observations, targets or values that one request of a list asks for; 0
 *     lets the client adapt
 */
public record ClientOptions(
    URI server, Duration timeout, int retries, int parallel, int batchSize) {

  /** Whether the server is on this computer. */
  public boolean isLoopback() {
    return TokenRule.isLoopback(server.getHost().replaceAll("[\\[\\]]", ""));
  }

  /** The same for another server. */
  ClientOptions with(URI other) {
    return new ClientOptions(other, timeout, retries, parallel, batchSize);
  }
}
