package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;

/** What comes with the right length gets its name only if its content is whole. */
@Timeout(60)
class JudgedTransferTest {
  private static final byte[] FITS = ContentFiles.fits();

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
  void damagedOnItsWayItIsFetchedAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    archive.with(
        "a.fits",
        exchange -> {
          byte[] sent = FITS.clone();
          if (asked.getAndIncrement() < 2) {
            sent[6000 + asked.get()] ^= 1;
          }
          LoopbackArchive.send(exchange, 200, "application/fits", sent);
        });
    FileOutcome outcome = fetch("a.fits");
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.tries()).isEqualTo(3);
    assertThat(outcome.message()).isEmpty();
    assertThat(folder.resolve("a.fits")).hasBinaryContent(FITS);
  }

  @Test
  void alwaysDamagedOtherwiseItFails() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    archive.with(
        "a.fits",
        exchange ->
            LoopbackArchive.send(
                exchange,
                200,
                "application/fits",
                Arrays.copyOf(FITS, 6000 + asked.incrementAndGet())));
    FileOutcome outcome = fetch("a.fits");
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.tries()).isEqualTo(4);
    assertThat(outcome.message())
        .startsWith(
            "what came is damaged (kept as a.fits.damaged): the data unit of HDU 1 (SCI) is cut"
                + " off: ")
        .endsWith("(tried 4 times)");
    assertThat(folder.resolve("a.fits.damaged")).hasSize(6004);
    assertThat(folder.resolve("a.fits")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void withoutAnotherTryWhatCameDamagedIsKeptToo() throws Exception {
    archive.with("b.json", "{".getBytes(UTF_8));
    FileOutcome outcome = fetch("b.json", 0);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.tries()).isEqualTo(1);
    assertThat(outcome.message())
        .startsWith("what came is damaged (kept as b.json.damaged): ")
        .doesNotContain("tried");
    assertThat(folder.resolve("b.json.damaged")).hasContent("{");
    assertThat(folder.resolve("b.json")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void damagedInTheArchiveItIsNotFetchedForEver() throws Exception {
    archive.with("a.fits", Arrays.copyOf(FITS, 6000));
    archive.with("b.json", "{".getBytes(UTF_8));
    archive.with("c.fits.gz", FITS);
    for (String name : List.of("a.fits", "b.json", "c.fits.gz")) {
      FileOutcome outcome = fetch(name);
      assertThat(outcome.status()).isEqualTo(Status.FAILED);
      assertThat(outcome.tries()).isEqualTo(2);
      assertThat(outcome.message())
          .startsWith(
              "what came is damaged, twice with the same bytes, so it is in the archive (kept as "
                  + name
                  + ".damaged): ");
      assertThat(folder.resolve(name)).doesNotExist();
    }
    assertThat(folder.resolve("a.fits.damaged")).hasBinaryContent(Arrays.copyOf(FITS, 6000));
    assertThat(folder.resolve("b.json.damaged")).hasContent("{");
    assertThat(folder.resolve("c.fits.gz.damaged")).hasBinaryContent(FITS);
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void whatIsKeptAsDamagedIsKeptOnceAndTakesNobodysName() throws Exception {
    Files.writeString(folder.resolve("a.fits.damaged"), "somebody's own");
    archive.with("a.fits", Arrays.copyOf(FITS, 6000));
    assertThat(fetch("a.fits").message()).contains("(kept as a.fits.damaged-2)");
    assertThat(fetch("a.fits").message()).contains("(kept as a.fits.damaged-2)");
    assertThat(folder.resolve("a.fits.damaged")).hasContent("somebody's own");
    assertThat(folder.resolve("a.fits.damaged-3")).doesNotExist();
    Verification found =
        Verification.of(
            CheckedPlace.all(
                DownloadedFolder.at(folder.resolve("mastDownload_manifest.csv")).get(0)));
    VerificationReport report = found.run(false, Progress.none(), new Cancellation());
    assertThat(report.files()).singleElement().satisfies(file -> assertThat(file.isBad()).isTrue());
    assertThat(report.notes())
        .containsExactly(
            "2 files named .damaged are not checked: downloads and repairs have set them aside");
  }

  @Test
  void whatIsOnlyToBeMindedIsAcceptedAndSaid() throws Exception {
    archive.with("a.fits", Arrays.copyOf(FITS, FITS.length - 100));
    archive.with("b.bin", new byte[5]);
    FileOutcome outcome = fetch("a.fits");
    assertThat(outcome.status()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.message())
        .contains("the last 100 bytes of padding are missing after its data");
    assertThat(Manifest.read(folder.resolve("mastDownload_manifest.csv")).entry("a.fits"))
        .hasValueSatisfying(
            entry -> assertThat(entry.message()).contains("the last 100 bytes of padding"));
    assertThat(fetch("b.bin").status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void aDamagedFileDoesNotTakeThePlaceOfAGoodOne() throws Exception {
    Files.write(folder.resolve("a.fits"), new byte[7]);
    archive.with("a.fits", Arrays.copyOf(FITS, 6000));
    assertThat(fetch("a.fits").status()).isEqualTo(Status.FAILED);
    assertThat(folder.resolve("a.fits")).hasBinaryContent(new byte[7]);
  }

  @Test
  void whileFilesAreJudgedOthersAreAskedFor() throws Exception {
    CountDownLatch third = new CountDownLatch(1);
    archive.with("a.bin", new byte[5]).with("b.bin", new byte[5]);
    archive.with(
        "c.bin",
        exchange -> {
          third.countDown();
          LoopbackArchive.send(exchange, 200, "application/octet-stream", new byte[5]);
        });
    ContentCheck waiting =
        (file, name, cancellation) -> {
          try {
            assertThat(third.await(30, TimeUnit.SECONDS)).as("c.bin was asked for").isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return ContentVerdict.unknown("");
        };
    TransferOptions two = new TransferOptions(folder, true, 2, 0, Duration.ofSeconds(30));
    Products products = new Products();
    List.of("a.bin", "b.bin", "c.bin").forEach(products::addUnknownSize);
    DownloadReport report =
        new Downloader(archive, two, new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk(), waiting)
            .run(DownloadPlan.of(products.table(), two), Progress.none(), new Cancellation());
    assertThat(report.count(Status.COMPLETE)).isEqualTo(3);
  }

  private FileOutcome fetch(String name) {
    return fetch(name, 3);
  }

  private FileOutcome fetch(String name, int retries) {
    TransferOptions options = new TransferOptions(folder, true, 2, retries, Duration.ofSeconds(30));
    DownloadPlan plan = DownloadPlan.of(new Products().addUnknownSize(name).table(), options);
    return new Downloader(
            archive,
            options,
            new Backoff(Duration.ofMillis(1)),
            FreeSpace.ofDisk(),
            new ContentChecks())
        .run(plan, Progress.none(), new Cancellation())
        .outcomes()
        .get(0);
  }
}
