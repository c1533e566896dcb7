package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** Whole downloads from a server on loopback into real folders. */
@Timeout(60)
class DownloaderTest {
  @TempDir Path folder;
  private LoopbackArchive archive;

  @BeforeEach
  void start() throws IOException {
    archive = new LoopbackArchive();
  }

  @AfterEach
  void stop() {
    archive.close();
  }

  @Test
  void whatWasNotAskedForTookNoTime() {
    PlannedFile file =
        new PlannedFile(
            new FileToFetch("mast:x", "", "", "x.fits", 5, false),
            Path.of("x.fits"),
            PlannedFile.State.TO_FETCH,
            "",
            Standing.at(Path.of("x.fits")));
    Tries tries = new Tries(file);
    assertThat(tries.end(FileOutcome.Status.CANCELLED, "").seconds()).isZero();
    tries.asksOnce();
    assertThat(tries.end(FileOutcome.Status.FAILED, "").seconds()).isPositive();
  }

  @Test
  void fetchesEachFileOnceIntoTheFolderOfItsObservation() throws Exception {
    byte[] image = bytes(300_000);
    archive.with("a_rate.fits", image).with("b_asn.json", "{}".getBytes(UTF_8));
    Products products = new Products().add("a_rate.fits", image.length).add("b_asn.json", 2);
    products.add("a_rate.fits", image.length);

    DownloadReport report = run(products.table());

    assertThat(report.allHere()).isTrue();
    assertThat(report.interrupted()).isFalse();
    assertThat(report.bytesFetched()).isEqualTo(image.length + 2);
    assertThat(target("a_rate.fits")).hasBinaryContent(image);
    assertThat(target("b_asn.json")).hasContent("{}");
    assertThat(archive.requests()).hasSize(2).doesNotHaveDuplicates();
    assertThat(report.outcomes()).allSatisfy(o -> assertThat(o.tries()).isEqualTo(1));
    assertThat(report.outcomes().get(0).sha256()).isEqualTo(sha256(image));
    assertNoParts();
  }

  @Test
  void whatAKilledProgramLeftComesIntoTheManifestThoughNothingIsFetched() throws Exception {
    archive.with("a.fits", bytes(10));
    Table products = new Products().add("a.fits", 10).table();
    Path manifest = run(products, flat()).manifest();
    ManifestEntry known = Manifest.read(manifest).entries().iterator().next();
    Path twin = folder.resolve("mastDownload_manifest.json");
    String whole = Files.readString(manifest);
    Files.delete(manifest);
    Files.delete(twin);
    ManifestJournal.of(manifest).append(List.of(known));

    DownloadReport report = run(products, flat());

    assertThat(report.allHere()).isTrue();
    assertThat(archive.requests()).hasSize(1);
    assertThat(manifest).hasContent(whole);
    assertThat(twin).exists();
    assertThat(folder.resolve(".mastDownload_manifest.journal")).doesNotExist();
  }

  @Test
  void flatPutsFilesIntoTheFolderItself() throws Exception {
    archive.with("a.fits", bytes(10));
    DownloadReport report = run(new Products().add("a.fits", 10).table(), flat());
    assertThat(folder.resolve("a.fits")).hasSize(10);
    assertThat(folder.resolve("mastDownload")).doesNotExist();
    assertThat(report.manifest()).isEqualTo(folder.resolve("mastDownload_manifest.csv")).exists();
  }

  @Test
  void aSecondRunAsksForNothingEvenIfTheListedSizeIsWrong() throws Exception {
    archive.with("a.fits", bytes(10)).with("b.fits", bytes(20));
    Table products = new Products().add("a.fits", 9_999).addUnknownSize("b.fits").table();
    DownloadReport first = run(products);
    assertThat(first.outcomes().get(0).message()).isEqualTo("listed as 9999 bytes, has 10");
    assertThat(first.outcomes().get(1).message()).isEmpty();
    archive.requests().clear();
    String manifest = Files.readString(first.manifest());

    DownloadReport second = run(products);

    assertThat(archive.requests()).isEmpty();
    assertThat(second.count(Status.SKIPPED)).isEqualTo(2);
    assertThat(second.outcomes()).extracting(FileOutcome::bytes).containsExactly(10L, 20L);
    assertThat(first.manifest()).hasContent(manifest);
  }

  @Test
  void withoutAManifestTheListedSizeDecides() throws Exception {
    archive.with("right.fits", bytes(10)).with("short.fits", bytes(10)).with("new.fits", bytes(5));
    archive.with("unknown.fits", bytes(10));
    Files.createDirectories(target("x").getParent());
    Files.write(target("right.fits"), new byte[10]);
    Files.write(target("short.fits"), new byte[9]);
    Files.write(target("unknown.fits"), new byte[10]);

    DownloadReport report =
        run(
            new Products()
                .add("right.fits", 10)
                .add("short.fits", 10)
                .add("new.fits", 5)
                .addUnknownSize("unknown.fits")
                .table());

    assertThat(report.outcomes())
        .extracting(FileOutcome::status)
        .containsExactly(Status.SKIPPED, Status.COMPLETE, Status.COMPLETE, Status.COMPLETE);
    assertThat(report.outcomes().get(1).message())
        .isEqualTo("saved as short-2.fits, the short.fits here may be another file");
    assertThat(archive.requests()).doesNotContain(Products.uri("right.fits"));
    assertThat(target("short.fits")).hasBinaryContent(new byte[9]);
    assertThat(target("short-2.fits")).hasBinaryContent(bytes(10));
    assertThat(target("unknown.fits")).hasBinaryContent(new byte[10]);
    assertThat(target("unknown-2.fits")).hasBinaryContent(bytes(10));
  }

  @Test
  void aFileThatWasCutIsTriedAgainFromTheStartWhereTheServerKnowsNoRanges() throws Exception {
    byte[] content = bytes(200_000);
    AtomicInteger asked = new AtomicInteger();
    archive.with(
        "a.fits",
        exchange -> {
          if (asked.getAndIncrement() < 2) {
            LoopbackArchive.cut(exchange, content, 70_000);
          } else {
            LoopbackArchive.send(exchange, 200, "application/fits", content);
          }
        });
    DownloadReport report = run(new Products().add("a.fits", content.length).table());
    assertThat(report.outcomes())
        .extracting(FileOutcome::status, FileOutcome::tries)
        .containsExactly(tuple(Status.COMPLETE, 3));
    assertThat(target("a.fits")).hasBinaryContent(content);
  }

  @Test
  void aFileThatIsAlwaysCutFailsAndTheOthersCome() throws Exception {
    byte[] content = bytes(5_000);
    archive
        .with("a.fits", exchange -> LoopbackArchive.cut(exchange, content, 4_999))
        .with("b.fits", content);
    DownloadReport report = run(new Products().add("a.fits", 5_000).add("b.fits", 5_000).table());
    assertThat(report.outcomes())
        .extracting(FileOutcome::status, FileOutcome::tries)
        .containsExactly(tuple(Status.FAILED, 4), tuple(Status.COMPLETE, 1));
    assertThat(report.outcomes().get(0).message()).contains("tried 4 times");
    assertThat(target("a.fits")).doesNotExist();
    assertThat(new PartPlace(target("a.fits")).part()).hasSize(4_999);
    assertThat(report.allFailedRefused()).isFalse();
  }

  @Test
  void refusedAndMissingFilesAreNotTriedAgainAndDoNotStopTheRest() throws Exception {
    archive
        .with("closed.fits", e -> LoopbackArchive.send(e, 401, "text/plain", bytes(3)))
        .with("never.fits", e -> LoopbackArchive.send(e, 403, "text/plain", bytes(3)))
        .with("open.fits", bytes(7));
    Table products =
        new Products()
            .add("closed.fits", 7)
            .add("gone.fits", 7)
            .add("open.fits", 7)
            .add("never.fits", 7)
            .table();
    DownloadReport report = run(products);
    assertThat(report.outcomes())
        .extracting(FileOutcome::status, FileOutcome::tries)
        .containsExactly(
            tuple(Status.REFUSED, 1),
            tuple(Status.FAILED, 1),
            tuple(Status.COMPLETE, 1),
            tuple(Status.REFUSED, 1));
    assertThat(report.refused())
        .extracting(PlannedFile::name)
        .containsExactly("closed.fits", "never.fits");
    assertThat(report.allFailedRefused()).isFalse();
    assertThat(report.outcomes().get(1).message()).isEqualTo("the archive has no such file");
  }

  @Test
  void afterALoginTheRefusedOnesAloneAreFetched() throws Exception {
    AtomicInteger status = new AtomicInteger(401);
    archive.with("closed.fits", e -> LoopbackArchive.send(e, status.get(), "image/fits", bytes(7)));
    archive.with("open.fits", bytes(7));
    Table products = new Products().add("closed.fits", 7).add("open.fits", 7).table();
    DownloadPlan plan = DownloadPlan.of(products, options());
    DownloadReport first = run(plan);
    assertThat(first.allFailedRefused()).isTrue();

    status.set(200);
    DownloadReport second = run(plan.only(first.refused()));
    assertThat(second.outcomes()).hasSize(1);
    DownloadReport whole = first.updatedBy(second);
    assertThat(whole.count(Status.COMPLETE)).isEqualTo(2);
    assertThat(archive.requests()).hasSize(3);
  }

  @Test
  void aWebPageInPlaceOfAFileIsTriedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    archive.with(
        "a.fits",
        e -> {
          if (asked.getAndIncrement() == 0) {
            LoopbackArchive.send(e, 200, "text/html", bytes(7));
          } else {
            LoopbackArchive.send(e, 200, "image/fits", bytes(7));
          }
        });
    DownloadReport report = run(new Products().add("a.fits", 7).table());
    assertThat(report.outcomes()).extracting(FileOutcome::tries).containsExactly(2);
    assertThat(report.allHere()).isTrue();
  }

  @Test
  void aWebPageIsNeverAccepted() throws Exception {
    byte[] page = "\n<!DOCTYPE html><title>Maintenance</title>".getBytes(UTF_8);
    archive
        .with("byType.fits", e -> LoopbackArchive.send(e, 200, "text/html;charset=utf-8", bytes(9)))
        .with("byBytes.json", e -> LoopbackArchive.send(e, 200, "application/json", page))
        .with("readme.html", e -> LoopbackArchive.send(e, 200, "text/html", page));
    DownloadReport report =
        run(
            new Products()
                .add("byType.fits", 9)
                .addUnknownSize("byBytes.json")
                .addUnknownSize("readme.html")
                .table());
    assertThat(report.outcomes())
        .extracting(FileOutcome::status)
        .containsExactly(Status.FAILED, Status.FAILED, Status.COMPLETE);
    assertThat(report.outcomes().get(0).message()).contains("web page in place of the file");
    assertThat(target("byType.fits")).doesNotExist();
    assertThat(target("byBytes.json")).doesNotExist();
  }

  @Test
  void withoutAStatedLengthACleanEndIsAcceptedWithANote() throws Exception {
    byte[] content = bytes(100_000);
    archive.with(
        "a.fits",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    DownloadReport report = run(new Products().add("a.fits", 100_000).table());
    assertThat(report.outcomes())
        .extracting(FileOutcome::status, FileOutcome::message)
        .containsExactly(tuple(Status.COMPLETE, "the archive did not state its length"));
    assertThat(target("a.fits")).hasBinaryContent(content);
  }

  @Test
  void aStalledTransferIsGivenUpAndTriedAgain() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    byte[] content = bytes(50_000);
    archive.with(
        "a.fits",
        exchange -> {
          if (asked.getAndIncrement() == 0) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 20_000);
            exchange.getResponseBody().flush();
            await(over);
          } else {
            LoopbackArchive.send(exchange, 200, "image/fits", content);
          }
        });
    TransferOptions quick = new TransferOptions(folder, false, 4, 3, Duration.ofMillis(300));
    DownloadReport report = run(new Products().add("a.fits", content.length).table(), quick);
    over.countDown();
    assertThat(report.outcomes())
        .extracting(FileOutcome::status, FileOutcome::tries)
        .containsExactly(tuple(Status.COMPLETE, 2));
    assertThat(target("a.fits")).hasBinaryContent(content);
    assertNoParts();
  }

  @Test
  void neverMoreAtATimeThanAllowedAndAsManyAsAllowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Products products = new Products();
    for (int i = 0; i < 12; i++) {
      products.add(i + ".fits", 5);
      archive.with(
          i + ".fits",
          exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            now.decrementAndGet();
            LoopbackArchive.send(exchange, 200, "image/fits", bytes(5));
          });
    }
    TransferOptions three3 = new TransferOptions(folder, false, 3, 0, Duration.ofSeconds(30));
    DownloadReport report = run(products.table(), three3);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(12);
    assertThat(most).hasValue(3);
  }

  @Test
  void calledOffItKeepsWhatIsCompleteAndThePartUnderWay() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    Cancellation cancellation = new Cancellation();
    byte[] content = bytes(50_000);
    archive.with("done.fits", bytes(5));
    archive.with(
        "slow.fits",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 20_000);
          exchange.getResponseBody().flush();
          Path part = new PartPlace(target("slow.fits")).part();
          Awaitility.await().until(() -> Files.exists(part) && Files.size(part) == 20_000);
          cancellation.cancel();
          await(over);
        });
    Table products =
        new Products().add("done.fits", 5).add("slow.fits", 50_000).add("later.fits", 5).table();
    TransferOptions one = new TransferOptions(folder, false, 1, 3, Duration.ofSeconds(30));
    DownloadReport report =
        downloader(one).run(DownloadPlan.of(products, one), Progress.none(), cancellation);
    over.countDown();
    assertThat(report.interrupted()).isTrue();
    assertThat(report.outcomes())
        .extracting(FileOutcome::status)
        .containsExactly(Status.COMPLETE, Status.CANCELLED, Status.CANCELLED);
    assertThat(target("done.fits")).hasSize(5);
    assertThat(target("slow.fits")).doesNotExist();
    assertThat(archive.requests()).hasSize(2);
    assertThat(new PartPlace(target("slow.fits")).usable(report.outcomes().get(1).file().file()))
        .hasValueSatisfying(note -> assertThat(note.bytes()).isEqualTo(20_000));
    assertThat(Manifest.read(report.manifest()).entries())
        .extracting(ManifestEntry::path)
        .containsExactly("JWST/jw01073/done.fits");
  }

  @Test
  void progressGoesUpToTheEnd() throws Exception {
    List<Progress.Step> steps = new CopyOnWriteArrayList<>();
    archive.with("a.fits", bytes(5_000)).with("b.fits", bytes(5_000));
    DownloadPlan plan =
        DownloadPlan.of(
            new Products().add("a.fits", 5_000).add("b.fits", 5_000).table(), options());
    downloader(options()).run(plan, steps::add, new Cancellation());
    assertThat(steps)
        .last()
        .satisfies(
            last -> {
              assertThat(last.done()).isEqualTo(10_000);
              assertThat(last.total()).isEqualTo(10_000);
              assertThat(last.unit()).isEqualTo("bytes");
              assertThat(last.detail()).startsWith("2/2 files");
            });
    assertThat(steps).isSortedAccordingTo((x, y) -> Long.compare(x.done(), y.done()));
  }

  @Test
  void tellsOfEachFileOnceAsItEnds() throws Exception {
    archive.with("a.fits", bytes(5_000)).with("b.fits", bytes(5_000)).with("here.fits", bytes(5));
    run(new Products().add("here.fits", 5).table());
    List<String> told = new CopyOnWriteArrayList<>();
    Products products = new Products().add("a.fits", 5_000).add("b.fits", 5_000);
    products.add("here.fits", 5).add("none.fits", 5);
    DownloadPlan plan = DownloadPlan.of(products.table(), options());
    downloader(options())
        .run(
            plan,
            Progress.none(),
            ended -> told.add(ended.file().name() + " " + ended.status()),
            new Cancellation());
    assertThat(told)
        .containsExactlyInAnyOrder(
            "a.fits COMPLETE", "b.fits COMPLETE", "here.fits SKIPPED", "none.fits FAILED");

    told.clear();
    Cancellation called = new Cancellation();
    called.cancel();
    DownloadPlan later = DownloadPlan.of(new Products().add("none.fits", 5).table(), options());
    downloader(options())
        .run(later, Progress.none(), ended -> told.add(ended.status().name()), called);
    assertThat(told).containsExactly("CANCELLED");
  }

  @Test
  void theTableShowsEveryOutcome() throws Exception {
    archive.with("a.fits", bytes(5));
    Table table = run(new Products().add("a.fits", 5).add("no.fits", 5).table()).table();
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.text(0, "file")).isEqualTo("a.fits");
    assertThat(table.text(0, "status")).isEqualTo("COMPLETE");
    assertThat(table.text(0, "message")).isNull();
    assertThat(table.text(1, "status")).isEqualTo("FAILED");
    assertThat(table.text(1, "message")).isEqualTo("the archive has no such file");
    assertThat(table.text(0, "path")).isEqualTo(target("a.fits").toString());
    assertThat(table.text(0, "dataURI")).isEqualTo(Products.uri("a.fits"));
  }

  @Test
  void anEmptyPlanWritesNothing() {
    DownloadReport report = run(Table.empty());
    assertThat(report.outcomes()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private DownloadReport run(Table products) {
    return run(products, options());
  }

  private DownloadReport run(Table products, TransferOptions options) {
    return downloader(options)
        .run(DownloadPlan.of(products, options), Progress.none(), new Cancellation());
  }

  private DownloadReport run(DownloadPlan plan) {
    return downloader(options()).run(plan, Progress.none(), new Cancellation());
  }

  private Downloader downloader(TransferOptions options) {
    Backoff quick = new Backoff(Duration.ofMillis(1));
    return new Downloader(archive, options, quick, FreeSpace.ofDisk());
  }

  private TransferOptions options() {
    return new TransferOptions(folder, false, 4, 3, Duration.ofSeconds(30));
  }

  private TransferOptions flat() {
    return new TransferOptions(folder, true, 4, 3, Duration.ofSeconds(30));
  }

  private Path target(String name) {
    return folder.resolve("mastDownload/JWST/jw01073").resolve(name);
  }

  private void assertNoParts() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::toString).filter(name -> name.endsWith(".part"))).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
