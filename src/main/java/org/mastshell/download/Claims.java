package org.mastshell.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Gives the right to write single files, each to one download at a time. */
final class Claims {
  // A lock of another process cannot be waited for and called off at once.
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FolderLocks locks;
  private final DataFolder folder;
  private final Arrivals arrivals;
  private final Meter meter;
  private final StopSignal stop;

  Claims(FolderLocks locks, DataFolder folder, Arrivals arrivals, Meter meter, StopSignal stop) {
    this.locks = locks;
    this.folder = folder;
    this.arrivals = arrivals;
    this.meter = meter;
    this.stop = stop;
  }

  /**
   * The right to write a file, until it is closed.
   *
   * @param file what is to be done for it, as far as can be told now
   * @param arrived whether nothing is, since it came meanwhile
   */
  record Claim(PlannedFile file, boolean arrived, FolderLocks.Held held) implements AutoCloseable {
    @Override
    public void close() {
      held.release();
    }
  }

  /**
   * Claims a file, in another place if need be.
   *
   * @param patient whether another download that is at it is waited for
   * @return nothing if another one is at it, or if the wait for it was called off
   * @throws IOException if it cannot be told what is there
   */
  Optional<Claim> take(PlannedFile planned, boolean patient) throws IOException {
    PlannedFile file = planned;
    boolean arrived = false;
    while (true) {
      Optional<FolderLocks.Held> held = patient ? await(file) : hold(file);
      if (held.isEmpty()) {
        return Optional.empty();
      }
      boolean claimed = false;
      try {
        Arrivals.Judgement judged = arrivals.judged(file);
        PlannedFile now = judged.file();
        claimed = now.target().equals(file.target());
        arrived = now.isThere() && (arrived || judged.arrived());
        if (claimed) {
          return Optional.of(new Claim(now, arrived, held.get()));
        }
        file = now;
      } finally {
        if (!claimed) {
          held.get().release();
        }
      }
    }
  }

  private Optional<FolderLocks.Held> await(PlannedFile file) {
    Optional<FolderLocks.Held> held = hold(file);
    if (held.isPresent()) {
      return held;
    }
    meter.waitsMore(1);
    try {
      while (held.isEmpty() && !stop.comesWithin(PAUSE)) {
        held = hold(file);
      }
      return held;
    } finally {
      meter.waitsMore(-1);
    }
  }

  private Optional<FolderLocks.Held> hold(PlannedFile file) {
    return locks.file(folder.relative(file.target()));
  }
}
