package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** Disks and folders that do not take the files: one clear message, not one for each file. */
@Timeout(60)
class DownloadTroubleTest {
  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void whatDoesNotFitIsRefusedBeforeTheFirstByte() {
    Table products = new Products().add("a.fits", 3_000_000_000L).table();
    TransferOptions options = options(folder);
    Downloader downloader =
        new Downloader(zeros(1), options, new Backoff(Duration.ofMillis(1)), at -> 1_200_000_000L);
    DownloadException trouble = trouble(downloader, products, options);
    assertThat(trouble)
        .hasMessage(
            "these files need 3.0 GB, the disk of " + options.dataFolder() + " has 1.2 GB free");
    assertThat(trouble.advice()).contains("--dir");
    assertThat(asked).hasValue(0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsSaidOnce() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    TransferOptions options = options(file);
    DownloadException trouble = trouble(downloader(1, options), many(), options);
    assertThat(trouble.getMessage())
        .startsWith("files cannot be written into " + options.dataFolder() + ": ");
    assertThat(trouble.advice()).contains("--dir");
    assertThat(asked).hasValue(0);
  }

  @Test
  void aReadOnlyFolderIsSaidOnce() throws Exception {
    Path disk = mounted("ro,size=1m");
    try {
      TransferOptions options = options(disk);
      DownloadException trouble = trouble(downloader(1, options), many(), options);
      assertThat(trouble)
          .hasMessage(
              "files cannot be written into " + options.dataFolder() + ": Read-only file system");
      assertThat(asked).hasValue(0);
    } finally {
      command("umount", disk.toString());
    }
  }

  @Test
  void aFolderThatIsGoneInTheMiddleOfAFileIsReportedAndFetchedAnew() throws Exception {
    TransferOptions options = options(folder);
    Table products = new Products().add("a.bin", 200_000).table();
    Path parent = DownloadPlan.of(products, options).files().get(0).target().getParent();
    FileSource source =
        (uri, offset, validator, cancellation) ->
            new FileReply(
                new FilterInputStream(new ByteArrayInputStream(new byte[200_000])) {
                  private boolean gone;

                  @Override
                  public int read(byte[] target, int from, int length) throws IOException {
                    int count = super.read(target, from, Math.min(length, 50_000));
                    if (!gone && asked.getAndIncrement() == 1) {
                      gone = true;
                      Files.move(parent, folder.resolve("moved"));
                    }
                    return count;
                  }
                },
                0,
                200_000,
                Optional.of("\"v1\""),
                Optional.empty(),
                "application/octet-stream");
    Downloader downloader =
        new Downloader(source, options, new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk());
    FileOutcome outcome =
        downloader
            .run(DownloadPlan.of(products, options), Progress.none(), new Cancellation())
            .outcomes()
            .get(0);
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.message()).startsWith("cannot be written: ");
    assertThat(outcome.file().target()).doesNotExist();

    FileOutcome again =
        downloader
            .run(DownloadPlan.of(products, options), Progress.none(), new Cancellation())
            .outcomes()
            .get(0);
    assertThat(again.status()).as(again.message()).isEqualTo(Status.COMPLETE);
    assertThat(again.file().target()).hasSize(200_000);
  }

  @Test
  void aDiskThatFillsUpEndsTheDownloadWithWhatWasDone() throws Exception {
    Path disk = mounted("size=1m");
    try {
      TransferOptions options = new TransferOptions(disk, false, 1, 3, Duration.ofSeconds(30));
      Products products = new Products();
      for (int i = 0; i < 20; i++) {
        products.addUnknownSize(i + ".fits");
      }
      List<FileOutcome> told = new ArrayList<>();
      DownloadReport report =
          downloader(300_000, options)
              .run(
                  DownloadPlan.of(products.table(), options),
                  Progress.none(),
                  told::add,
                  new Cancellation());
      DownloadException trouble = report.trouble().orElseThrow();
      String full = "the disk of " + options.dataFolder() + " is full";
      assertThat(trouble).hasMessage(full);
      assertThat(trouble.advice()).contains("make room").doesNotContain("download again");
      assertThat(told).containsExactlyInAnyOrderElementsOf(report.outcomes());
      assertThat(report.outcomes()).hasSize(20);
      assertThat(report.count(Status.COMPLETE)).isEqualTo(3);
      assertThat(report.with(Status.FAILED))
          .hasSize(17)
          .extracting(FileOutcome::message)
          .containsOnly(full);
      assertThat(report.interrupted()).isFalse();
      assertThat(asked).hasValue(4);
      assertThat(parts(disk)).isEmpty();
      assertThat(Manifest.read(report.manifest()).entries()).hasSize(3);
    } finally {
      command("umount", disk.toString());
    }
  }

  @Test
  void onAFullDiskAPartKeepsWhatWasFlushed() throws Exception {
    Path disk = mounted("size=3m");
    try {
      TransferOptions options = new TransferOptions(disk, false, 1, 3, Duration.ofSeconds(30));
      Table products = new Products().add("a.bin", 5_000_000).table();
      DownloadPlan plan = DownloadPlan.of(products, options);
      Path target = plan.files().get(0).target();
      Files.createDirectories(target.getParent());
      try (PartFile part =
          PartFile.open(target, plan.files().get(0).file(), Hashes.ofJava(), new Cancellation())) {
        part.begin(Validator.none(), 5_000_000);
        part.write(new byte[1_000_000], 1_000_000);
      }
      FileSource source =
          (uri, offset, validator, cancellation) ->
              new FileReply(
                  new ByteArrayInputStream(new byte[(int) (5_000_000 - offset)]),
                  offset,
                  5_000_000,
                  Optional.empty(),
                  Optional.empty(),
                  "image/fits");
      Downloader downloader =
          new Downloader(source, options, new Backoff(Duration.ofMillis(1)), at -> -1);
      DownloadReport broken = run(downloader, products, options);
      assertThat(broken.outcomes().get(0).bytes()).isEqualTo(1_000_000);
      assertThat(broken.outcomes().get(0).tries()).isEqualTo(1);
      assertThat(broken.outcomes().get(0).seconds()).isPositive();
      assertThat(broken.trouble().orElseThrow())
          .hasMessage("the disk of " + options.dataFolder() + " is full");
      assertThat(new PartPlace(target).part()).hasSize(1_000_000);
      assertThat(DownloadPlan.of(products, options).bytesKept()).isEqualTo(1_000_000);
      assertThat(target).doesNotExist();

      assertThat(command("/bin/mount", "-o", "remount,size=9m", disk.toString())).isTrue();
      DownloadReport report = run(downloader, products, options);
      assertThat(report.allHere()).isTrue();
      assertThat(target).hasBinaryContent(new byte[5_000_000]);
    } finally {
      command("umount", disk.toString());
    }
  }

  @Test
  void aFolderThatVanishesEndsTheDownload() {
    TransferOptions options = new TransferOptions(folder, false, 1, 3, Duration.ofSeconds(30));
    Path data = options.dataFolder();
    FileSource source =
        (uri, offset, validator, cancellation) -> {
          asked.incrementAndGet();
          deleteAll(data);
          Files.write(data, new byte[1]);
          return reply(new ByteArrayInputStream(new byte[5]), 5);
        };
    DownloadReport report = run(downloader(source, options), many(), options);
    assertThat(report.trouble().orElseThrow().getMessage())
        .startsWith("files cannot be written into " + data);
    assertThat(report.count(Status.FAILED)).isEqualTo(5);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatThePersonCalledOffHasNotFailedThoughTheManifestCannotBeWrittenThen() {
    TransferOptions options = new TransferOptions(folder, false, 1, 3, Duration.ofSeconds(30));
    Cancellation person = new Cancellation();
    FileSource source =
        (uri, offset, validator, cancellation) -> {
          if (asked.incrementAndGet() == 2) {
            Files.deleteIfExists(options.manifest());
            Files.createDirectories(options.manifest().resolve("in the way"));
            person.cancel();
          }
          return reply(new ByteArrayInputStream(new byte[5]), 5);
        };

    DownloadReport report =
        downloader(source, options).run(DownloadPlan.of(many(), options), Progress.none(), person);

    assertThat(report.trouble().orElseThrow()).hasMessageContaining("the manifest ");
    assertThat(report.interrupted()).isTrue();
    assertThat(report.count(Status.FAILED)).isZero();
    assertThat(report.count(Status.CANCELLED)).isPositive();
  }

  @Test
  void troubleThatIsMetAfterThePersonCalledOffDoesNotMakeFilesFail() {
    TransferOptions options = new TransferOptions(folder, false, 1, 3, Duration.ofSeconds(30));
    Path data = options.dataFolder();
    Cancellation person = new Cancellation();
    FileSource source =
        (uri, offset, validator, cancellation) -> {
          asked.incrementAndGet();
          person.cancel();
          deleteAll(data);
          Files.write(data, new byte[1]);
          return reply(new ByteArrayInputStream(new byte[5]), 5);
        };

    DownloadReport report =
        downloader(source, options).run(DownloadPlan.of(many(), options), Progress.none(), person);

    assertThat(report.interrupted()).isTrue();
    assertThat(report.count(Status.CANCELLED)).isEqualTo(5);
  }

  @Test
  void aFolderInThePlaceOfOneFileFailsThatFileAlone() throws IOException {
    TransferOptions options = options(folder);
    Path place = options.dataFolder().resolve("JWST/jw01073/0.fits/inside");
    Files.createDirectories(place);
    DownloadReport report = run(downloader(5, options), many(), options);
    assertThat(report.count(Status.FAILED)).isEqualTo(1);
    assertThat(report.outcomes().get(0).message())
        .isEqualTo("a folder is in its place: move it away");
    assertThat(report.count(Status.COMPLETE)).isEqualTo(4);
    assertThat(parts(folder)).isEmpty();
  }

  @Test
  void aPlaceBehindALinkFailsWithoutARequest(@TempDir Path outside) throws IOException {
    TransferOptions options = options(folder);
    Files.createDirectories(options.dataFolder());
    Files.createSymbolicLink(options.dataFolder().resolve("JWST"), outside);
    Table products =
        new Products().add("a.fits", 5).add("mast:HST/b", "HST", "o", "b.fits", 5L, null).table();
    DownloadReport report = run(downloader(5, options), products, options);
    assertThat(report.outcomes())
        .extracting(FileOutcome::status)
        .containsExactly(Status.FAILED, Status.COMPLETE);
    assertThat(asked).hasValue(1);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aLinkMadeMeanwhileIsNotFollowedEither(@TempDir Path outside) throws IOException {
    TransferOptions options = options(folder);
    DownloadPlan plan = DownloadPlan.of(new Products().add("a.fits", 5).table(), options);
    Files.createDirectories(options.dataFolder());
    Files.createSymbolicLink(options.dataFolder().resolve("JWST"), outside);
    DownloadReport report = downloader(5, options).run(plan, Progress.none(), new Cancellation());
    assertThat(report.count(Status.FAILED)).isEqualTo(1);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void filesThatAreHereNeedNoWritableFolder() throws Exception {
    TransferOptions options = options(folder);
    run(downloader(5, options), many(), options);
    asked.set(0);
    Files.delete(options.manifest());
    DownloadReport report = run(downloader(5, options), many(), options);
    assertThat(report.count(Status.SKIPPED)).isEqualTo(5);
    assertThat(report.outcomes().get(0).message())
        .isEqualTo(
            "here, version unverified: no record of it; --existing overwrite fetches it with one");
    assertThat(asked).hasValue(0);
    assertThat(options.manifest()).doesNotExist();
  }

  private Path mounted(String options) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        Files.isExecutable(Path.of("/bin/mount"))
            && command("/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()),
        "a disk can be mounted");
    return disk;
  }

  private static boolean command(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private Table many() {
    Products products = new Products();
    for (int i = 0; i < 5; i++) {
      products.add(i + ".fits", 5);
    }
    return products.table();
  }

  private FileSource zeros(int length) {
    return (uri, offset, validator, cancellation) -> {
      asked.incrementAndGet();
      return reply(new ByteArrayInputStream(new byte[length]), length);
    };
  }

  private static FileReply reply(InputStream body, long length) {
    return new FileReply(body, 0, length, Optional.empty(), Optional.empty(), "image/fits");
  }

  private Downloader downloader(int length, TransferOptions options) {
    return downloader(zeros(length), options);
  }

  private static Downloader downloader(FileSource source, TransferOptions options) {
    return new Downloader(source, options, new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk());
  }

  private static DownloadReport run(
      Downloader downloader, Table products, TransferOptions options) {
    return downloader.run(DownloadPlan.of(products, options), Progress.none(), new Cancellation());
  }

  private static DownloadException trouble(
      Downloader downloader, Table products, TransferOptions options) {
    return catchThrowableOfType(DownloadException.class, () -> run(downloader, products, options));
  }

  private static List<Path> parts(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(".part")).toList();
    }
  }

  private static void deleteAll(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static TransferOptions options(Path folder) {
    return new TransferOptions(folder, false, 2, 3, Duration.ofSeconds(30));
  }
}
