package org.mastshell.download;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that wait, in two lanes. While both small and large ones wait, neither gets all places:
 * large ones have half of them, so that a few large files do not hold up the many small ones, and
 * many small ones not the large. With a single place, a large file has its turn after every sixteen
 * small ones. In each lane the order is that of the plan. Files that another download is at wait
 * until the lanes are empty.
 */
final class Lanes {
  /** From this size on a file is large; one of unknown size is small until it is seen. */
  static final long LARGE = 16L << 20;

  private static final int SMALL_FOR_A_LARGE = 16;

  private final int placesForLarge;
  private final boolean single;
  private final Deque<PlannedFile> small = new ArrayDeque<>();
  private final Deque<PlannedFile> large = new ArrayDeque<>();
  private final Deque<PlannedFile> later = new ArrayDeque<>();
  private final Set<PlannedFile> largeUnderWay = new HashSet<>();
  private int smallInARow;

  /** For so many places at once. */
  Lanes(int places) {
    this.single = places == 1;
    this.placesForLarge = Math.max(1, places / 2);
  }

  synchronized void add(PlannedFile file) {
    (isLarge(file) ? large : small).add(file);
  }

  /** A file that cannot be begun now has its next turn after all others. */
  synchronized void postpone(PlannedFile file) {
    later.add(file);
  }

  synchronized int size() {
    return small.size() + large.size();
  }

  /** The next file for a place that is free, or null if none waits. */
  synchronized PlannedFile next() {
    if (small.isEmpty() && large.isEmpty()) {
      return later.poll();
    }
    if (large.isEmpty() || (!small.isEmpty() && !isTurnOfLarge())) {
      smallInARow++;
      return small.poll();
    }
    smallInARow = 0;
    PlannedFile file = large.poll();
    largeUnderWay.add(file);
    return file;
  }

  /** A file that was under way is no longer. */
  synchronized void ended(PlannedFile file) {
    largeUnderWay.remove(file);
  }

  private boolean isTurnOfLarge() {
    return single ? smallInARow >= SMALL_FOR_A_LARGE : largeUnderWay.size() < placesForLarge;
  }

  private static boolean isLarge(PlannedFile file) {
    return file.file().listedSize() - file.kept() >= LARGE;
  }
}
