package org.mastshell.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.Cancellation;

/** Waits, until the time is over or the person has had enough. */
final class Pause {
  private final Cancellation cancellation;

  Pause(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** Waits so long; comes back at once when called off. */
  void lasting(Duration duration) {
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
