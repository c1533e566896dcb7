package org.mastshell.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.Cancellation;

/** Waits, until the time is over or the person has had enough. */
final class Pause {
  private static final Duration SLICE = Duration.ofSeconds(5);

  private final Cancellation cancellation;

  Pause(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * Waits so long by the clock on the wall, which goes on while the computer sleeps; comes back at
   * once when called off.
   */
  void until(Clock clock, Duration duration) {
    Instant end = clock.instant().plus(duration);
    long begun = System.nanoTime();
    Duration left = duration;
    while (!cancellation.isCancelled() && clock.instant().isBefore(end) && !left.isNegative()) {
      lasting(left.compareTo(SLICE) < 0 ? left.plusMillis(1) : SLICE);
      left = duration.minusNanos(System.nanoTime() - begun);
    }
  }

  /** Waits so long; comes back at once when called off. */
  private void lasting(Duration duration) {
    CountDownLatch calledOff = new CountDownLatch(1);
    Cancellation.Registration registration = cancellation.onCancel(calledOff::countDown);
    try {
      // Whoever waits asks the cancellation what happened.
      var unused = calledOff.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      cancellation.cancel();
    } finally {
      registration.close();
    }
  }
}
