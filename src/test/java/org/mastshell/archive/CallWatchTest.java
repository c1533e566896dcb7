package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mastshell.table.Predicate;

/** Calls end when their time is up, also where memory has ended in some thread. */
@Timeout(60)
class CallWatchTest {
  private static final String OF_LIBRARY = "Okio Watchdog";

  private final CallWatch watch = new CallWatch();
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void aReplyThatDripsEndsInTimeThoughTheLibrarysOwnThreadIsGone() throws Exception {
    endTheThreadOfTheLibrary();
    try (LoopbackArchive archive = new LoopbackArchive()) {
      archive.otherwise(
          any ->
              exchange -> {
                exchange.sendResponseHeaders(200, 0);
                boolean waited = false;
                while (!waited) {
                  exchange.getResponseBody().write(" ".getBytes(StandardCharsets.UTF_8));
                  exchange.getResponseBody().flush();
                  waited = awaitDrop();
                }
              });
      ClientOptions brief = new ClientOptions(archive.uri(), Duration.ofMillis(700), 5, 4, 0);
      try (ArchiveClient client = LoopbackArchive.client(brief)) {
        assertThatThrownBy(
                () ->
                    client.observations(
                        new ObservationQuery(Predicate.always(), Optional.empty()),
                        Progress.none(),
                        new Cancellation()))
            .isInstanceOfSatisfying(
                ArchiveException.class,
                late -> assertThat(late.kind()).isEqualTo(ArchiveException.Kind.TIMEOUT));
      } finally {
        over.countDown();
      }
    } finally {
      haveItStartedAnew();
    }
  }

  @Test
  void whatMemoryWasMissingForIsDoneWhenThereIsSome() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(2);
    watch.at(
        Deadline.in(Duration.ofMillis(5)),
        () -> {
          if (tries.incrementAndGet() < 3) {
            throw new OutOfMemoryError("as the test wants");
          }
          ended.countDown();
        });
    watch.at(Deadline.in(Duration.ofMillis(6)), ended::countDown);
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(tries).hasValue(3);
  }

  @Test
  void whatIsOverBeforeIsNotEnded() throws InterruptedException {
    AtomicInteger ended = new AtomicInteger();
    CountDownLatch later = new CountDownLatch(1);
    watch.at(Deadline.in(Duration.ofMillis(50)), ended::incrementAndGet).close();
    watch.at(Deadline.in(Duration.ofMillis(60)), later::countDown);
    assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(ended).hasValue(0);
  }

  @Test
  void anEarlierEndThatComesLaterIsKept() throws InterruptedException {
    CountDownLatch soon = new CountDownLatch(1);
    Cancellation.Registration late = watch.at(Deadline.in(Duration.ofHours(1)), () -> {});
    watch.at(Deadline.in(Duration.ofMillis(5)), soon::countDown);
    assertThat(soon.await(20, TimeUnit.SECONDS)).isTrue();
    late.close();
  }

  @Test
  void itsThreadLastsNoLongerThanItIsNeeded() throws InterruptedException {
    for (int round = 0; round < 2; round++) {
      CountDownLatch ended = new CountDownLatch(1);
      watch.at(Deadline.in(Duration.ofMillis(5)), ended::countDown);
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      await().until(() -> threads(CallWatch.THREAD).isEmpty());
    }
  }

  private boolean awaitDrop() {
    try {
      return over.await(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .toList();
  }

  // As where memory ends in it: it does not come again by itself.
  private static void endTheThreadOfTheLibrary() {
    AsyncTimeout last =
        new AsyncTimeout() {
          @Override
          protected void timedOut() {
            throw new OutOfMemoryError("as the test wants");
          }
        };
    last.timeout(300, TimeUnit.MILLISECONDS);
    last.enter();
    threads(OF_LIBRARY)
        .forEach(thread -> thread.setUncaughtExceptionHandler((ended, wanted) -> {}));
    await().until(() -> threads(OF_LIBRARY).isEmpty());
  }

  private static void haveItStartedAnew() throws ReflectiveOperationException {
    Field started = AsyncTimeout.class.getDeclaredField("idleSentinel");
    started.setAccessible(true);
    started.set(null, null);
  }
}
