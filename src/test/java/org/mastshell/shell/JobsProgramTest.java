package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;
import org.mastshell.download.JobFolder;
import org.mastshell.session.Settings;
import org.mastshell.store.FileLock;
import org.mastshell.vocabulary.Fields;

/** Downloads that have not ended: kept, listed, gone on with, forgotten. */
class JobsProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";
  private static final String BROKEN = "jw01073001001_02101_00001_nrcalong_i2d.fits";
  private static final String DOWNLOADS = "/api/v0.1/Download/file";

  private Path kept(String name) {
    return folder.resolve("mastshell-home/state/downloads").resolve(name);
  }

  @Test
  void nothingIsLeftOfADownloadThatWentWell() throws IOException {
    run(EIGHT, "download", "jobs").succeeds().says("8 files fetched", "no download is left");
    assertThat(files("_i2d.fits")).hasSize(8);
    assertThat(kept("1.jsonl")).doesNotExist();
    run("resume").succeeds().says("no download is left to go on with");
  }

  @Test
  void aScriptWaitsForWhatRunsInTheBackground() throws IOException {
    run(EIGHT, "download --background")
        .succeeds()
        .says("download 1 begins in the background", "download 1 is done: download --background")
        .says("8 files fetched");
    assertThat(files("_i2d.fits")).hasSize(8);
    assertThat(kept("1.jsonl")).doesNotExist();
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnceInTheBackgroundToo() throws IOException {
    try (FaultyArchive vast =
        FaultyArchive.rewriting(
            archive.url(), "\"size\":20160", "\"size\":" + Long.MAX_VALUE / 16)) {
      at(vast)
          .command(EIGHT + "; download --background; count")
          .run()
          .exits(ExitCode.FAILED)
          .reportsOneError()
          .says("these files need ", "make room")
          .doesNotSay("in the background", "download would refuse this")
          .prints("");
    }
    assertThat(kept("1.jsonl")).doesNotExist();
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void severalRunOneAfterTheOther() throws IOException {
    run(
            EIGHT,
            "download --background --dir a",
            "download --background --dir b",
            "download 1 --dir c")
        .succeeds()
        .says("download 1 is done", "download 2 is done");
    assertThat(files("_i2d.fits")).hasSize(17);
  }

  @Test
  void whatFailsInTheBackgroundEndsAScriptWithItsCode() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty)
          .command(EIGHT + "; download --background")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("download 1 has stopped", "7 files fetched", "1 failed", BROKEN, "resume 1");
    }
  }

  @Test
  void aQuietScriptHasTheSameRowsOfADownloadInTheBackground() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      for (String where : List.of("", " --background")) {
        AssertableProgram.in(folder)
            .arguments("--quiet", "--server", faulty.url(), "--format", "csv")
            .command("set retries 0; " + EIGHT + "; download --dir " + where.length() + where)
            .run()
            .exits(ExitCode.DOWNLOADS)
            .shows("FAILED", BROKEN, "COMPLETE");
      }
    }
  }

  @Test
  void whatIsSaidAtTheStartWorks() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command("set retries 0; " + EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      DownloadJobs jobs =
          new DownloadJobs(
              new JobFolder(kept(""), Clock.systemUTC()),
              Set.of(),
              Fields.bundled(),
              Clock.systemUTC());
      Settings there = Settings.standard().with("server", faulty.url());
      assertThat(jobs.welcome(there))
          .containsExactly(
              "1 download has not ended: 1 of 8 files left · resume goes on, jobs shows it");
      assertThat(jobs.welcome(Settings.standard()))
          .containsExactly(
              "1 download of another archive has not ended: 1 of 8 files left · jobs shows it");
    }
  }

  @Test
  void atTheStartAFileOfTwoDownloadsIsOneFile() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 404)) {
      for (String some : List.of("1-5", "3-8", "1-2 --flat", "1-4 --dir b", "2-5 --dir b")) {
        at(faulty).command(EIGHT + "; download " + some).run().exits(ExitCode.DOWNLOADS);
      }
      try (FaultyArchive broken = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
        move(1, broken.url());
        at(broken).command("resume 1").run().exits(ExitCode.DOWNLOADS);
        move(1, faulty.url());
      }
      DownloadJobs jobs =
          new DownloadJobs(
              new JobFolder(kept(""), Clock.systemUTC()),
              Set.of(),
              Fields.bundled(),
              Clock.systemUTC());
      assertThat(jobs.welcome(Settings.standard().with("server", faulty.url())))
          .containsExactly(
              "5 downloads have not ended: 11 of 15 files left · resume all goes on, jobs shows them");
    }
  }

  @Test
  void aNarrowScreenShowsWhatEachDownloadIs() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      for (String where : List.of("--dir some/where/deep/in/the/tree", "--flat")) {
        at(faulty).command(EIGHT + "; download " + where).run().exits(ExitCode.DOWNLOADS);
      }
      for (int width : new int[] {80, 100, 300}) {
        List<String> lines =
            AssertableProgram.in(folder)
                .arguments("--server", faulty.url())
                .screen(width, 24)
                .command("jobs")
                .run()
                .succeeds()
                .screen()
                .replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .toList();
        assertThat(lines.get(0).strip())
            .matches("job  state +done +folder +command( +partly +waiting .* begun)?");
        assertThat(lines.get(1).strip())
            .matches("1 +failed +7 of 8, 1 failed +/.*n/the/tree +download .*/the/tree\\b.*");
        assertThat(lines.get(2).strip())
            .matches("2 +failed +7 of 8, 1 failed +/.* +download --flat\\b.*");
        assertThat(lines).allMatch(line -> line.length() <= width);
      }
    }
  }

  @Test
  void aLoginThatIsMissingInTheBackgroundIsSaid() {
    run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download --background")
        .exits(ExitCode.LOGIN)
        .says(
            "cannot be had without a login", ": login first, or set MAST_API_TOKEN", "  resume 1");
  }

  @Test
  void failedFilesStayUntilTheyCameOrAreDropped() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      at(faulty)
          .command("jobs")
          .run()
          .succeeds()
          .shows("\"job\":1", "\"state\":\"failed\"", "\"files\":8", "\"done\":7", "\"failed\":1")
          .shows("\"folder\":\"" + folder + "\"");
      at(faulty).command("resume").run().exits(ExitCode.DOWNLOADS).says("1 failed", "7 here");
    }
    String text = Files.readString(kept("1.jsonl"));
    assertThat(text).contains(BROKEN);
    // As if the archive had moved to an address where it is well.
    Files.writeString(
        kept("1.jsonl"), text.replaceFirst("http://[0-9.:]+", archive.url().toString()));
    int before = archive.requests(DOWNLOADS);
    run("resume 1").succeeds().says("1 file fetched", "7 here already");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before + 1);
    assertThat(kept("1.jsonl")).doesNotExist();
  }

  @Test
  void filesThatComeByAnotherDownloadAreNotWaitedFor() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    run(EIGHT, "download").succeeds().says("1 file fetched");
    assertThat(kept("1.jsonl")).doesNotExist();
  }

  @Test
  void aRepetitionThatNeverBeginsCostsNothingThatWasKept() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download --dir d").run().exits(ExitCode.DOWNLOADS);
      Files.move(folder.resolve("d"), folder.resolve("aside"));
      Files.writeString(folder.resolve("d"), "a file");
      at(faulty).command(EIGHT + "; download --dir d").run().exits(ExitCode.FAILED);
    }
    assertThat(kept("1.jsonl")).content().contains(BROKEN);
    assertThat(kept("2.jsonl")).doesNotExist();
  }

  @Test
  void thoseOfOtherArchivesStandBesideThoseThatAreGoneOnWith() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download --dir a").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --dir b").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --dir c").run().exits(ExitCode.DOWNLOADS);
    }
    for (int well : List.of(1, 2)) {
      move(well, archive.url().toString());
    }
    move(3, "embedded");
    run("resume").succeeds().says("download 2:", "1 file fetched");
    assertThat(kept("2.jsonl")).doesNotExist();
    Files.move(kept("1.jsonl"), kept("4.jsonl"));
    run("resume all")
        .succeeds()
        .says("left alone: download 3, of the embedded archive", "download 4:", "1 file fetched");
    assertThat(kept("4.jsonl")).doesNotExist();
    assertThat(kept("3.jsonl")).exists();
  }

  @Test
  void oneThatCannotBeHadDoesNotStopTheOthers() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download --dir a").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --dir b").run().exits(ExitCode.DOWNLOADS);
    }
    move(1, archive.url().toString());
    move(2, archive.url().toString());
    Files.move(folder.resolve("a"), folder.resolve("aside"));
    Files.writeString(folder.resolve("a"), "a file");
    run("resume all")
        .exits(ExitCode.FAILED)
        .says("download 1 cannot be gone on with", "download 2:", "1 file fetched");
    assertThat(kept("2.jsonl")).doesNotExist();
    assertThat(kept("1.jsonl")).exists();
  }

  @Test
  void resumeGoesOnWithThoseOfTheArchiveInUseAlone() throws Exception {
    try (FaultyArchive one = FaultyArchive.failingFor(archive.url(), BROKEN, 404);
        FaultyArchive other = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(one).command(EIGHT + "; download --dir a").run().exits(ExitCode.DOWNLOADS);
      at(other).command(EIGHT + "; download --dir b").run().exits(ExitCode.DOWNLOADS);
      at(one)
          .command("jobs")
          .run()
          .succeeds()
          .shows("\"archive\":\"" + one.url().substring(7) + "\"")
          .shows("\"archive\":\"" + other.url().substring(7) + "\"");
      at(one).command("resume").run().exits(ExitCode.DOWNLOADS).says("download 1: ");
      at(other).command("resume").run().exits(ExitCode.DOWNLOADS).says("download 2: ");
      int before = archive.requests(DOWNLOADS);
      run("resume")
          .succeeds()
          .says("no download of the archive in use is left to go on with")
          .says("left alone: download 1, of " + one.url().substring(7))
          .says("left alone: download 2, of " + other.url().substring(7));
      for (String command : List.of("resume 2", "resume 2 --background")) {
        run(command)
            .exits(ExitCode.FAILED)
            .says("download 2 is of another archive than the one in use")
            .says("set server " + other.url() + "; resume 2");
      }
      run("set server " + other.url() + "; resume 2").exits(ExitCode.DOWNLOADS);
      assertThat(archive.requests(DOWNLOADS)).isEqualTo(before);
    }
    move(2, "embedded");
    run("resume 2")
        .exits(ExitCode.FAILED)
        .says("download 2 is of the embedded archive", "mastshell --demo, then resume 2");
  }

  private void move(int number, String server) throws IOException {
    Path file = kept(number + ".jsonl");
    Files.writeString(file, Files.readString(file).replaceFirst("http://[0-9.:]+", server));
  }

  @Test
  void oneThatRunsInAnotherShellIsNamed() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    move(1, archive.url().toString());
    try (FileLock lock = FileLock.take(kept("1.lock")).orElseThrow()) {
      assertThat(lock).isNotNull();
      run("resume")
          .succeeds()
          .says("no download is left to go on with")
          .says("download 1 runs in another shell (process " + ProcessHandle.current().pid() + ")")
          .says("into " + folder);
    }
  }

  @Test
  void aDownloadThatFailedTwiceIsKeptOnce() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --background").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download; download").run().exits(ExitCode.DOWNLOADS);
    }
    try (Stream<Path> files = Files.list(kept(""))) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSize(1);
    }
  }

  // A file comes into its place, as when a disk is taken away.
  private void takeAway(String name) {
    try {
      Files.move(folder.resolve(name), folder.resolve(name + "-gone"));
      Files.writeString(folder.resolve(name), "in the way");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --background"})
  void aFolderThatGoesAwayMidwayEndsLikeFilesThatFail(String where) throws Exception {
    try (FaultyArchive taking = FaultyArchive.after(archive.url(), BROKEN, () -> takeAway("dd"))) {
      AssertableProgram.Ended ended =
          at(taking)
              .command("set parallel 1; set retries 0; " + EIGHT)
              .command("download --dir dd" + where)
              .run()
              .exits(ExitCode.DOWNLOADS)
              .says(" failed", "files cannot be written into", "--dir FOLDER", "resume 1")
              .doesNotSay("error:", "download again", "CANCELLED");
      assertThat(ended.err()).containsOnlyOnce("fetch them elsewhere");
      ended.shows("\"event\":\"end\"", "\"cancelled\":0", "\"code\":5");
      assertThat(ended.out()).doesNotContain("CANCELLED");
    }
    int failed =
        Integer.parseInt(
            data("csv", "jobs").out().lines().skip(1).findFirst().orElseThrow().split(",", -1)[6]);
    assertThat(failed).isPositive();
  }

  @Test
  void ofSeveralThatAreResumedOneMayGiveWayToAnother() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    Files.copy(kept("1.jsonl"), kept("2.jsonl"));
    for (int well : List.of(1, 2)) {
      move(well, archive.url().toString());
    }
    run("resume all").succeeds().says("1 file fetched", "download 2: all here");
  }

  @Test
  void ofSeveralThatAreResumedOneMayBeDroppedMeanwhile() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download --dir a").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --dir b").run().exits(ExitCode.DOWNLOADS);
    }
    Runnable dropped = () -> assertThat(kept("2.jsonl").toFile().delete()).isTrue();
    try (FaultyArchive other = FaultyArchive.after(archive.url(), DOWNLOADS, dropped)) {
      move(1, other.url());
      move(2, other.url());
      at(other)
          .command("resume all")
          .run()
          .succeeds()
          .says("1 file fetched", "download 2 is kept no more; 1 of its files is not here")
          .doesNotSay("all here");
    }
  }

  @Test
  void aDownloadWhoseFolderIsGoneSaysSo() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download --dir d").run().exits(ExitCode.DOWNLOADS);
    }
    Files.move(folder.resolve("d"), folder.resolve("elsewhere"));
    run("jobs").succeeds().says("download 1: there is no folder " + folder.resolve("d"));
  }

  @Test
  void whatIsHereCountsAsItIsThoughItIsListedOtherwise() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    String text = Files.readString(kept("1.jsonl"));
    Files.writeString(kept("1.jsonl"), text.replaceAll("\"size\":\"?\\d+\"?", "\"size\":\"7\""));
    String[] row =
        data("csv", "jobs").out().lines().skip(1).findFirst().orElseThrow().split(",", -1);
    assertThat(Long.parseLong(row[8])).isGreaterThanOrEqualTo(Long.parseLong(row[7]));
  }

  @Test
  void whatIsResumedInTheBackgroundSaysItsPlan() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      at(faulty)
          .command("resume 1 --background")
          .run()
          .says("download 1: begun 2026-11-22 12:00 UTC by: download", "1 file to fetch", "7 here")
          .says("goes on in the background");
    }
  }

  @Test
  void aFormatHoldsForWhatRunsInTheBackgroundOfAScriptToo() {
    AssertableProgram.Ended events = run(EIGHT, "download --background --format jsonl").succeeds();
    events.shows("{\"event\":\"begin\"", "{\"event\":\"end\"");
    run(EIGHT, "download --dir b --background --format csv")
        .succeeds()
        .shows("file,status,bytes", ",COMPLETE,");
    type(EIGHT, "download --dir c --background --format csv")
        .says("at a prompt it is told in words");
  }

  @Test
  void theManifestIsNamedWhereNothingCouldBeHad() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 404)) {
      at(faulty)
          .command(EIGHT + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("  manifest: " + folder.resolve("mastDownload/manifest.csv"));
    }
  }

  @Test
  void whoNamesAReplacedDownloadIsToldItsSuccessor() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 404)) {
      at(faulty).command(EIGHT + "; download 1-2").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download 1-3").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    for (int replaced : List.of(1, 2)) {
      run("resume " + replaced)
          .exits(ExitCode.FAILED)
          .says("download " + replaced + " is kept no more: download 3 has its files", "resume 3");
      run("jobs drop " + replaced).exits(ExitCode.FAILED).says("jobs drop 3");
    }
    run("resume 9").exits(ExitCode.FAILED).says("there is no download 9");
  }

  @Test
  void aDownloadWhoseFilesCameByAnotherNamesThatOne() throws Exception {
    String other = "jw01073001003_02101_00001_nrcalong_i2d.fits";
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    String both = SEARCH + "; products 1 suffix=i2d; unique; filter name=" + BROKEN + "," + other;
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), other, 404)) {
      at(faulty).command(both + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    assertThat(kept("1.jsonl")).doesNotExist();
    run("resume 1")
        .exits(ExitCode.FAILED)
        .says("download 1 is kept no more: download 2 has its files", "resume 2");
  }

  @Test
  void aDroppedDownloadIsForgottenAndItsFilesStay() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    run("jobs drop 1").succeeds().says("download 1 is forgotten; what it fetched stays");
    run("jobs").succeeds().says("no download is left to go on with");
    assertThat(files("_i2d.fits")).hasSize(7);
  }

  @Test
  void nonsenseChangesNothing() {
    run("resume 7").exits(ExitCode.FAILED).says("there is no download 7", "jobs lists");
    run("jobs drop 7").exits(ExitCode.FAILED).says("there is no download 7");
    run("jobs drop x").exits(ExitCode.USAGE).says("a download is called by its number");
    run("resume 1 2").exits(ExitCode.USAGE).says("resume takes one number, or all");
    run("jobs pause").exits(ExitCode.FAILED).says("no download runs in the background");
    run("jobs pause 3").exits(ExitCode.FAILED).says("does not run in the background");
    assertThat(kept("1.jsonl")).doesNotExist();
  }

  @Test
  void whatTheArchiveDoesNotHaveIsNotToBeTriedAgainButForgotten() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      for (int number = 1; number <= 2; number++) {
        at(faulty)
            .command(EIGHT + "; download " + number * 2)
            .run()
            .exits(ExitCode.DOWNLOADS)
            .says("the archive has none of these any more", "jobs drop " + number)
            .doesNotSay("try just these again");
      }
      at(faulty).command("jobs drop all").run().succeeds().says("download 1 is", "download 2 is");
      at(faulty).command("jobs").run().says("no download is left");
      at(faulty).command("jobs drop all").run().succeeds().says("no download is left to forget");
    }
  }

  @Test
  void droppingAllSaysWhatIsDroppedAndWhatStays() throws Exception {
    try (DemoArchive slow = DemoArchive.start(new DemoOptions(0, 0, Duration.ofMillis(300), 0));
        FaultyArchive faulty = FaultyArchive.failingFor(slow.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
      AssertableProgram.in(folder)
          .arguments("--server", slow.url().toString(), "-i")
          .typed(
              "set parallel 1",
              EIGHT,
              "download --background --dir a",
              "download --background --dir b",
              "jobs drop all",
              "jobs drop all",
              "exit")
          .run()
          .succeeds()
          .says("download 2 begins in the background · jobs shows it, jobs pause stops it")
          .says(
              "download 3 begins in the background after download 2 · jobs shows it, jobs pause 3")
          .says("download 1 is forgotten; what it fetched stays")
          .says("  download 2 stays, it runs: jobs pause 2, then jobs drop 2")
          .says("  download 3 stays, it waits for its turn: jobs pause 3, then jobs drop 3")
          .says("  no download is forgotten: none is paused")
          .doesNotSay("no download is left");
      at(faulty).command(EIGHT + "; download --dir c").run().exits(ExitCode.DOWNLOADS);
      at(faulty).command(EIGHT + "; download --dir d").run().exits(ExitCode.DOWNLOADS);
    }
    try (FileLock lock = FileLock.take(kept("1.lock")).orElseThrow()) {
      assertThat(lock).isNotNull();
      run("jobs drop all")
          .succeeds()
          .says("download 2 is forgotten")
          .says("download 1 stays, it runs in another shell (process ");
    }
  }

  @Test
  void thePlanSaysWhatAnotherDownloadIsFetching() throws Exception {
    try (DemoArchive slow = DemoArchive.start(new DemoOptions(0, 0, Duration.ofMillis(300), 0))) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", slow.url().toString(), "-i")
              .typed(
                  "set parallel 1",
                  EIGHT,
                  "download 2-8 --background",
                  "download 7-8 --background",
                  "download 8 --background --dir b",
                  "download 1,7,8 --dry-run",
                  "download 8 --dry-run --dir b",
                  "exit")
              .run()
              .succeeds()
              .says("  2 of these are being fetched by download 1, and come once")
              .says("  it waits in download 3, and comes once")
              .shows("  being fetched by download 1", "  waits in download 3");
      // Its turn comes on another thread.
      assertThat(ended.err())
          .containsPattern(
              "  all of these (are being fetched by|wait in) download 1, and come once");
    }
  }

  @Test
  void aFileThatAnotherDownloadHasJustPutThereIsNotUnverified() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), BROKEN, 404)) {
      at(faulty).command(EIGHT + "; download").run().exits(ExitCode.DOWNLOADS);
    }
    List<String> begun =
        Files.readAllLines(kept("1.jsonl")).stream()
            .filter(line -> !(line.contains("\"ended\"") && line.contains(BROKEN)))
            .toList();
    Files.write(kept("1.jsonl"), begun);
    // Named, and not written down yet, as of a download in another shell.
    Path named =
        files("nrcblong_i2d.fits")
            .get(0)
            .getParent()
            .resolveSibling(BROKEN.replace("_i2d.fits", ""));
    Files.createDirectories(named);
    Files.write(named.resolve(BROKEN), new byte[20_160]);
    run(EIGHT, "download --dry-run").succeeds().says("8 here, 161 kB (1 of unverified version)");
    try (FileLock lock = FileLock.take(kept("1.lock")).orElseThrow()) {
      assertThat(lock).isNotNull();
      // Another archive's file of that name is no reason to think that this one's is here.
      run(EIGHT, "download --dry-run").succeeds().says("8 here, 161 kB (1 of unverified version)");
      Files.delete(named.resolve(BROKEN));
      run(EIGHT, "download --dry-run").succeeds().says("7 here").doesNotSay("being fetched by");
      Files.write(named.resolve(BROKEN), new byte[20_160]);
      move(1, archive.url().toString());
      run(EIGHT, "download --dry-run").succeeds().says("8 here").doesNotSay("unverified");
    }
  }

  @Test
  void aTokenThatIsRefusedIsToBeReplaced() throws IOException {
    program()
        .environment("MAST_API_TOKEN", "not-the-one")
        .command("search rights=exclusive level=2; products 1 productType=SCIENCE; download 1")
        .run()
        .exits(ExitCode.LOGIN)
        .says("the login in use was refused, replace MAST_API_TOKEN or type login")
        .says("a login that has the right to it:")
        .doesNotSay("set MAST_API_TOKEN");
  }

  @Test
  void aDamagedFileIsSetAsideAndSaid() throws IOException {
    Files.createDirectories(kept(""));
    Files.writeString(kept("3.jsonl"), "{\"mastshell_download\":1,\"products\":5}\n{\"x\":1}\n");
    run("jobs")
        .succeeds()
        .says("download 3 was kept in a file that is damaged", kept("3.damaged-").toString());
    assertThat(kept("3.jsonl")).doesNotExist();
    run("jobs").succeeds().doesNotSay("damaged");
  }

  @Test
  void whatCannotBeKeptIsFetchedNevertheless() throws IOException {
    Files.createDirectories(kept("").getParent());
    Files.writeString(kept("").normalize(), "a file where the folder ought to be");
    run(EIGHT, "download").succeeds().says("resume will not know of it", "8 files fetched");
    run(EIGHT, "download --existing overwrite --background")
        .exits(ExitCode.FAILED)
        .says("this download cannot be kept");
  }

  @Test
  void controlCPausesAndAnotherSessionGoesOn() throws Exception {
    StringWriter err = new StringWriter();
    try (DemoArchive slow = DemoArchive.start(new DemoOptions(0, 0, Duration.ofMillis(300), 0))) {
      assertThat(interrupted(slow, err, "set parallel 1; " + EIGHT + "; download")).isEqualTo(130);
      assertThat(err.toString())
          .containsPattern(
              "paused: \\d done, \\d partly, \\d waiting · resume 1 goes on, jobs shows it");
      assertThat(Files.getPosixFilePermissions(kept("1.jsonl")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.getPosixFilePermissions(kept("")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      List<Path> finished = files("_i2d.fits");
      assertThat(finished).isNotEmpty().hasSizeLessThan(8);
      int before = slow.requests(DOWNLOADS);
      AssertableProgram.in(folder)
          .arguments("--server", slow.url().toString(), "--format", "jsonl")
          .command("jobs")
          .command("resume")
          .command("jobs")
          .run()
          .succeeds()
          .shows("\"state\":\"paused\"", "\"done\":" + finished.size())
          .says("UTC by: download", "no download is left");
      assertThat(slow.requests(DOWNLOADS) - before).isEqualTo(8 - finished.size());
      assertThat(files("_i2d.fits")).hasSize(8);
    }
  }

  /** Runs a line, and presses Ctrl-C as soon as one of its files is here. */
  private int interrupted(DemoArchive slow, StringWriter err, String line) throws IOException {
    World world =
        new World(
            Map.of(
                "MASTSHELL_HOME",
                folder.resolve("mastshell-home").toString(),
                "MASTSHELL_KEYRING",
                "off",
                "MASTSHELL_SERVER",
                slow.url().toString()),
            folder,
            folder,
            new BufferedReader(new StringReader("")),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            World.Terminals.none(),
            Clock.systemUTC());
    Interrupts interrupts = new Interrupts();
    CompletableFuture<ExitCode> code =
        CompletableFuture.supplyAsync(() -> new Program(world, interrupts).run("-c", line));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> code.isDone() || !files("_i2d.fits").isEmpty());
    interrupts.interrupt();
    await().atMost(Duration.ofSeconds(30)).until(code::isDone);
    return code.join().number();
  }

  private AssertableProgram at(FaultyArchive faulty) {
    return AssertableProgram.in(folder)
        .arguments("--server", faulty.url().toString(), "--format", "jsonl");
  }

  private List<Path> files(String suffix) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }
}
