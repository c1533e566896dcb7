package org.mastshell.download;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mastshell.archive.CancelledException;

/**
 * How many requests may be under way at once. A server that says it is too busy halves it; as many
 * requests in a row that go well as are allowed at once raise it by one again, up to what the user
 * allows. While it asks to be left alone, none is begun.
 */
final class ParallelLimit {
  private final int most;
  private int allowed;
  private int underWay;
  private int well;
  private long cuts;
  private long restEnd = System.nanoTime();

  ParallelLimit(int most) {
    this.most = most;
    this.allowed = most;
  }

  /** The right to have one request under way. */
  final class Place implements AutoCloseable {
    private final long cutsBefore;
    private boolean given;

    private Place(long cutsBefore) {
      this.cutsBefore = cutsBefore;
    }

    /**
     * The server said that it is too busy. Requests that were under way together count once.
     *
     * @param rest for how long it asks to be left alone, by all requests alike
     */
    void wasTooMuch(Duration rest) {
      synchronized (ParallelLimit.this) {
        well = 0;
        long end = System.nanoTime() + rest.toNanos();
        restEnd = end - restEnd > 0 ? end : restEnd;
        if (cutsBefore == cuts) {
          cuts++;
          allowed = Math.max(1, allowed / 2);
        }
      }
    }

    /** The server did what it was asked. */
    void wentWell() {
      synchronized (ParallelLimit.this) {
        well++;
        if (well >= allowed && allowed < most) {
          allowed++;
          well = 0;
          ParallelLimit.this.notifyAll();
        }
      }
    }

    /** Lets another have it, before this one is closed. */
    void giveBack() {
      synchronized (ParallelLimit.this) {
        if (!given) {
          given = true;
          underWay--;
          ParallelLimit.this.notifyAll();
        }
      }
    }

    @Override
    public void close() {
      giveBack();
    }
  }

  /**
   * Waits for a place.
   *
   * @param stopped whether it is no longer wanted; {@link #wake} has it asked again
   * @throws CancelledException if it is no longer wanted
   */
  synchronized Place enter(BooleanSupplier stopped) {
    try {
      long rest = rest();
      while (!stopped.getAsBoolean() && (underWay >= allowed || rest > 0)) {
        // A wait of 0 is one without end.
        wait(underWay >= allowed ? 0 : rest);
        rest = rest();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
    if (stopped.getAsBoolean()) {
      throw new CancelledException();
    }
    underWay++;
    return new Place(cuts);
  }

  private long rest() {
    long nanos = restEnd - System.nanoTime();
    return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  /** Has those that wait look whether they are still wanted. */
  synchronized void wake() {
    notifyAll();
  }

  /** How many are allowed now. */
  synchronized int allowed() {
    return allowed;
  }
}
