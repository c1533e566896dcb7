package org.mastshell.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.archive.Cancellation;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Downloads as they are kept on disk. */
class JobFolderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Layout BY_DETECTOR =
      new Layout(
          "{detector}/{filename}",
          false,
          List.of(
              List.of(new Layout.Cell(Subject.column("detector"), "none")),
              List.of(new Layout.FileName())));

  @TempDir Path folder;
  private JobFolder jobs;

  @BeforeEach
  void open() {
    jobs = new JobFolder(folder.resolve("downloads"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void whatIsNeededToGoOnComesBack() {
    JobOrder order = order("d", "mast:a/1", "mast:a/2");
    jobs.begin(order).close();

    KeptJob job = jobs.list().get(0);
    assertThat(job.number()).isEqualTo(1);
    assertThat(job.order().options()).isEqualTo(order.options());
    assertThat(job.order().begun()).isEqualTo(NOW);
    assertThat(job.order().command()).isEqualTo("download \"é\"");
    assertThat(job.order().source()).isEqualTo("cloud");
    assertThat(job.order().uris()).containsExactly("mast:a/1", "mast:a/2");
    assertThat(job.order().rows()).isEqualTo(order.rows());
    assertThat(job.order().rows().get(0)).containsEntry("detector", "nrca1").containsKey("size");
    assertThat(job.left()).isEqualTo(2);
    TransferOptions options = job.order().options().transfer(BY_DETECTOR, Duration.ofMinutes(1));
    assertThat(DownloadPlan.of(job.toPlan(), options).files())
        .extracting(file -> file.file().listedSize(), file -> file.target().getParent())
        .contains(tuple(7L, folder.resolve("d").resolve("nrca1")));
  }

  @Test
  void smallPartsOfOneThatIsUnderWayCount() throws Exception {
    TransferOptions options =
        order("d", "mast:a/1").options().transfer(BY_DETECTOR, Duration.ofMinutes(1));
    try (HeldJob held = jobs.begin(order("d", "mast:a/1", "mast:a/2"))) {
      PlannedFile file = held.job().plan(options).files().get(0);
      Files.createDirectories(file.target().getParent());
      try (PartFile part =
          PartFile.open(file.target(), file.file(), Hashes.ofJava(), new Cancellation())) {
        part.begin(new Validator("\"v1\"", ""), 7);
        part.write(new byte[3], 3);
        assertThat(held.job().tally(held.job().plan(options), true))
            .extracting(JobTally::partly, JobTally::waiting, JobTally::bytes)
            .containsExactly(1, 1, 3L);
        assertThat(held.job().tally(held.job().plan(options), false).partly()).isZero();
      }
      assertThat(held.job().tally(held.job().plan(options), false).partly()).isEqualTo(1);
    }
  }

  @Test
  void oneThatIsTakenIsNotGivenTwice() {
    try (HeldJob held = jobs.begin(order("d", "mast:a/1"))) {
      assertThat(jobs.take(held.number())).isEmpty();
      JobFolder otherShell = new JobFolder(folder.resolve("downloads"), Clock.systemUTC());
      assertThat(otherShell.take(held.number())).isEmpty();
      try (HeldJob second = jobs.begin(order("d", "mast:a/1"))) {
        assertThat(second.number()).isEqualTo(2);
      }
    }
    Optional<HeldJob> free = jobs.take(1);
    assertThat(free).isPresent();
    free.get().close();
  }

  @Test
  void oneThatCannotBeReadIsNotTaken() throws IOException {
    jobs.begin(order("d", "mast:a/1")).close();
    Path file = folder.resolve("downloads/1.jsonl");
    Path aside = Files.move(file, folder.resolve("aside"));
    Files.createDirectory(file);
    assertThatThrownBy(() -> jobs.take(1)).isInstanceOf(DownloadException.class);

    Files.delete(file);
    Files.move(aside, file);
    Optional<HeldJob> free = jobs.take(1);
    assertThat(free).isPresent();
    free.get().close();
  }

  @Test
  void aDamagedFileOfAnotherShellIsLeftToIt() throws IOException {
    Path file = folder.resolve("downloads/1.jsonl");
    try (HeldJob held = jobs.begin(order("d", "mast:a/1"))) {
      Files.writeString(file, "damaged");
      JobFolder otherShell = new JobFolder(folder.resolve("downloads"), Clock.systemUTC());
      assertThat(otherShell.list()).isEmpty();
      assertThat(otherShell.takeNotes()).isEmpty();
      assertThat(file).hasContent("damaged");
      Files.delete(file);
      held.ended("mast:a/1", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
      assertThat(file).doesNotExist();
    }
    Files.writeString(file, "damaged");
    assertThat(jobs.list()).isEmpty();
    assertThat(jobs.takeNotes()).hasSize(1);
    assertThat(jobs.take(1)).isEmpty();
  }

  @Test
  void aFileOfAnEarlierVersionIsNoDamage() throws IOException {
    try (HeldJob held = jobs.begin(order("d", "mast:a/1", "mast:a/2"))) {
      held.ended("mast:a/1", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
    }
    Path file = folder.resolve("downloads/1.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String without = lines.get(0).replaceAll("\"files\":\"?2\"?,?", "").replace(",}", "}");
    assertThat(without).isNotEqualTo(lines.get(0));
    lines.set(0, without);
    Files.write(file, lines);
    assertThat(jobs.glance()).containsExactly(glance(2, 1));
    assertThat(jobs.takeNotes()).isEmpty();
    assertThat(file).isRegularFile();
  }

  @Test
  void whatWasFetchedIsToldOfAlsoWhereItsEndCannotBeWrittenDown() throws IOException {
    try (HeldJob held = jobs.begin(order("d", "mast:a/1"))) {
      Path file = folder.resolve("downloads/1.jsonl");
      Files.delete(file);
      Files.createDirectories(file.resolve("in the way"));
      jobs.settle(held, new DownloadReport(List.of(), folder.resolve("manifest.csv"), false));
    }
    assertThat(jobs.takeNotes())
        .singleElement()
        .asString()
        .startsWith("how download 1 ended could not be written down: ");
  }

  private JobGlance glance(int files, int left) {
    return new JobGlance(1, jobs.list().get(0).places(), files, left);
  }

  @Test
  void onlyThoseOfTheGivenNumbersAreRead() throws IOException {
    for (String place : List.of("a", "b", "c")) {
      jobs.begin(order(place, "mast:a/1")).close();
    }
    Files.writeString(folder.resolve("downloads/2.jsonl"), "nonsense");
    assertThat(jobs.list(Set.of(1, 3, 7))).extracting(KeptJob::number).containsExactly(1, 3);
    // Had it been read, it would have been set aside.
    assertThat(jobs.takeNotes()).isEmpty();
    assertThat(jobs.list(Set.of(2))).isEmpty();
    assertThat(jobs.takeNotes()).hasSize(1);
  }

  @Test
  void aGlanceTellsWhatIsLeftWithoutReadingEveryLine() throws IOException {
    try (HeldJob held = jobs.begin(order("d", "mast:a/1", "mast:a/2", "mast:a/2", "mast:a/3"))) {
      held.ended("mast:a/1", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
      held.ended("mast:a/3", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
      held.ended("mast:a/3", new KeptJob.Ended(FileOutcome.Status.FAILED, 0));
      held.ended("mast:a/2", new KeptJob.Ended(FileOutcome.Status.SKIPPED, 7));
    }
    assertThat(jobs.glance()).containsExactly(glance(3, 1));
    assertThat(jobs.list()).extracting(KeptJob::files, KeptJob::left).containsExactly(tuple(3, 1));

    Path file = folder.resolve("downloads/1.jsonl");
    Files.writeString(file, Files.readAllLines(file).get(0));
    assertThat(jobs.glance()).isEmpty();
    assertThat(jobs.takeNotes()).hasSize(1);
  }

  @Test
  void aBeginningThatFailsCostsNothingThatIsKept() throws IOException {
    jobs.begin(order("d", "mast:a/1")).close();
    // Nothing can be written where a folder is.
    Path inTheWay =
        Files.createDirectories(folder.resolve("downloads/2.jsonl.part/inside")).getParent();
    assertThatThrownBy(() -> jobs.begin(order("d", "mast:a/1", "mast:a/2")))
        .isInstanceOf(DownloadException.class)
        .hasMessageStartingWith("this download cannot be kept in ");
    assertThat(jobs.list()).extracting(KeptJob::number).containsExactly(1);
    assertThat(jobs.elsewhere(2)).isEmpty();

    Files.delete(inTheWay.resolve("inside"));
    Files.delete(inTheWay);
    try (HeldJob held = jobs.begin(order("d", "mast:a/1", "mast:a/2"))) {
      assertThat(held.number()).isEqualTo(2);
    }
  }

  @Test
  void theDraftThatACrashHasLeftIsUsedUp() throws IOException {
    Files.createDirectories(folder.resolve("downloads"));
    Files.writeString(folder.resolve("downloads/1.jsonl.part"), "half");
    jobs.begin(order("d", "mast:a/1")).close();
    assertThat(jobs.list()).hasSize(1);
    assertThat(folder.resolve("downloads"))
        .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void endsAreKeptAndATornLineCostsNothingElse() throws IOException {
    try (HeldJob held = jobs.begin(order("d", "mast:a/1", "mast:a/2", "mast:a/3"))) {
      held.ended("mast:a/1", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
    }
    Files.writeString(
        folder.resolve("downloads/1.jsonl"), "{\"ended\":\"mast:a", StandardOpenOption.APPEND);
    try (HeldJob again = jobs.take(1).orElseThrow()) {
      assertThat(again.job().left()).isEqualTo(2);
      again.ended("mast:a/3", new KeptJob.Ended(FileOutcome.Status.FAILED, 0));
      again.ended("mast:a/3", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 9));
    }
    assertThat(jobs.list().get(0).ended())
        .containsOnlyKeys("mast:a/1", "mast:a/3")
        .containsEntry("mast:a/3", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 9));
    assertThat(jobs.takeNotes()).isEmpty();
  }

  @Test
  void anEarlierOneGivesWayOnlyToOneThatAsksForAllOfItsFiles() {
    jobs.begin(order("d", "mast:a/1", "mast:a/2")).close();
    jobs.begin(order("elsewhere", "mast:a/1", "mast:a/2")).close();
    jobs.begin(order("d", "mast:a/1")).close();
    assertThat(jobs.list()).extracting(KeptJob::number).containsExactly(1, 2, 3);

    JobOrder whole = order("d", "mast:a/2", "mast:a/1", "mast:a/3");
    try (HeldJob neverBegun = jobs.begin(whole)) {
      neverBegun.forget();
    }
    assertThat(jobs.list()).extracting(KeptJob::number).containsExactly(1, 2, 3);

    try (HeldJob held = jobs.begin(whole)) {
      assertThat(jobs.list()).hasSize(4);
      TransferOptions options = whole.options().transfer(BY_DETECTOR, Duration.ofMinutes(1));
      PlannedFile first = DownloadPlan.of(held.job().toPlan(), options).files().get(0);
      held.ended(FileOutcome.untried(first, FileOutcome.Status.FAILED, 0, ""));
    }
    assertThat(jobs.list())
        .extracting(job -> job.order().uris().size())
        .containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void whatReplacesFilesGoesOnWithTheOthersAlone() {
    JobOrder skipping = order("d", "mast:a/1", "mast:a/2");
    JobOptions options = skipping.options();
    JobOptions replacing =
        new JobOptions(options.folder(), "flat", ExistingFiles.OVERWRITE, false, 4, 3);
    JobOrder order =
        new JobOrder(
            NOW, "download", "http://127.0.0.1", "archive", replacing, skipping.products());
    try (HeldJob held = jobs.begin(order)) {
      held.ended("mast:a/1", new KeptJob.Ended(FileOutcome.Status.COMPLETE, 7));
      assertThat(held.job().toPlan().size()).isEqualTo(1);
      TransferOptions transfer = replacing.transfer(Layout.flat(), Duration.ofMinutes(1));
      assertThat(held.job().tally(DownloadPlan.of(held.job().toPlan(), transfer), false))
          .isEqualTo(new JobTally(1, 0, 1, 0, 7, 14));
    }
  }

  @Test
  void whateverTheBytesAreAJobIsReadOrSetAside() throws IOException {
    jobs.begin(order("d", "mast:a/1", "mast:a/2")).close();
    Path file = folder.resolve("downloads/1.jsonl");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(20261123);
    for (int round = 0; round < 300; round++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int change = random.nextInt(4); change > 0 && bad.length > 0; change--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bad);
      List<KeptJob> read = jobs.list();
      assertThat(read.size() + jobs.takeNotes().size())
          .as(new String(bad, StandardCharsets.ISO_8859_1))
          .isEqualTo(1);
      read.forEach(job -> assertThat(job.order().products().size()).isLessThanOrEqualTo(2));
    }
  }

  private JobOrder order(String place, String... uris) {
    TableBuilder builder = new TableBuilder();
    int uri = builder.column("dataURI", ColumnType.TEXT);
    int name = builder.column("productFilename", ColumnType.TEXT);
    int size = builder.column("size", ColumnType.INTEGER);
    int detector = builder.column("detector", ColumnType.TEXT);
    int other = builder.column("description", ColumnType.TEXT);
    for (String one : uris) {
      builder.set(uri, one);
      builder.set(name, one.substring(one.lastIndexOf('/') + 1));
      builder.set(size, 7L);
      builder.set(detector, "nrca1");
      builder.set(other, "not needed");
      builder.endRow();
    }
    Table products = builder.build();
    TransferOptions options =
        new TransferOptions(
            folder.resolve(place), BY_DETECTOR, ExistingFiles.SKIP, 4, 3, Duration.ofMinutes(1));
    return JobOrder.of(
        DownloadPlan.of(products, options),
        products,
        "http://127.0.0.1",
        "cloud",
        "download \"é\"",
        NOW);
  }
}
