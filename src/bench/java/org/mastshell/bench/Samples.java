package org.mastshell.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long something took, each time.
 *
 * @param nanoseconds sorted, the shortest first; at least one
 */
record Samples(List<Long> nanoseconds) {
  private static final int HUNDRED = 100;
  private static final int MOST = 95;

  /** Sorts its own copy. */
  Samples {
    if (nanoseconds.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    nanoseconds = nanoseconds.stream().sorted().toList();
  }

  /** The shortest: what it takes where nothing else is in the way. */
  Duration shortest() {
    return Duration.ofNanos(nanoseconds.get(0));
  }

  /** Half of the times it took no longer. */
  Duration median() {
    return Duration.ofNanos(nanoseconds.get(nanoseconds.size() / 2));
  }

  /** In 95 of 100 times it took no longer; of few samples, the longest but those above. */
  Duration mostly() {
    int place = (nanoseconds.size() * MOST + HUNDRED - 1) / HUNDRED - 1;
    return Duration.ofNanos(nanoseconds.get(place));
  }

  /** The longest. */
  Duration longest() {
    return Duration.ofNanos(nanoseconds.get(nanoseconds.size() - 1));
  }
}
