package org.mastshell.download;

import java.time.Duration;
import java.util.Optional;

/**
 * How often one file is tried: one budget, whatever goes wrong. A try that brings bytes forgives
 * the failures before it, since a connection that breaks now and then still gets a large file here;
 * but a server that gives a few bytes each time comes to an end as well.
 */
final class TryBudget {
  // Tries that bring at least this much are bounded by the size of the file alone.
  private static final long GOOD_PROGRESS = 1L << 20;
  private static final int POOR_TRIES_FOR_EACH = 8;
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

  private final int retries;
  private final Backoff backoff;
  private long most;
  private int failures;
  private int poorTries;
  private boolean begunAnew;

  /**
   * @param retries how many tries may fail in a row without bringing anything, before the last
   * @param kept bytes that are here before the first try
   */
  TryBudget(int retries, Backoff backoff, long kept) {
    this.retries = retries;
    this.backoff = backoff;
    this.most = kept;
  }

  /** Whether a server asks to be left alone for longer than a download waits. */
  static boolean isTooLong(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) > 0;
  }

  /**
   * The wait before the next try.
   *
   * @param bytes how far the file has come
   * @return nothing if no further try is due
   */
  Optional<Duration> failed(TransferFault fault, long bytes) {
    if (fault.areBytesDoubtful() && most > 0 && !begunAnew) {
      // An earlier part that turned out to be of another file is nobody's failure.
      begunAnew = true;
      most = 0;
      return Optional.of(Duration.ZERO);
    }
    long progress = bytes - most;
    most = Math.max(most, bytes);
    failures = progress > 0 ? 1 : failures + 1;
    poorTries += progress < GOOD_PROGRESS ? 1 : 0;
    boolean tooPoor = poorTries > Math.min(retries, fault.retries()) * POOR_TRIES_FOR_EACH;
    if (failures > Math.min(retries, fault.retries()) || tooPoor) {
      return Optional.empty();
    }
    Duration asked = fault.retryAfter().orElse(Duration.ZERO);
    if (isTooLong(asked)) {
      return Optional.empty();
    }
    Duration usual = backoff.after(failures);
    return Optional.of(asked.compareTo(usual) > 0 ? asked : usual);
  }
}
