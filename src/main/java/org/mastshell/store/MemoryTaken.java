package org.mastshell.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Memory that the program took since a moment beyond what its own objects may have, as a library
 * does that is not written in Java. SQLite's own limit is not to be had: the driver's library is
 * built without it.
 */
final class MemoryTaken {
  private static final long NANOSECONDS_BETWEEN_LOOKS = 1_000_000;
  private static final long MEGABYTE = 1_000_000;

  private final OperatingSystemMXBean system;
  private final long most;
  private final long before;
  private long next = System.nanoTime();
  private boolean tooMuch;

  /**
   * Begins to count.
   *
   * @param most bytes that may be taken from now on
   */
  MemoryTaken(long most) {
    this.most = most;
    // Where the machine's memory cannot be asked about, nothing is too much.
    system =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean known
            ? known
            : null;
    before = taken();
  }

  private long taken() {
    return system == null ? 0 : system.getCommittedVirtualMemorySize();
  }

  /**
   * Whether more is taken than may be; asked of the machine at most once in a thousandth of a
   * second, and told again until it is given back.
   */
  boolean isTooMuch() {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + NANOSECONDS_BETWEEN_LOOKS;
      tooMuch = taken() - before > most;
    }
    return tooMuch;
  }

  /** How much may be taken, for people. */
  String most() {
    return Math.max(1, most / MEGABYTE) + " MB";
  }
}
