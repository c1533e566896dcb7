package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final ParallelLimit limit = new ParallelLimit();
  private final ParallelLimit.Share share = limit.join(8);

  @Test
  void aBusyServerHalvesItOnceForRequestsThatWereUnderWayTogether() throws Exception {
    ParallelLimit.Place first = enter();
    ParallelLimit.Place second = enter();
    first.wasTooMuch(rest(Duration.ZERO));
    second.wasTooMuch(rest(Duration.ZERO));
    assertThat(limit.allowed()).isEqualTo(4);
    first.close();
    second.close();
    for (int expected : new int[] {2, 1, 1}) {
      try (ParallelLimit.Place place = enter()) {
        place.wasTooMuch(rest(Duration.ZERO));
      }
      assertThat(limit.allowed()).isEqualTo(expected);
    }
  }

  @Test
  void itRecoversSlowlyAndNeverBeyondWhatTheUserAllows() throws Exception {
    try (ParallelLimit.Place place = enter()) {
      place.wasTooMuch(rest(Duration.ZERO));
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
  void noMoreEnterThanAreAllowed() throws Exception {
    ParallelLimit.Share one = new ParallelLimit().join(1);
    ParallelLimit.Place held = one.enter(() -> false);
    CompletableFuture<ParallelLimit.Place> next = waiting(one, () -> false);
    held.close();
    assertThat(next).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void aPlaceThatWasGivenBackCountsOnce() throws Exception {
    ParallelLimit.Share two = new ParallelLimit().join(2);
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
  void whoWaitsIsCalledOff() throws Exception {
    ParallelLimit.Share one = new ParallelLimit().join(1);
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
  void whileAServerAsksToBeLeftAloneNobodyEnters() throws Exception {
    long begun = System.nanoTime();
    try (ParallelLimit.Place place = enter()) {
      place.wasTooMuch(rest(Duration.ofMillis(300)));
      place.wasTooMuch(rest(Duration.ofMillis(10)));
    }
    try (ParallelLimit.Place next = enter()) {
      assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(300_000_000L);
      next.wasTooMuch(rest(Duration.ofMinutes(9)));
    }
    AtomicBoolean stopped = new AtomicBoolean();
    CompletableFuture<ParallelLimit.Place> waiting = waiting(share, stopped::get);
    stopped.set(true);
    share.wake();
    assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancelledException.class);
  }

  @Test
  void whoAsksForHoursIsNotAskedByAnybody() throws Exception {
    try (ParallelLimit.Place place = enter()) {
      ParallelLimit.Share full = limit.join(0);
      CompletableFuture<ParallelLimit.Place> waiting = waiting(full, () -> false);
      place.wasTooMuch(rest(Duration.ofHours(1)));
      assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(TransferFault.class)
          .hasMessageContaining("not asked for: it is busy");
    }
    assertThatThrownBy(this::enter).isInstanceOf(TransferFault.class);
    share.close();
  }

  @Test
  void aPlaceGoesToTheDownloadThatHasTheFewest() throws Exception {
    ParallelLimit four = new ParallelLimit();
    try (ParallelLimit.Share first = four.join(4);
        ParallelLimit.Share second = four.join(2)) {
      List<ParallelLimit.Place> held = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        held.add(first.enter(() -> false));
      }
      CompletableFuture<ParallelLimit.Place> greedy = waiting(first, () -> false);
      CompletableFuture<ParallelLimit.Place> one = waiting(second, () -> false);
      CompletableFuture<ParallelLimit.Place> two = waiting(second, () -> false);
      held.get(0).close();
      assertThat(CompletableFuture.anyOf(one, two)).succeedsWithin(20, TimeUnit.SECONDS);
      held.get(1).close();
      assertThat(CompletableFuture.allOf(one, two)).succeedsWithin(20, TimeUnit.SECONDS);
      assertThat(greedy).isNotDone();
      // No more than it may have, though there is room.
      CompletableFuture<ParallelLimit.Place> third = waiting(second, () -> false);
      held.get(2).close();
      assertThat(greedy).succeedsWithin(20, TimeUnit.SECONDS);
      held.get(3).close();
      assertThat(third).isNotDone();
      one.join().close();
      assertThat(third).succeedsWithin(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void withTheLastDownloadTheCutIsForgottenButNotTheRest() throws Exception {
    try (ParallelLimit.Place place = enter()) {
      place.wasTooMuch(rest(Duration.ofHours(1)));
    }
    share.close();
    try (ParallelLimit.Share later = limit.join(3)) {
      assertThat(limit.allowed()).isEqualTo(3);
      assertThat(later.rest()).isPresent();
      assertThatThrownBy(() -> later.enter(() -> false))
          .isInstanceOf(TransferFault.class)
          .hasMessageContaining("not asked for: ")
          .hasMessageContaining("left alone for 1 h");
    }
  }

  /** Somebody who wants a place, and has been seen to wait for it. */
  private static CompletableFuture<ParallelLimit.Place> waiting(
      ParallelLimit.Share limit, BooleanSupplier stopped) {
    CompletableFuture<ParallelLimit.Place> place = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                place.complete(limit.enter(stopped));
              } catch (CancelledException | TransferFault e) {
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

  private ParallelLimit.Place enter() throws TransferFault {
    return share.enter(() -> false);
  }

  private static ParallelLimit.Rest rest(Duration asked) {
    return new ParallelLimit.Rest(asked, "it is busy");
  }
}
