package org.mastshell.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** One request for a file failed in a way that may pass. Who asked decides whether to ask again. */
public final class FileTrouble extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Reason {
    /** The server has too much to do (429, 503): fewer requests at a time are called for. */
    BUSY,
    /** The part that was asked for does not exist (416). */
    RANGE,
    /** Anything else: no connection, a fault of the server's own, a page in place of the file. */
    OTHER
  }

  private final Reason reason;
  private final int retries;
  private final transient Duration retryAfter;

  private FileTrouble(Reason reason, ArchiveException trouble, int retries, Duration retryAfter) {
    super(trouble.getMessage(), trouble);
    this.reason = Objects.requireNonNull(reason);
    this.retries = retries;
    this.retryAfter = retryAfter;
  }

  /** A trouble for which another request is worth making. */
  public FileTrouble(Reason reason, ArchiveException trouble, Duration retryAfter) {
    this(reason, trouble, TransientFailure.AS_ALLOWED, retryAfter);
  }

  static FileTrouble of(Reason reason, TransientFailure failure) {
    return new FileTrouble(
        reason, failure.trouble(), failure.retries(), failure.retryAfter().orElse(null));
  }

  /** What is the matter. */
  public Reason reason() {
    return reason;
  }

  /** How many more requests are worth making after this one. */
  public int retries() {
    return retries;
  }

  /** How long the server asks to be left alone, if it does. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
