package org.mastshell.download;

import java.time.Duration;
import java.util.Optional;

/** A try to fetch a file went wrong; another may go well. */
final class TransferFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean bytesDoubtful;
  private final boolean damage;
  private final int retries;
  private final transient Duration retryAfter;

  private TransferFault(
      String message,
      boolean bytesDoubtful,
      boolean damage,
      int retries,
      Duration retryAfter,
      Throwable cause) {
    super(message, cause);
    this.bytesDoubtful = bytesDoubtful;
    this.damage = damage;
    this.retries = retries;
    this.retryAfter = retryAfter;
  }

  /** The bytes that came are a beginning of the file: the next try may go on after them. */
  static TransferFault brokenOff(String message, Throwable cause) {
    return new TransferFault(message, false, false, Integer.MAX_VALUE, null, cause);
  }

  /** The same; no more tries than these are worth making, and none before the wait is over. */
  static TransferFault brokenOff(
      String message, int retries, Optional<Duration> retryAfter, Throwable cause) {
    return new TransferFault(message, false, false, retries, retryAfter.orElse(null), cause);
  }

  /** The bytes that are here cannot be trusted to belong to the file: it is to begin anew. */
  static TransferFault doubtful(String message) {
    return new TransferFault(message, true, false, Integer.MAX_VALUE, null, null);
  }

  /**
   * All bytes of the file came, and its content is damaged: it is to begin anew.
   *
   * @param what what is wrong with it
   */
  static TransferFault damaged(String what) {
    return new TransferFault(what, true, true, Integer.MAX_VALUE, null, null);
  }

  boolean areBytesDoubtful() {
    return bytesDoubtful;
  }

  /** Whether all bytes came and are damaged. */
  boolean isDamage() {
    return damage;
  }

  int retries() {
    return retries;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
