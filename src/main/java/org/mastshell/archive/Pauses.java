package org.mastshell.archive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The waits between tries and between polls. All of them end at once when the work is called off.
 *
 * @param retryBase the wait before the first further try; doubled for each one after it
 * @param pollBase the wait before the first poll; doubled for each one after it
 */
record Pauses(Duration retryBase, Duration pollBase) {
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(5);
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 20;

  /** Waits that spare a busy server without making a person wait for nothing. */
  static Pauses standard() {
    return new Pauses(Duration.ofMillis(200), Duration.ofMillis(100));
  }

  /**
   * The wait before a further try: doubled each time, a random half to one and a half of that, so
   * that clients that failed together do not come back together; or what the server asks, within
   * bounds.
   */
  Duration beforeRetry(int failures, TransientFailure failure) {
    Duration usual = doubled(retryBase, failures - 1, LONGEST_RETRY);
    long jittered = (long) (usual.toNanos() * (0.5 + ThreadLocalRandom.current().nextDouble()));
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    Duration bounded = isTooLong(asked) ? LONGEST_ASKED : asked;
    return bounded.toNanos() > jittered ? bounded : Duration.ofNanos(jittered);
  }

  /** Whether a server asks to be left alone for longer than somebody who asks waits. */
  static boolean isTooLong(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) > 0;
  }

  /** The wait before the poll of that number, counted from 1. */
  Duration beforePoll(int poll) {
    return doubled(pollBase, poll - 1, LONGEST_POLL);
  }

  /**
   * Waits.
   *
   * @throws CancelledException as soon as the work is called off
   */
  static void sleep(Duration duration, Cancellation cancellation) {
    CountDownLatch calledOff = new CountDownLatch(1);
    Cancellation.Registration registration = cancellation.onCancel(calledOff::countDown);
    try {
      if (calledOff.await(Math.max(0, duration.toNanos()), TimeUnit.NANOSECONDS)) {
        throw new CancelledException();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      registration.close();
    }
  }

  private static Duration doubled(Duration base, int doublings, Duration longest) {
    Duration grown = base.multipliedBy(1L << Math.min(Math.max(0, doublings), MOST_DOUBLINGS));
    return grown.compareTo(longest) > 0 ? longest : grown;
  }
}
