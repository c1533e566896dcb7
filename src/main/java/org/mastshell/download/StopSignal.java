package org.mastshell.download;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mastshell.archive.Cancellation;

/** Ends all transfers of one download, and wakes those that wait. */
final class StopSignal {
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch stopped = new CountDownLatch(1);

  StopSignal() {
    cancellation.onCancel(stopped::countDown);
  }

  Cancellation cancellation() {
    return cancellation;
  }

  void stop() {
    cancellation.cancel();
  }

  boolean isStopped() {
    return cancellation.isCancelled();
  }

  /** Waits; whether the end came before the wait was over. */
  boolean comesWithin(Duration wait) {
    try {
      return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
