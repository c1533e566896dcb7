package org.mastshell.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.mastshell.archive.ArchiveException;
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
  private static final String SOUND = "{\"a\":1}";
  private static final String OTHER = "{\"a\":234}";

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
          Files.createDirectories(data);
          Files.writeString(data.resolve("a.fits"), OWN);
          return fetched.open(uri, offset, validator, cancellation);
        };
    assertSaved(run(plan, source), existing);
    assertThat(asked).hasValue(1);
  }

  @Test
  void theSameBytesThatComeByAnotherWayMeanwhileAreTheFile() throws IOException {
    DownloadPlan plan = plan(named("mast:JWST/product/a.fits"), ExistingFiles.SKIP);
    FileSource fetched = text("fetched");
    FileSource source =
        (uri, offset, validator, cancellation) -> {
          Files.createDirectories(data);
          Files.writeString(data.resolve("a.fits"), "fetched");
          return fetched.open(uri, offset, validator, cancellation);
        };
    DownloadReport report = run(plan, source);
    FileOutcome outcome = report.outcomes().get(0);
    assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.COMPLETE);
    assertThat(outcome.file().target()).isEqualTo(data.resolve("a.fits"));
    assertThat(outcome.message()).contains("the same bytes have come into its place meanwhile");
    assertThat(data.resolve("a-2.fits")).doesNotExist();
    assertThat(Manifest.read(report.manifest()).entries())
        .allMatch(entry -> entry.sha256().equals(outcome.sha256()));
    assertNoPartIsLeft();
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
    Path part = Files.createLink(new PartPlace(target).part(), target);
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

  @Test
  void whatNoDownloadHasPutThereIsNotRepairedAway() throws IOException {
    run(
        plan(json("1.0"), ExistingFiles.SKIP),
        (uri, offset, validator, cancellation) -> {
          throw new ArchiveException(ArchiveException.Kind.QUESTION, "no such file", "");
        });
    Files.createDirectories(data);
    Path own = Files.writeString(data.resolve("a.json"), OWN);
    DownloadReport report = run(repair(), text(SOUND));
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertThat(report.outcomes().get(0).message())
        .isEqualTo("saved as a-2.json, the a.json here is not from a download and stays");
    assertThat(own).hasContent(OWN);
    assertThat(data.resolve("a-2.json")).hasContent(SOUND);
    assertThat(bad()).singleElement().satisfies(file -> assertThat(file.path()).isEqualTo(own));
    assertThat(repair().files()).isEmpty();
  }

  @Test
  void whatWasOnlyFoundIsNotRepairedAwayEither() throws IOException {
    Files.createDirectories(data);
    Path own = Files.writeString(data.resolve("a.json"), SOUND);
    Table listed = new Products().add("a.json", SOUND.length()).addUnknownSize("b.json").table();
    assertThat(run(plan(listed, ExistingFiles.SKIP), text(SOUND)).count(Status.SKIPPED)).isOne();
    Files.writeString(own, OWN);
    assertThat(run(repair(), text(SOUND)).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(own).hasContent(OWN);
    assertThat(data.resolve("a-2.json")).hasContent(SOUND);
    assertThat(repair().files()).isEmpty();
  }

  @Test
  void aDamagedFileThatIsWrittenToMeanwhileIsFetchedAllTheSame() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    Files.writeString(data.resolve("a.json"), "{'a':1}");
    DownloadPlan plan = repair();
    Files.writeString(data.resolve("a.json"), "{'b':1}");
    touch("a.json");
    assertThat(run(plan, text(SOUND)).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent("{'b':1}");
    assertThat(data.resolve("a-2.json")).hasContent(SOUND);
  }

  @Test
  void aStaleFileThatIsTouchedMeanwhileIsRenewedAllTheSame() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    DownloadPlan plan = plan(json("2.0"), ExistingFiles.SKIP).updating();
    touch("a.json");
    assertThat(run(plan, text(OTHER)).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent(OTHER);
    assertThat(data.resolve("a-2.json")).doesNotExist();
  }

  @Test
  void aStaleFileThatIsWrittenToMeanwhileIsNotReplaced() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    DownloadPlan plan = plan(json("2.0"), ExistingFiles.SKIP).updating();
    Files.writeString(data.resolve("a.json"), "{'b':1}");
    touch("a.json");
    assertThat(run(plan, text(OTHER)).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent("{'b':1}");
    assertThat(data.resolve("a-2.json")).hasContent(OTHER);
  }

  @Test
  void aStaleFileThatAnotherDownloadHasRenewedIsNotFetchedTwice() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    DownloadPlan plan = plan(json("2.0"), ExistingFiles.SKIP).updating();
    run(plan(json("2.0"), ExistingFiles.SKIP).updating(), text(OTHER));
    asked.set(0);
    FileOutcome outcome = run(plan, text(OTHER)).outcomes().get(0);
    assertThat(outcome.status()).isEqualTo(Status.SKIPPED);
    assertThat(outcome.message()).isEqualTo("another download has fetched it");
    assertThat(asked).hasValue(0);
  }

  @Test
  void aFileThatIsToBeOverwrittenIsSoThoughItWasTouched() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    DownloadPlan plan = plan(json("1.0"), ExistingFiles.OVERWRITE);
    touch("a.json");
    assertThat(run(plan, text(OTHER)).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent(OTHER);
  }

  @Test
  void updateAsksAboutAFileThatWasTouchedMeanwhile() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), tagged(SOUND, "\"e\""));
    DownloadPlan plan = plan(json("1.0"), ExistingFiles.SKIP).updating();
    touch("a.json");
    asked.set(0);
    FileOutcome same = run(plan, tagged(SOUND, "\"e\"")).outcomes().get(0);
    assertThat(same.message()).isEqualTo("unchanged at the archive");
    assertThat(asked).hasValue(1);
    assertThat(run(plan, tagged(OTHER, "\"f\"")).count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent(OTHER);
  }

  @Test
  void updateFetchesAFileThatHasVanishedMeanwhile() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), tagged(SOUND, "\"e\""));
    DownloadPlan plan = plan(json("1.0"), ExistingFiles.SKIP).updating();
    Files.delete(data.resolve("a.json"));
    DownloadReport report = run(plan, tagged(SOUND, "\"e\""));
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent(SOUND);
    assertEveryRecordIsTrue(report);
  }

  @Test
  void updateFetchesAFileInWhosePlaceIsAnotherByNow() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), tagged(SOUND, "\"e\""));
    DownloadPlan plan = plan(json("1.0"), ExistingFiles.SKIP).updating();
    Files.writeString(data.resolve("a.json"), OWN);
    DownloadReport report = run(plan, tagged(SOUND, "\"e\""));
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertThat(data.resolve("a.json")).hasContent(OWN);
    assertThat(data.resolve("a-2.json")).hasContent(SOUND);
    assertThat(Manifest.read(report.manifest()).entry("JWST/jw01073/a-2.json"))
        .hasValueSatisfying(entry -> assertThat(entry.isFetched()).isTrue());
  }

  @Test
  void aFileThatIsGoneWhileItIsAskedAboutIsFetched() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), tagged(SOUND, "\"e\""));
    FileSource source = tagged(SOUND, "\"e\"");
    FileSource vanishing =
        new FileSource() {
          @Override
          public FileReply open(String uri, long offset, String proof, Cancellation cancellation)
              throws IOException {
            return source.open(uri, offset, proof, cancellation);
          }

          @Override
          public Optional<FileReply> openIfChanged(
              String uri, String entityTag, String lastModified, Cancellation cancellation)
              throws IOException {
            Files.delete(data.resolve("a.json"));
            return source.openIfChanged(uri, entityTag, lastModified, cancellation);
          }
        };
    DownloadReport report = run(plan(json("1.0"), ExistingFiles.SKIP).updating(), vanishing);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertEveryRecordIsTrue(report);
  }

  @Test
  void aFileThatWasHereWhenItWasPlannedAndIsGoneIsFetched() throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    DownloadPlan plan = plan(json("1.0"), ExistingFiles.SKIP);
    assertThat(plan.count(PlannedFile.State.HERE)).isEqualTo(1);
    Files.delete(data.resolve("a.json"));
    DownloadReport report = run(plan, text(SOUND));
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertEveryRecordIsTrue(report);
  }

  @Test
  void whatIsHereAlreadyIsNotWrittenDownOverWhatAnotherDownloadHasFetchedSince()
      throws IOException {
    run(plan(json("1.0"), ExistingFiles.SKIP), text(SOUND));
    FileSource meanwhile =
        (uri, offset, validator, cancellation) -> {
          run(plan(json("1.0"), ExistingFiles.OVERWRITE), text(OTHER));
          return text(SOUND).open(uri, offset, validator, cancellation);
        };
    DownloadReport report = run(plan(both(), ExistingFiles.SKIP), meanwhile);
    assertThat(report.count(Status.SKIPPED)).isEqualTo(1);
    assertThat(report.count(Status.COMPLETE)).isEqualTo(1);
    assertEveryRecordIsTrue(report);
  }

  private void assertEveryRecordIsTrue(DownloadReport report) {
    assertThat(Manifest.read(report.manifest()).entries())
        .isNotEmpty()
        .allMatch(ManifestEntry::isFetched)
        .allSatisfy(
            entry ->
                assertThat(options(ExistingFiles.SKIP).dataFolder().resolve(entry.path()))
                    .hasSize(entry.bytes()));
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

  private static Table json(String version) {
    return JobOrder.table(List.of(row("a.json", version)));
  }

  private static Table both() {
    return JobOrder.table(List.of(row("a.json", "1.0"), row("b.json", "1.0")));
  }

  private static Map<String, String> row(String name, String version) {
    return Map.of(
        "dataURI",
        "mast:JWST/product/" + name,
        "productFilename",
        name,
        "obs_collection",
        "JWST",
        "obs_id",
        "jw01073",
        "prvversion",
        version);
  }

  private List<VerifiedFile> bad() {
    return Verification.of(CheckedPlace.all(DownloadedFolder.at(folder).get(0)))
        .run(false, Progress.none(), new Cancellation())
        .bad();
  }

  private DownloadPlan repair() {
    List<ManifestEntry> again =
        bad().stream().filter(VerifiedFile::canBeFetched).map(VerifiedFile::entry).toList();
    return DownloadPlan.again(
        CheckedPlace.all(DownloadedFolder.at(folder).get(0)), again, options(ExistingFiles.SKIP));
  }

  private void touch(String name) throws IOException {
    Files.setLastModifiedTime(data.resolve(name), FileTime.from(Instant.now().plusSeconds(7)));
  }

  private FileSource tagged(String text, String entityTag) {
    return new FileSource() {
      @Override
      public FileReply open(String uri, long offset, String proof, Cancellation cancellation) {
        asked.incrementAndGet();
        return new FileReply(
            new ByteArrayInputStream(text.getBytes(UTF_8)),
            0,
            text.length(),
            Optional.of(entityTag),
            Optional.empty(),
            "application/json");
      }

      @Override
      public Optional<FileReply> openIfChanged(
          String uri, String known, String lastModified, Cancellation cancellation) {
        if (known.equals(entityTag)) {
          asked.incrementAndGet();
          return Optional.empty();
        }
        return Optional.of(open(uri, 0, "", cancellation));
      }
    };
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
