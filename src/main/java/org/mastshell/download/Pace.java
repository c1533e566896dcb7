package org.mastshell.download;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How many bytes a second came lately. Not safe for use by several threads at once. */
final class Pace {
  // Two halves of a time of which one brings more than twice the other are no steady rate.
  private static final int MOST_UNEVEN = 2;

  private final long shortest;
  private final long longest;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long time, long bytes) {
    double rateSince(Sample earlier) {
      return (bytes - earlier.bytes) * 1e9 / (time - earlier.time);
    }
  }

  /**
   * Over a time.
   *
   * @param shortestMillis how long it must be looked at before it says anything
   * @param longestMillis what is longer ago does not count
   * @param begun when no byte had come, in nanoseconds on the clock of the looks
   */
  Pace(long shortestMillis, long longestMillis, long begun) {
    this.shortest = TimeUnit.MILLISECONDS.toNanos(shortestMillis);
    this.longest = TimeUnit.MILLISECONDS.toNanos(longestMillis);
    samples.add(new Sample(begun, 0));
  }

  /**
   * Takes a look.
   *
   * @param now nanoseconds on some clock
   * @param bytes that came so far
   * @return bytes a second, or 0 if it is too early to tell
   */
  long at(long now, long bytes) {
    look(now, bytes);
    Sample then = samples.peekFirst();
    return now - then.time < shortest ? 0 : (long) samples.peekLast().rateSince(then);
  }

  /**
   * Takes a look at whether the rate is one that may be relied on: about the same in both halves of
   * the time, or of its last half, and so on.
   *
   * @return bytes a second, or 0 if it is too early to tell, or the rate is not steady
   */
  long steadyAt(long now, long bytes) {
    look(now, bytes);
    List<Sample> lately = new ArrayList<>(samples);
    Sample last = lately.get(lately.size() - 1);
    while (lately.size() > 2 && now - lately.get(0).time >= shortest) {
      Sample first = lately.get(0);
      long half = first.time + (now - first.time) / 2;
      int middle = 1;
      while (middle < lately.size() - 2 && lately.get(middle).time < half) {
        middle++;
      }
      double before = lately.get(middle).rateSince(first);
      double after = last.rateSince(lately.get(middle));
      if (Math.max(before, after) <= MOST_UNEVEN * Math.min(before, after)) {
        return (long) last.rateSince(first);
      }
      lately = lately.subList(middle, lately.size());
    }
    return 0;
  }

  private void look(long now, long bytes) {
    // Two looks at one moment have no rate between them.
    if (now == samples.peekLast().time) {
      samples.removeLast();
    }
    samples.addLast(new Sample(now, bytes));
    while (samples.size() > 2 && now - samples.peekFirst().time > longest) {
      samples.removeFirst();
    }
  }
}
