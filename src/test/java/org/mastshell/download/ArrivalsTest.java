package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.FileReply;
import org.mastshell.archive.FileSource;
import org.mastshell.archive.Progress;
import org.mastshell.download.FileOutcome.Status;
import org.mastshell.table.Table;

/** What comes into the place of a file after it was planned: by other downloads, or by hand. */
@Timeout(60)
class ArrivalsTest {
  private static final String OWN = "somebody's own words";

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private Path data;

  @BeforeEach
  void locate() {
    data = options(ExistingFiles.SKIP).dataFolder().resolve("JWST/jw01073");
  }

  @Test
  void whatAnotherDownloadHasFetchedIsNotFetchedAgain() {
    DownloadPlan early = plan(many(), ExistingFiles.SKIP);
    run(plan(many(), ExistingFiles.SKIP), zeros());
    asked.set(0);
    DownloadReport report = run(early, zeros());
    assertThat(report.count(Status.SKIPPED)).isEqualTo(5);
    assertThat(report.outcomes().get(0).message()).isEqualTo("another download has fetched it");
    assertThat(asked).hasValue(0);
    assertThat(Manifest.read(report.manifest()).entries()).allMatch(ManifestEntry::isFetched);
  }

  @Test
  void anotherDownloadOfTheSameFileIsWaitedForAndTheOthersMeanwhile() throws Exception {
    TransferOptions options = options(ExistingFiles.SKIP);
    Files.createDirectories(options.dataFolder());
    Queue<String> said = new ConcurrentLinkedQueue<>();
    try (FolderLocks other = FolderLocks.open(options.dataFolder())) {
      FolderLocks.Held held = other.file("JWST/jw01073/0.fits").orElseThrow();
      CompletableFuture<DownloadReport> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  run(plan(many(), ExistingFiles.SKIP), zeros(), step -> said.add(step.detail())));
      Awaitility.await()
          .until(() -> said.stream().anyMatch(text -> text.contains("waits for another download")));
      assertThat(waiting).isNotDone();
      assertThat(asked).as("one place is enough to wait in").hasValue(4);
      held.release();
      assertThat(waiting.get(20, TimeUnit.SECONDS).count(Status.COMPLETE)).isEqualTo(5);
    }
  }

  @Test
  void theWaitForAnotherDownloadCanBeCalledOff() throws Exception {
    TransferOptions options = options(ExistingFiles.SKIP);
    Files.createDirectories(options.dataFolder());
    Cancellation cancellation = new Cancellation();
    try (FolderLocks other = FolderLocks.open(options.dataFolder())) {
      FolderLocks.Held held = other.file("JWST/jw01073/0.fits").orElseThrow();
      DownloadReport report =
          downloader(ExistingFiles.SKIP, zeros())
              .run(
                  plan(many(), ExistingFiles.SKIP),
                  step -> {
                    if (step.detail().contains("waits for another download")) {
                      cancellation.cancel();
                    }
                  },
                  cancellation);
      assertThat(report.interrupted()).isTrue();
      assertThat(report.outcomes().get(0).status()).isEqualTo(Status.CANCELLED);
      held.release();
    }
  }

  @ParameterizedTest
  @EnumSource(ExistingFiles.class)
  void twoFilesOfOneNameArePlannedApartAndBothStay(ExistingFiles existing) throws IOException {
    DownloadPlan one = plan(named("mast:JWST/product/a.fits"), existing);
    DownloadPlan other = plan(named("mast:HLSP/other/a.fits"), existing);
    run(one, text("one"));
    DownloadReport report = run(other, text("other"));
    assertThat(report.outcomes().get(0).status()).isEqualTo(Status.COMPLETE);
    assertThat(report.outcomes().get(0).message())
        .contains("saved as a-2.fits, something has come into the place of a.fits meanwhile");
    assertThat(data.resolve("a.fits")).hasContent("one");
    assertThat(data.resolve("a-2.fits")).hasContent("other");
    assertThat(Manifest.read(report.manifest()).entries())
        .extracting(ManifestEntry::path, ManifestEntry::uri)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "JWST/jw01073/a.fits", "mast:JWST/product/a.fits"),
            org.assertj.core.api.Assertions.tuple(
                "JWST/jw01073/a-2.fits", "mast:HLSP/other/a.fits"));
    assertNoPartIsLeft();
  }

  @ParameterizedTest
  @EnumSource(ExistingFiles.class)
  void aFileThatCameBeforeItsTurnIsReplacedOnlyIfThatWasAskedFor(ExistingFiles existing)
      throws IOException {
    DownloadPlan plan = plan(named("mast:JWST/product/a.fits"), existing);
    Files.createDirectories(data);
    Files.writeString(data.resolve("a.fits"), OWN);
    assertSaved(run(plan, text("fetched")), existing);
  }

  @ParameterizedTest
  @EnumSource(ExistingFiles.class)
  void aFileThatComesWhileItIsFetchedIsReplacedOnlyIfThatWasAskedFor(ExistingFiles existing)
      throws IOException {
    DownloadPlan plan = plan(named("mast:JWST/product/a.fits"), existing);
    FileSource fetched = text("fetched");
    FileSource source =
        (uri, offset, validator, cancellation) -> {
          Files.writeString(data.resolve("a.fits"), OWN);
          return fetched.open(uri, offset, validator, cancellation);
        };
    assertSaved(run(plan, source), existing);
    assertThat(asked).hasValue(1);
  }

  private void assertSaved(DownloadReport report, ExistingFiles existing) throws IOException {
    assertThat(report.outcomes().get(0).status())
        .as(report.outcomes().get(0).message())
        .isEqualTo(Status.COMPLETE);
    if (existing == ExistingFiles.OVERWRITE) {
      assertThat(data.resolve("a.fits")).hasContent("fetched");
    } else {
      assertThat(data.resolve("a.fits")).hasContent(OWN);
      assertThat(data.resolve("a-2.fits")).hasContent("fetched");
      assertThat(report.outcomes().get(0).file().target()).isEqualTo(data.resolve("a-2.fits"));
    }
    assertNoPartIsLeft();
  }

  @Test
  void aDamagedFileThatSomebodyMendedMeanwhileIsNotReplaced() throws IOException {
    run(plan(named("mast:JWST/product/a.fits"), ExistingFiles.SKIP), text("fetched"));
    Files.writeString(data.resolve("a.fits"), "cut");
    DownloadPlan plan = plan(named("mast:JWST/product/a.fits"), ExistingFiles.SKIP);
    Files.writeString(data.resolve("a.fits"), "fetched");
    asked.set(0);
    DownloadReport report = run(plan, text("fetched"));
    assertThat(report.outcomes().get(0).status()).isEqualTo(Status.SKIPPED);
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatWasThereWhenItWasPlannedIsReplacedStill() throws IOException {
    run(plan(named("mast:JWST/product/a.fits"), ExistingFiles.SKIP), text("fetched"));
    Files.writeString(data.resolve("a.fits"), "cut");
    DownloadReport report =
        run(plan(named("mast:JWST/product/a.fits"), ExistingFiles.SKIP), text("fetched"));
    assertThat(report.outcomes().get(0).status()).isEqualTo(Status.COMPLETE);
    assertThat(data.resolve("a.fits")).hasContent("fetched");
    assertThat(data.resolve("a-2.fits")).doesNotExist();
  }

  @Test
  void whatAKillHasLeftOfAFileThatHasItsNameIsRemoved() throws IOException {
    Table products = new Products().add("a.fits", 7).table();
    DownloadReport report = run(plan(products, ExistingFiles.SKIP), text("fetched"));
    Files.delete(report.manifest());
    Path target = data.resolve("a.fits");
    Path part = Files.createLink(PartFile.partOf(target), target);
    Files.writeString(PartNote.of(part), "");
    try (FolderLocks other = FolderLocks.open(report.manifest().getParent())) {
      FolderLocks.Held held = other.file("JWST/jw01073/a.fits").orElseThrow();
      run(plan(products, ExistingFiles.SKIP), text("other"));
      assertThat(part).exists();
      held.release();
    }
    assertThat(run(plan(products, ExistingFiles.SKIP), text("other")).count(Status.SKIPPED))
        .isEqualTo(1);
    assertNoPartIsLeft();
    assertThat(target).hasContent("fetched");
  }

  private void assertNoPartIsLeft() throws IOException {
    assertThat(data).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  private Table many() {
    Products products = new Products();
    for (int i = 0; i < 5; i++) {
      products.add(i + ".fits", 5);
    }
    return products.table();
  }

  private static Table named(String uri) {
    return new Products().add(uri, "JWST", "jw01073", "a.fits", null, "PUBLIC").table();
  }

  private DownloadPlan plan(Table products, ExistingFiles existing) {
    return DownloadPlan.of(products, options(existing));
  }

  private DownloadReport run(DownloadPlan plan, FileSource source) {
    return run(plan, source, Progress.none());
  }

  private DownloadReport run(DownloadPlan plan, FileSource source, Progress progress) {
    return downloader(plan.options().existing(), source).run(plan, progress, new Cancellation());
  }

  private Downloader downloader(ExistingFiles existing, FileSource source) {
    return new Downloader(
        source, options(existing), new Backoff(Duration.ofMillis(1)), FreeSpace.ofDisk());
  }

  private FileSource zeros() {
    return bytes(new byte[5]);
  }

  private FileSource text(String text) {
    return bytes(text.getBytes(UTF_8));
  }

  private FileSource bytes(byte[] content) {
    return (uri, offset, validator, cancellation) -> {
      asked.incrementAndGet();
      return new FileReply(
          new ByteArrayInputStream(content),
          0,
          content.length,
          Optional.empty(),
          Optional.empty(),
          "image/fits");
    };
  }

  private TransferOptions options(ExistingFiles existing) {
    return new TransferOptions(folder, Layout.mast(), existing, 2, 3, Duration.ofSeconds(30));
  }
}
