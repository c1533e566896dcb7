package org.mastshell.archive;

import java.time.Duration;
import java.util.Optional;

/** A failure that another try may mend. */
final class TransientFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Tries again as often as the options allow. */
  static final int AS_ALLOWED = Integer.MAX_VALUE;

  private final ArchiveException trouble;
  private final int retries;
  private final Duration retryAfter;

  TransientFailure(ArchiveException trouble) {
    this(trouble, AS_ALLOWED, null);
  }

  /**
   * @param trouble what to report when trying again does not help
   * @param retries the most tries that are worth making after this one
   * @param retryAfter how long the server asks to be left alone, or null
   */
  TransientFailure(ArchiveException trouble, int retries, Duration retryAfter) {
    super(trouble);
    this.trouble = trouble;
    this.retries = retries;
    this.retryAfter = retryAfter;
  }

  ArchiveException trouble() {
    return trouble;
  }

  int retries() {
    return retries;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
