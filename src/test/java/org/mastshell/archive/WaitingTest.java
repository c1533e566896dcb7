package org.mastshell.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mastshell.archive.LoopbackArchive.executing;
import static org.mastshell.archive.LoopbackArchive.rows;
import static org.mastshell.archive.LoopbackArchive.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Predicate;

@Timeout(30)
class WaitingTest {
  private final LoopbackArchive archive = new LoopbackArchive();
  private final ArchiveClient client = archive.client();
  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void stop() {
    never.countDown();
    client.close();
    archive.close();
  }

  private void ask(ArchiveClient asking) {
    asking.observations(
        new ObservationQuery(Predicate.always(), Optional.empty()), Progress.none(), cancellation);
  }

  // Begins to ask, calls it off once the server was asked so often, and says how long it took.
  private Duration untilCalledOff(ArchiveClient asking, int requests) throws Exception {
    AtomicReference<RuntimeException> end = new AtomicReference<>();
    Thread shell =
        new Thread(
            () -> {
              try {
                ask(asking);
              } catch (CancelledException | ArchiveException ended) {
                end.set(ended);
              }
            });
    shell.start();
    await().until(() -> archive.asked().size() >= requests);
    long start = System.nanoTime();
    cancellation.cancel();
    shell.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(end.get()).isInstanceOf(CancelledException.class);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void callingOffEndsAWaitBeforeAnotherTry() throws Exception {
    archive.otherwise(any -> status(503, "", "Retry-After", "15"));
    assertThat(untilCalledOff(client, 1)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void callingOffEndsAWaitBeforeAPoll() throws Exception {
    archive.otherwise(any -> executing());
    ClientOptions options = archive.options();
    try (ArchiveClient slow =
        new ArchiveClient(
            options, TokenSource.none(), new Pauses(Duration.ofMillis(1), Duration.ofSeconds(5)))) {
      assertThat(untilCalledOff(slow, 1)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void callingOffEndsAStalledReply() throws Exception {
    archive.otherwise(
        any ->
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange
                  .getResponseBody()
                  .write("{\"status\":\"COMPLETE\",\"data\":[".getBytes(StandardCharsets.UTF_8));
              exchange.getResponseBody().flush();
              hang();
            });
    assertThat(untilCalledOff(client, 1)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void callingOffEndsAStalledFile() throws Exception {
    archive.otherwise(
        any ->
            exchange -> {
              exchange.sendResponseHeaders(200, 1_000_000);
              exchange.getResponseBody().write(new byte[1000]);
              exchange.getResponseBody().flush();
              hang();
            });
    try (FileReply reply = client.files().open("mast:x", 0, "", cancellation)) {
      assertThat(reply.body().readNBytes(1000)).hasSize(1000);
      Thread ctrlC = new Thread(cancellation::cancel);
      ctrlC.start();
      assertThatThrownBy(() -> reply.body().readAllBytes()).isInstanceOf(CancelledException.class);
      ctrlC.join();
    }
  }

  @Test
  void whatWasCalledOffBeforeAsksNothing() {
    cancellation.cancel();
    assertThatThrownBy(() -> ask(client)).isInstanceOf(CancelledException.class);
    assertThat(archive.asked()).isEmpty();
  }

  @Test
  void aStalledReplyEndsWithTheTimeAllowed() {
    archive.otherwise(
        any ->
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().flush();
              hang();
            });
    ClientOptions brief = new ClientOptions(archive.uri(), Duration.ofMillis(500), 5, 4, 0);
    try (ArchiveClient impatient = LoopbackArchive.client(brief)) {
      assertThatThrownBy(() -> ask(impatient))
          .isInstanceOfSatisfying(
              ArchiveException.class,
              trouble -> {
                assertThat(trouble.kind()).isEqualTo(ArchiveException.Kind.TIMEOUT);
                assertThat(trouble.advice()).contains("set timeout");
              });
    }
  }

  @Test
  void aServerThatAsksToBeLeftAloneIs() {
    archive.then(status(429, "", "Retry-After", "1"), rows());
    long start = System.nanoTime();
    ask(client);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aWaitBeyondTheTimeAllowedIsNotBegun() {
    archive.otherwise(any -> status(503, "", "Retry-After", "3600"));
    long start = System.nanoTime();
    assertThatThrownBy(() -> ask(client)).isInstanceOf(ArchiveException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "Tue, 99 Foo 2023"})
  void anUnreadableRetryAfterIsNone(String header) {
    assertThat(RetryAfter.of(header)).isNull();
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    assertThat(RetryAfter.of(" 7 ")).isEqualTo(Duration.ofSeconds(7));
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(100));
    assertThat(RetryAfter.of(date)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
    assertThat(RetryAfter.of("Mon, 02 Jan 2006 15:04:05 GMT")).isZero();
    assertThat(RetryAfter.of("99999999999999999999")).isEqualTo(Duration.ofDays(365));
    assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT")).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void waitsGrowWithinBounds() {
    Pauses pauses = Pauses.standard();
    TransientFailure plain =
        new TransientFailure(new ArchiveException(ArchiveException.Kind.FAULT, "x", ""), 9, null);
    assertThat(pauses.beforeRetry(1, plain))
        .isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
    assertThat(pauses.beforeRetry(4, plain))
        .isBetween(Duration.ofMillis(800), Duration.ofMillis(2400));
    assertThat(pauses.beforeRetry(1000, plain)).isLessThanOrEqualTo(Duration.ofSeconds(15));
    assertThat(pauses.beforePoll(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(pauses.beforePoll(3)).isEqualTo(Duration.ofMillis(400));
    assertThat(pauses.beforePoll(1000)).isEqualTo(Duration.ofSeconds(5));
    TransientFailure asked =
        new TransientFailure(plain.trouble(), 9, Duration.ofSeconds(1_000_000));
    assertThat(pauses.beforeRetry(1, asked)).isEqualTo(Duration.ofSeconds(60));
  }

  private void hang() throws IOException {
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      throw new IOException(interrupted);
    }
  }
}
