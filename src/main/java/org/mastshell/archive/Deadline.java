package org.mastshell.archive;

import java.time.Duration;

/** The moment until which an answer is waited for. */
final class Deadline {
  private final Duration allowed;
  private final long end;

  private Deadline(Duration allowed) {
    this.allowed = allowed;
    this.end = System.nanoTime() + allowed.toNanos();
  }

  static Deadline in(Duration allowed) {
    return new Deadline(allowed);
  }

  /** How long there is still; zero or less when the time is up. */
  Duration remaining() {
    return Duration.ofNanos(end - System.nanoTime());
  }

  boolean passed() {
    return end - System.nanoTime() <= 0;
  }

  /** The trouble to report once the time is up. */
  ArchiveException exceeded(String host, String why, Throwable cause) {
    long seconds = Math.max(1, allowed.toSeconds());
    return new ArchiveException(
        ArchiveException.Kind.TIMEOUT,
        "the archive at %s gave no answer within %d s (%s)".formatted(host, seconds, why),
        "`set timeout %d` waits longer, or ask for less at a time".formatted(seconds * 2),
        cause);
  }
}
