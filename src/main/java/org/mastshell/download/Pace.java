package org.mastshell.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How many bytes a second came lately. Not safe for use by several threads at once. */
final class Pace {
  private final long shortest;
  private final long longest;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long time, long bytes) {}

  /**
   * Over a time.
   *
   * @param shortestMillis how long it must be looked at before it says anything
   * @param longestMillis what is longer ago does not count
   */
  Pace(long shortestMillis, long longestMillis) {
    this.shortest = TimeUnit.MILLISECONDS.toNanos(shortestMillis);
    this.longest = TimeUnit.MILLISECONDS.toNanos(longestMillis);
  }

  /**
   * Takes a look.
   *
   * @param now nanoseconds on some clock
   * @param bytes that came so far
   * @return bytes a second, or 0 if it is too early to tell
   */
  long at(long now, long bytes) {
    samples.addLast(new Sample(now, bytes));
    while (samples.size() > 2 && now - samples.peekFirst().time > longest) {
      samples.removeFirst();
    }
    Sample then = samples.peekFirst();
    long nanos = now - then.time;
    return nanos < shortest ? 0 : (long) ((bytes - then.bytes) * 1e9 / nanos);
  }
}
