package org.mastshell.download;

import java.util.concurrent.TimeUnit;

/**
 * Tells when the bytes of a growing file are to be flushed and noted, so that a crash or a power
 * cut costs little, and flushing little of the time.
 */
final class NoteRhythm {
  private static final long BYTES = 64L << 20;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  // Where flushing is slow, it may take this part of the time.
  private static final int SHARE = 20;
  // Small files come again as quickly as they are noted.
  private static final long WORTH_NOTING = 1L << 20;

  private long noted;
  private long notedAt = System.nanoTime();
  private long pause = NANOS;

  /** How many bytes are noted. */
  long noted() {
    return noted;
  }

  /** Begins with so many bytes that are noted. */
  void begins(long bytes) {
    noted = bytes;
  }

  /** Whether it is time. */
  boolean isDue(long size) {
    long fresh = size - noted;
    return fresh >= WORTH_NOTING && (fresh >= BYTES || System.nanoTime() - notedAt >= pause);
  }

  /** So many bytes are noted now, which was begun at that time of {@link System#nanoTime}. */
  void noted(long bytes, long begun) {
    noted = bytes;
    notedAt = System.nanoTime();
    pause = Math.max(NANOS, SHARE * (notedAt - begun));
  }
}
