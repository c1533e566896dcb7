package org.mastshell.demo;

import java.time.Duration;
import java.util.Objects;

/**
 * How the embedded archive behaves.
 *
 * @param port the loopback port to listen on, 0 for any free one, at most 65535
 * @param observations how many extra observations of 300 products each to offer for benchmarks, 0
 *     for the standard data alone, at most 1,000,000
 * @param latency what is waited before each reply, at most one hour
 * @param polls how often a query answers {@code EXECUTING} before it is {@code COMPLETE}
 */
public record DemoOptions(int port, int observations, Duration latency, int polls) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_OBSERVATIONS = 1_000_000;

  /** Checks the ranges; throws {@link IllegalArgumentException} outside them. */
  public DemoOptions {
    Objects.requireNonNull(latency, "latency");
    require(port >= 0 && port <= HIGHEST_PORT, "port must be 0 to 65535, not " + port);
    require(
        observations >= 0 && observations <= MOST_OBSERVATIONS,
        "observations must be 0 to 1000000, not " + observations);
    require(
        !latency.isNegative() && latency.compareTo(Duration.ofHours(1)) <= 0,
        "latency must be 0 to one hour, not " + latency);
    require(polls >= 0, "polls must not be negative, but is " + polls);
  }

  /** The standard data on a free port, answered at once. */
  public static DemoOptions standard() {
    return new DemoOptions(0, 0, Duration.ZERO, 0);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
