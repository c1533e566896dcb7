package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mastshell.archive.CancelledException;

@Timeout(30)
class ParallelLimitTest {
  private final ParallelLimit limit = new ParallelLimit(8);

  @Test
  void aBusyServerHalvesItOnceForRequestsThatWereUnderWayTogether() {
    ParallelLimit.Place first = enter();
    ParallelLimit.Place second = enter();
    first.wasTooMuch(Duration.ZERO);
    second.wasTooMuch(Duration.ZERO);
    assertThat(limit.allowed()).isEqualTo(4);
    first.close();
    second.close();
    for (int expected : new int[] {2, 1, 1}) {
      try (ParallelLimit.Place place = enter()) {
        place.wasTooMuch(Duration.ZERO);
      }
      assertThat(limit.allowed()).isEqualTo(expected);
    }
  }

  @Test
  void itRecoversSlowlyAndNeverBeyondWhatTheUserAllows() {
    try (ParallelLimit.Place place = enter()) {
      place.wasTooMuch(Duration.ZERO);
      for (int i = 0; i < 3; i++) {
        place.wentWell();
      }
      assertThat(limit.allowed()).isEqualTo(4);
      place.wentWell();
      assertThat(limit.allowed()).isEqualTo(5);
      for (int i = 0; i < 1000; i++) {
        place.wentWell();
      }
      assertThat(limit.allowed()).isEqualTo(8);
    }
  }

  @Test
  void noMoreEnterThanAreAllowed() {
    ParallelLimit one = new ParallelLimit(1);
    ParallelLimit.Place held = one.enter(() -> false);
    CompletableFuture<ParallelLimit.Place> next = waiting(one, () -> false);
    held.close();
    assertThat(next).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void aPlaceThatWasGivenBackCountsOnce() {
    ParallelLimit two = new ParallelLimit(2);
    ParallelLimit.Place first = two.enter(() -> false);
    ParallelLimit.Place second = two.enter(() -> false);
    first.giveBack();
    first.close();
    ParallelLimit.Place third = two.enter(() -> false);
    CompletableFuture<ParallelLimit.Place> fourth = waiting(two, () -> false);
    second.close();
    assertThat(fourth).succeedsWithin(20, TimeUnit.SECONDS);
    third.close();
  }

  @Test
  void whoWaitsIsCalledOff() {
    ParallelLimit one = new ParallelLimit(1);
    AtomicBoolean stopped = new AtomicBoolean();
    try (ParallelLimit.Place held = one.enter(stopped::get)) {
      CompletableFuture<ParallelLimit.Place> next = waiting(one, stopped::get);
      stopped.set(true);
      one.wake();
      assertThatThrownBy(() -> next.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(CancelledException.class);
      assertThat(held).isNotNull();
    }
  }

  @Test
  void whileAServerAsksToBeLeftAloneNobodyEnters() {
    long begun = System.nanoTime();
    try (ParallelLimit.Place place = enter()) {
      place.wasTooMuch(Duration.ofMillis(300));
      place.wasTooMuch(Duration.ofMillis(10));
    }
    try (ParallelLimit.Place next = enter()) {
      assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(300_000_000L);
      next.wasTooMuch(Duration.ofHours(1));
    }
    AtomicBoolean stopped = new AtomicBoolean();
    CompletableFuture<ParallelLimit.Place> waiting = waiting(limit, stopped::get);
    stopped.set(true);
    limit.wake();
    assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancelledException.class);
  }

  /** Somebody who wants a place, and has been seen to wait for it. */
  private static CompletableFuture<ParallelLimit.Place> waiting(
      ParallelLimit limit, BooleanSupplier stopped) {
    CompletableFuture<ParallelLimit.Place> place = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                place.complete(limit.enter(stopped));
              } catch (CancelledException e) {
                place.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    Awaitility.await()
        .until(
            () ->
                place.isDone()
                    || thread.getState() == Thread.State.WAITING
                    || thread.getState() == Thread.State.TIMED_WAITING);
    assertThat(place).isNotDone();
    return place;
  }

  private ParallelLimit.Place enter() {
    return limit.enter(() -> false);
  }
}
