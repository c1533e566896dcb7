package org.mastshell.archive;

import java.time.Duration;

/**
 * How many things the next request of a list asks for: few at first, more while replies come
 * quickly and small, fewer when they are slow or fail. Large requests are known to time out.
 */
final class BatchSize {
  private static final long QUICK = Duration.ofSeconds(2).toNanos();
  private static final long SLOW = Duration.ofSeconds(10).toNanos();
  private static final long SMALL = 20_000;
  private static final long LARGE = 60_000;

  private final int most;
  private int size;

  /**
   * @param most the most that is allowed, or 0 where the client may choose
   * @param first how many to begin with
   * @param largest the most that the client chooses
   */
  BatchSize(int most, int first, int largest) {
    this.most = most > 0 ? most : largest;
    this.size = Math.min(first, this.most);
  }

  int next() {
    return size;
  }

  /** A request for so many was answered in so many nanoseconds. */
  void answered(int asked, long nanos, long rows) {
    if (nanos > SLOW || rows > LARGE) {
      size = Math.max(1, Math.min(size, asked / 2));
    } else if (nanos < QUICK && rows < SMALL && asked >= size) {
      size = Math.min(most, size * 2);
    }
  }

  /** A request for so many was not answered. */
  void failed(int asked) {
    size = Math.max(1, Math.min(size, asked / 2));
  }
}
