package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.ArchiveClient;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileOrigin;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** What a download asks of a server: as little as can be, and less when it is busy. */
@Timeout(60)
class PoliteTransferTest {
  private static final byte[] CONTENT = new byte[20_000];
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private FaultServer server;
  private ArchiveClient client;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(CONTENT);
    server = new FaultServer(CONTENT);
    client = FaultMatrixTest.client(server.uri());
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void oneRequestAFileAndNoMoreConnectionsThanTransfers() {
    DownloadReport report = run(files(60), 4);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(60);
    assertThat(server.asked()).hasSize(60);
    assertThat(server.connections()).isLessThanOrEqualTo(4);
    assertThat(report.outcomes()).allMatch(outcome -> outcome.tries() == 1);
  }

  @Test
  void aBusyServerIsAskedByFewerAtATime() {
    CountDownLatch eight = new CountDownLatch(8);
    CountDownLatch four = new CountDownLatch(4);
    CountDownLatch five = new CountDownLatch(5);
    AtomicInteger come = new AtomicInteger();
    AtomicBoolean fifthCame = new AtomicBoolean();
    server.always(
        (asked, me, out) -> {
          int number = come.incrementAndGet();
          if (number <= 8) {
            eight.countDown();
            await(eight, PATIENCE);
            FaultServer.head(out, 429, 0, "Retry-After: 0");
            return;
          }
          four.countDown();
          five.countDown();
          if (number <= 12) {
            // None of these is answered before it is seen that no other comes.
            await(four, PATIENCE);
            fifthCame.compareAndSet(false, await(five, Duration.ofMillis(400)));
          }
          FaultServer.honest(asked, me, out);
        });
    DownloadReport report = run(files(30), 8);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(30);
    assertThat(eight.getCount() + four.getCount()).as("eight came at once, then four").isZero();
    assertThat(fifthCame).as("a fifth came while four were under way").isFalse();
    assertThat(server.asked()).hasSize(38);
    assertThat(report.outcomes().stream().mapToInt(FileOutcome::tries).sum()).isEqualTo(38);
  }

  private static boolean await(CountDownLatch latch, Duration patience) throws IOException {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aBrokenTransferAsksForTheRestAndForWhatOverlapsIt() {
    server.then(Fault.CUT_BEFORE_THE_LAST_BYTE.answer());
    FileOutcome outcome = run(files(1), 1).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.tries()).isEqualTo(2);
    assertThat(server.asked().get(1).header("range")).isEqualTo("bytes=1-");
    assertThat(server.asked().get(1).header("if-range")).isEqualTo("\"v1\"");
    assertThat(outcome.message()).isEmpty();
  }

  @Test
  void withoutAValidatorTheLengthAndTheOverlapDecideAndItIsSaid() {
    server.always(
        (asked, me, out) -> {
          int from = asked.from();
          String range = "Content-Range: bytes %d-19999/20000".formatted(from);
          FaultServer.head(out, from > 0 ? 206 : 200, CONTENT.length - from, range);
          out.write(CONTENT, from, from > 0 ? CONTENT.length - from : 5_000);
          if (from == 0) {
            throw new IOException("hanging up");
          }
          out.flush();
        });
    FileOutcome outcome = run(files(1), 1).outcomes().get(0);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message())
        .isEqualTo("resumed without a validator: only its length and the end of its part agree");
    assertThat(server.asked().get(1).header("if-range")).isEmpty();
    assertThat(outcome.file().target()).hasBinaryContent(CONTENT);
  }

  @Test
  void aLengthThatIsNotTheListedOneIsConfirmedByTheServer() {
    Table listed = new Products().add("a.bin", 19_000).table();
    FileOutcome outcome = run(listed, 1).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message()).isEqualTo("listed as 19000 bytes, has 20000");
    assertThat(server.asked()).hasSize(2);
    assertThat(server.asked().get(1).header("range")).isEqualTo("bytes=20000-");
  }

  @Test
  void aLengthThatAnotherFileHasTooConfirmsNothing() {
    byte[] other = CONTENT.clone();
    other[7]++;
    server.then(
        (asked, me, out) -> {
          FaultServer.honest(asked, me, out);
          me.change(other, "\"v2\"");
        });
    Table listed = new Products().add("a.bin", 19_000).table();
    FileOutcome outcome = run(listed, 1).outcomes().get(0);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.file().target()).hasBinaryContent(other);
    assertThat(outcome.validator().entityTag()).isEqualTo("\"v2\"");
  }

  @Test
  void aLargePartOfAnotherServerIsNotThrownAwayWithoutAWord() throws Exception {
    int length = (int) FileSource.DEAR + 20_000;
    Table listed = new Products().add("a.bin", length).table();
    PlannedFile planned = DownloadPlan.of(listed, options(1)).files().get(0);
    Files.createDirectories(planned.target().getParent());
    byte[] large = new byte[(int) FileSource.DEAR];
    try (PartFile part =
        PartFile.open(planned.target(), planned.file(), Hashes.ofJava(), new Cancellation())) {
      part.begin(new Validator("\"c1\"", "", FileOrigin.CLOUD), length);
      part.write(large, large.length);
    }
    FileOutcome outcome = run(listed, 1).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message())
        .contains("came from the cloud", "`set source auto`", "delete a.bin.part");
    assertThat(new PartPlace(planned.target()).part()).hasSize(large.length);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void updateAsksWithoutFetchingAndFetchesWhatChanged() throws IOException {
    Table products = files(3);
    run(products, 2);
    server.always(
        (asked, me, out) -> {
          if (asked.header("if-none-match").equals(me.tag())) {
            FaultServer.head(out, 304, -1);
          } else {
            FaultServer.honest(asked, me, out);
          }
        });
    server.asked().clear();
    DownloadReport same = update(products);
    assertThat(same.count(Status.SKIPPED)).isEqualTo(3);
    assertThat(same.outcomes().get(0).message()).isEqualTo("unchanged at the archive");
    assertThat(server.asked()).hasSize(3).allMatch(a -> a.header("if-none-match").equals("\"v1\""));

    byte[] other = CONTENT.clone();
    other[7]++;
    server.change(other, "\"v2\"");
    assertThat(run(products, 2).count(Status.SKIPPED)).isEqualTo(3);
    server.asked().clear();
    DownloadReport changed = update(products);
    assertThat(changed.count(Status.COMPLETE)).isEqualTo(3);
    assertThat(server.asked()).as("the reply that tells of the change has the file").hasSize(3);
    assertThat(Files.readAllBytes(changed.outcomes().get(2).file().target())).isEqualTo(other);

    // A server that does not know the question sends the file, which need not be read.
    server.always(FaultServer::honest);
    assertThat(update(products).count(Status.SKIPPED)).isEqualTo(3);
    server.always((asked, me, out) -> FaultServer.head(out, 500, 0));
    DownloadReport unknown = update(products);
    assertThat(unknown.count(Status.FAILED)).isEqualTo(3);
    assertThat(unknown.allHere()).isFalse();
    FileOutcome outcome = unknown.outcomes().get(2);
    assertThat(outcome.message())
        .startsWith("is here; whether it has changed could not be asked: ")
        .endsWith("(tried 3 times)");
    assertThat(outcome.bytes()).isEqualTo(other.length);
    assertThat(outcome.file().target()).hasBinaryContent(other);
    assertThat(Manifest.read(unknown.manifest()).entry("JWST/jw01073/2.bin"))
        .hasValueSatisfying(entry -> assertThat(entry.isFetched()).isTrue());
  }

  @Test
  void updateAsksABusyArchiveAgain() {
    Table products = files(1);
    run(products, 2);
    server.asked().clear();
    server.then((asked, me, out) -> FaultServer.head(out, 503, 0));
    DownloadReport report = update(products);
    assertThat(report.outcomes().get(0).message()).isEqualTo("unchanged at the archive");
    assertThat(report.outcomes().get(0).tries()).isEqualTo(2);
    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsGoneFromTheArchiveStaysAndIsNoFailure(int status) throws IOException {
    Table products = files(1);
    run(products, 2);
    server.always((asked, me, out) -> FaultServer.head(out, status, 0));
    server.asked().clear();
    DownloadReport report = update(products);
    FileOutcome outcome = report.outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.GONE);
    assertThat(outcome.message())
        .contains("is gone from the archive", "stays")
        .doesNotContain("could not be asked");
    assertThat(outcome.bytes()).isEqualTo(CONTENT.length);
    assertThat(outcome.file().target()).hasBinaryContent(CONTENT);
    assertThat(report.allHere()).isTrue();
    assertThat(server.asked()).hasSize(1);
    assertThat(Manifest.read(report.manifest()).entry("JWST/jw01073/0.bin"))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.isFetched()).isTrue();
              assertThat(entry.sha256()).isNotEmpty();
              assertThat(entry.message()).contains("is gone from the archive");
            });
  }

  @Test
  void updateThatIsRefusedWantsALogin() throws IOException {
    Table products = files(1);
    run(products, 2);
    server.always((asked, me, out) -> FaultServer.head(out, 401, 0));
    FileOutcome outcome = update(products).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.REFUSED);
    assertThat(outcome.file().target()).hasBinaryContent(CONTENT);
  }

  @Test
  void aRequestThatTheHttpLibraryRepeatsByItselfIsCounted() {
    server.then(FaultServer::honest);
    server.then(
        (asked, me, out) -> {
          throw new IOException("hanging up on a connection that was used before");
        });
    DownloadReport report = run(files(2), 1);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(2);
    assertThat(server.asked()).hasSize(3);
    assertThat(report.outcomes().stream().mapToInt(FileOutcome::tries).sum()).isEqualTo(3);
  }

  @Test
  void whatAnArchiveAsksForIsSaidWhileItIsWaitedFor() {
    server.then((asked, me, out) -> FaultServer.head(out, 503, 0, "Retry-After: 1"));
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    DownloadReport report =
        downloader(1)
            .run(
                DownloadPlan.of(files(2), options(1)),
                step -> said.add(step.pause().isEmpty() ? "" : words(step)),
                new Cancellation());
    assertThat(report.count(Status.COMPLETE)).isEqualTo(2);
    assertThat(said)
        .anyMatch(
            pause ->
                pause.matches(
                    "waits 1 s: the archive asked · .*0/2 files.* · the archive at 127.0.0.1"
                        + " answered with status 503 \\(service unavailable\\)"));
    assertThat(said.get(said.size() - 1)).isEmpty();
  }

  @Test
  void whyNothingComesIsSaidBetweenTwoTries() {
    server.then((asked, me, out) -> FaultServer.head(out, 500, 0));
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    new Downloader(
            client.files(), options(1), new Backoff(Duration.ofMillis(700)), FreeSpace.ofDisk())
        .run(
            DownloadPlan.of(files(1), options(1)),
            step -> said.add(words(step)),
            new Cancellation());
    assertThat(said)
        .anyMatch(
            pause -> pause.matches("tries again in \\d s · 0/1 files · the archive at .* 500 .*"));
  }

  private static String words(Progress.Step step) {
    return step.pause() + " · " + step.detail();
  }

  @Test
  void bytesThatAreHereStayCountedBetweenTwoTries() {
    server.then(Fault.CUT_BEFORE_THE_LAST_BYTE.answer());
    List<Long> done = Collections.synchronizedList(new ArrayList<>());
    new Downloader(
            client.files(), options(1), new Backoff(Duration.ofMillis(700)), FreeSpace.ofDisk())
        .run(
            DownloadPlan.of(files(1), options(1)),
            step -> done.add(step.done()),
            new Cancellation());
    assertThat(done).isSorted().contains(19_999L);
  }

  @Test
  void aFaultOfTheProgramCostsOneFileAndNotTheOthers() {
    FileSource well = client.files();
    FileSource faulty =
        (uri, offset, validator, cancellation) -> {
          if (uri.endsWith("/1.bin")) {
            throw new IllegalStateException("nobody thought of it");
          }
          if (uri.endsWith("/2.bin")) {
            throw new StackOverflowError();
          }
          return well.open(uri, offset, validator, cancellation);
        };
    List<FileOutcome> told = new ArrayList<>();
    DownloadReport report;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Logger logger = Logger.getLogger("org.mastshell");
    Handler handler = new StreamHandler(written, new SimpleFormatter());
    handler.setLevel(Level.FINE);
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    try {
      report =
          new Downloader(faulty, options(2), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk())
              .run(
                  DownloadPlan.of(files(6), options(2)),
                  Progress.none(),
                  told::add,
                  new Cancellation());
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
      handler.flush();
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .as("for --verbose")
        .contains("a fault of the program at 1.bin", "nobody thought of it", "\tat org.mastshell");
    assertThat(report.count(Status.COMPLETE)).isEqualTo(4);
    assertThat(report.interrupted()).isFalse();
    assertThat(told).hasSize(6);
    assertThat(report.outcomes().get(1).status()).isEqualTo(Status.FAILED);
    assertThat(report.outcomes().get(1).message())
        .isEqualTo(
            "a fault of the program (java.lang.IllegalStateException: nobody thought of it)");
    assertThat(report.outcomes().get(2).message()).contains("StackOverflowError");
    assertThat(Manifest.read(options(2).manifest()).entries()).hasSize(6);
  }

  @Test
  void aReplacementSaysThatTheArchiveHasAnotherFileByNow() {
    Table products = files(1);
    run(products, 1);
    byte[] other = CONTENT.clone();
    other[7]++;
    server.change(other, "\"v2\"");
    FileOutcome outcome = update(products).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message())
        .isEqualTo("replaced: the archive has another file by now (ETag \"v1\", now \"v2\")");
  }

  private DownloadReport update(Table products) {
    TransferOptions fewer = new TransferOptions(folder, false, 2, 2, Duration.ofSeconds(30));
    return new Downloader(
            client.files(), fewer, new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk())
        .run(DownloadPlan.of(products, fewer).updating(), Progress.none(), new Cancellation());
  }

  private DownloadReport run(Table products, int parallel) {
    return downloader(parallel)
        .run(DownloadPlan.of(products, options(parallel)), Progress.none(), new Cancellation());
  }

  private Downloader downloader(int parallel) {
    return new Downloader(
        client.files(), options(parallel), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk());
  }

  private TransferOptions options(int parallel) {
    return new TransferOptions(folder, false, parallel, 20, Duration.ofSeconds(30));
  }

  private static Table files(int count) {
    Products products = new Products();
    for (int i = 0; i < count; i++) {
      products.add(i + ".bin", CONTENT.length);
    }
    return products.table();
  }
}
