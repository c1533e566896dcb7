package org.mastshell.download;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mastshell.archive.CancelledException;

/**
 * How many requests one server is given at once by all downloads of this program together. A server
 * that says it is too busy halves it; as many requests in a row that go well as are allowed at once
 * raise it by one again, up to what the user allows. While it asks to be left alone, none is begun.
 *
 * <p>Each download has a share in it. A place that is free goes to the share that has the fewest
 * requests under way, so that none waits until another has had all its files. How many a server can
 * bear is forgotten with the last share; the rest that it asked for holds for those to come too,
 * until it is over.
 */
final class ParallelLimit {
  private static final Comparator<Share> TURNS =
      Comparator.<Share>comparingInt(share -> share.underWay)
          .thenComparingLong(share -> share.lastTurn);

  private final List<Share> shares = new ArrayList<>();
  private int allowed;
  private int underWay;
  private int well;
  private long cuts;
  private long turns;
  private long restEnd = System.nanoTime();
  private String restReason = "";

  /**
   * A rest that a server asked for.
   *
   * @param left how much of it is to come
   * @param reason what the server said
   */
  record Rest(Duration left, String reason) {
    /** Nothing is null. */
    Rest {
      reason = reason.strip();
    }
  }

  /**
   * The part of one download in it.
   *
   * @param most how many requests of its own it may have under way at once
   */
  synchronized Share join(int most) {
    boolean uncut = allowed == most();
    Share share = new Share(most);
    if (shares.isEmpty()) {
      well = 0;
      allowed = most;
    }
    shares.add(share);
    if (uncut) {
      allowed = most();
    }
    return share;
  }

  private int most() {
    return shares.stream().mapToInt(share -> share.most).max().orElse(0);
  }

  /** How many are allowed now. */
  synchronized int allowed() {
    return allowed;
  }

  private long restMillis() {
    long nanos = restEnd - System.nanoTime();
    return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  private boolean isRestTooLong() {
    return TryBudget.isTooLong(Duration.ofNanos(restEnd - System.nanoTime()));
  }

  private TransferFault refusal() {
    String rest = FileTransfer.longRest(Duration.ofMillis(restMillis()));
    return TransferFault.brokenOff(
        "not asked for: " + restReason + rest, 0, Optional.empty(), null);
  }

  /** What one download has of it. */
  final class Share implements AutoCloseable {
    private final int most;
    private int underWay;
    private int waiting;
    private long lastTurn;

    private Share(int most) {
      this.most = most;
    }

    /**
     * Waits for a place.
     *
     * @param stopped whether it is no longer wanted; {@link #wake} has it asked again
     * @throws CancelledException if it is no longer wanted
     * @throws TransferFault if the server has asked for a longer rest than a download waits
     */
    Place enter(BooleanSupplier stopped) throws TransferFault {
      synchronized (ParallelLimit.this) {
        waiting++;
        try {
          while (!stopped.getAsBoolean()
              && !isRestTooLong()
              && !(restMillis() == 0 && isMyTurn())) {
            // A wait of 0 is one without end.
            ParallelLimit.this.wait(restMillis());
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CancelledException();
        } finally {
          waiting--;
          // It may have been another one's turn but for this one.
          ParallelLimit.this.notifyAll();
        }
        if (stopped.getAsBoolean()) {
          throw new CancelledException();
        }
        if (isRestTooLong()) {
          throw refusal();
        }
        underWay++;
        ParallelLimit.this.underWay++;
        lastTurn = ++turns;
        return new Place(this, cuts);
      }
    }

    private boolean canEnter() {
      return waiting > 0 && underWay < most;
    }

    private boolean isMyTurn() {
      return ParallelLimit.this.underWay < allowed
          && canEnter()
          && shares.stream().filter(Share::canEnter).min(TURNS).orElse(this) == this;
    }

    /** The rest that the server has asked for, while it lasts. */
    Optional<Rest> rest() {
      synchronized (ParallelLimit.this) {
        long millis = restMillis();
        return millis == 0
            ? Optional.empty()
            : Optional.of(new Rest(Duration.ofMillis(millis), restReason));
      }
    }

    /** Has those that wait look whether they are still wanted. */
    void wake() {
      synchronized (ParallelLimit.this) {
        ParallelLimit.this.notifyAll();
      }
    }

    /** This download has ended. Requests that are still under way keep their places until then. */
    @Override
    public void close() {
      synchronized (ParallelLimit.this) {
        shares.remove(this);
        allowed = Math.max(1, Math.min(allowed, most()));
        ParallelLimit.this.notifyAll();
      }
    }
  }

  /** The right to have one request under way. */
  final class Place implements AutoCloseable {
    private final Share share;
    private final long cutsBefore;
    private boolean given;

    private Place(Share share, long cutsBefore) {
      this.share = share;
      this.cutsBefore = cutsBefore;
    }

    /**
     * The server said that it is too busy. Requests that were under way together count once.
     *
     * @param rest for how long it asks to be left alone, by all requests alike
     */
    void wasTooMuch(Rest rest) {
      synchronized (ParallelLimit.this) {
        well = 0;
        long end = System.nanoTime() + rest.left().toNanos();
        if (end - restEnd > 0) {
          restEnd = end;
          restReason = rest.reason();
          // Who waits may have to wait longer, or for nothing.
          ParallelLimit.this.notifyAll();
        }
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
        if (well >= allowed && allowed < most()) {
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
          share.underWay--;
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
}
