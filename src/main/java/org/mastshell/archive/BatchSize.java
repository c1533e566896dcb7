package org.mastshell.archive;

import java.time.Duration;

/**
 * How many observations the next product request asks for: few at first, more while replies come
 * quickly and small, fewer when they are slow or fail. Large requests are known to time out.
 */
final class BatchSize {
  private static final int FIRST = 4;
  private static final int LARGEST = 200;
  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final long SMALL = 20_000;
  private static final long LARGE = 60_000;

  private final int most;
  private int size;

  /**
   * @param most the most that is allowed, or 0 where the client may choose
   */
  BatchSize(int most) {
    this.most = most > 0 ? most : LARGEST;
    this.size = Math.min(FIRST, this.most);
  }

  int next() {
    return size;
  }

  /** A request for so many was answered. */
  void answered(int asked, Duration took, long rows) {
    if (took.compareTo(SLOW) > 0 || rows > LARGE) {
      size = Math.max(1, Math.min(size, asked / 2));
    } else if (took.compareTo(QUICK) < 0 && rows < SMALL && asked >= size) {
      size = Math.min(most, size * 2);
    }
  }

  /** A request for so many was not answered. */
  void failed(int asked) {
    size = Math.max(1, Math.min(size, asked / 2));
  }
}
