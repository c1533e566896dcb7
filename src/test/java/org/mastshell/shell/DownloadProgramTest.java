package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

class DownloadProgramTest extends DemoProgramTest {
  /** Four files of the first observation. */
  private static final String FOUR = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";

  /** The four files of an observation that needs a login. */
  private static final String EXCLUSIVE =
      "search rights=exclusive level=2; products 1 productType=SCIENCE";

  private static final String DOWNLOADS = "/api/v0.1/Download/file";

  @Test
  void fetchesIntoFoldersByMissionAndObservation() throws IOException {
    run(FOUR, "download")
        .succeeds()
        .says("8 files to fetch", "into " + folder.resolve("mastDownload"), "8 files fetched")
        .says("manifest: " + folder.resolve("mastDownload"))
        .shows("COMPLETE", "jw01073001001_02101_00001_nrcalong_i2d.fits");

    assertThat(
            folder.resolve(
                "mastDownload/JWST/jw01073001001_02101_00001_nrcalong/"
                    + "jw01073001001_02101_00001_nrcalong_i2d.fits"))
        .isNotEmptyFile();
    assertThat(files("_i2d.fits")).hasSize(8).allSatisfy(DownloadProgramTest::isFits);
  }

  @Test
  void aSecondRunAsksForNothing() {
    run(FOUR, "download").succeeds();
    int before = archive.requests(DOWNLOADS);
    run(FOUR, "download")
        .succeeds()
        .says("0 files to fetch", "8 here", "0 files fetched", "8 here already")
        .shows("SKIPPED");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before);
  }

  @Test
  void whatIsGoneFromTheArchiveStaysAndIsSaid() throws Exception {
    run(FOUR, "download").succeeds();
    String gone = "jw01073001001_02101_00001_nrcalong_i2d.fits";
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), gone, 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command(FOUR + "; download --update")
          .run()
          .succeeds()
          .says("7 files fetched", "1 gone from the archive", "kept here: " + gone)
          .says("a newer one may have another name: search again, then products, download")
          .doesNotSay("could not be asked", "to try just these again");
    }
    assertThat(files("_i2d.fits")).hasSize(8);
    run("verify").succeeds();
    run("resume").says("no download is left to go on with");
  }

  @Test
  void aStaleFileIsCountedAndReplacedOnlyWhenAsked() throws IOException {
    run(FOUR, "download").succeeds();
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    // As if an earlier version had been fetched.
    Files.writeString(manifest, Files.readString(manifest).replace(",1.5.3,", ",1.4.0,"));
    int before = archive.requests(DOWNLOADS);
    run(FOUR, "download")
        .succeeds()
        .says("0 files to fetch", "8 here", "8 stale: ", "download --update replaces them")
        .says("0 files fetched, 0 B · 8 here already, all stale (--update)")
        .shows("SKIPPED", "version 1.4.0 was fetched, the archive lists 1.5.3");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before);

    run(FOUR, "download --update")
        .succeeds()
        .says("8 files to fetch", "8 files fetched, 161 kB · 8 replaced what was here");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before + 8);
    assertThat(Files.readString(manifest)).doesNotContain(",1.4.0,");

    run(FOUR, "download --update")
        .succeeds()
        .says("0 files fetched, 0 B · 8 here already, unchanged at the archive")
        .shows("unchanged at the archive");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before + 16);
  }

  @Test
  void filesThatDoNotComeLeaveNoFolders() throws Exception {
    run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download --dir a")
        .exits(ExitCode.LOGIN);
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcalong_i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command(FOUR + "; download --dir b")
          .run()
          .exits(ExitCode.DOWNLOADS);
    }
    assertThat(emptyFolders()).isEmpty();
    assertThat(folder.resolve("b/mastDownload/JWST")).isNotEmptyDirectory();
    Path own = Files.createDirectories(folder.resolve("c/mastDownload/JWST/mine"));
    run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download --dir c")
        .exits(ExitCode.LOGIN);
    assertThat(emptyFolders()).containsExactly(own);
  }

  private List<Path> emptyFolders() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isDirectory)
          .filter(one -> !one.startsWith(folder.resolve("mastshell-home")))
          .filter(one -> one.toFile().list().length == 0)
          .toList();
    }
  }

  @Test
  void withoutARecordAFileIsHereButUnverified() throws IOException {
    run(FOUR, "download").succeeds();
    Files.delete(folder.resolve("mastDownload/manifest.csv"));
    run(FOUR, "download")
        .succeeds()
        .says("8 here", "8 of unverified version", "8 here already")
        .shows("here, version unverified: no record of it");
  }

  @Test
  void theManifestNamesEveryFile() throws IOException {
    run(FOUR, "download").succeeds();
    assertThat(Files.readAllLines(folder.resolve("mastDownload/manifest.csv")))
        .filteredOn(line -> line.contains("_i2d.fits"))
        .hasSize(8)
        .allSatisfy(line -> assertThat(line).contains("COMPLETE", "mast:JWST/product/", "1.5.3"));
    assertThat(Files.readString(folder.resolve("mastDownload/manifest.json")))
        .contains("\"version\":\"1.5.3\"", "\"last_modified\":\"Tue, 12 Jul 2022 16:53:18 GMT\"");
  }

  @Test
  void flatPutsAllFilesInOneFolder() throws IOException {
    run(FOUR, "download 1-2 --flat --dir here").succeeds().says("2 files fetched");
    try (Stream<Path> all = Files.list(folder.resolve("here"))) {
      assertThat(all.filter(file -> file.toString().endsWith("_i2d.fits"))).hasSize(2);
    }
    run("set layout flat", "set download_dir there", FOUR, "download last").succeeds();
    try (Stream<Path> all = Files.list(folder.resolve("there"))) {
      assertThat(all.filter(file -> file.toString().endsWith("_i2d.fits"))).hasSize(1);
    }
  }

  @Test
  void dirTakesTheUsualFolders() {
    run(FOUR, "download 1 --dir elsewhere").succeeds();
    assertThat(folder.resolve("elsewhere/mastDownload/JWST")).isDirectory();
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
    int before = archive.requests(DOWNLOADS);
    run(FOUR, "download --dry-run")
        .succeeds()
        .says("8 files to fetch", "0 here", "free ")
        .shows("to fetch", "mast:JWST/product/");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(before);
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void aFolderNeedsAName() {
    for (String command :
        List.of(
            "download --dir ''",
            "download --dir '' --to curl",
            "download --dir '' --curl",
            "download --repair --dir ''")) {
      run(FOUR, command).exits(ExitCode.USAGE).says("--dir needs a folder", "download --dir .");
    }
    run(FOUR, "download --repair ''")
        .exits(ExitCode.USAGE)
        .says("--repair needs a folder", "download --repair .");
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void aDryRunOfTheArchivesScriptHasThePlanOfIt() {
    run(FOUR, "download --curl --dry-run")
        .succeeds()
        .says("a script for 8 files, 161 kB, would be saved as ")
        .shows("jw01073001001_02101_00001_nrcalong_i2d.fits");
    int before = archive.requests("/api/v0.1/Download/bundle.sh");
    assertThat(data("jsonl", FOUR, "download --curl --dry-run").out().lines())
        .hasSize(8)
        .allMatch(line -> line.contains("\"dataURI\":\"mast:JWST/product/"));
    assertThat(archive.requests("/api/v0.1/Download/bundle.sh")).isEqualTo(before);
  }

  @Test
  void takesRowsAndCriteria() throws IOException {
    run(FOUR, "download 1-6 detector=nrcblong").succeeds().says("left out: ");
    assertThat(files("_i2d.fits"))
        .hasSize(3)
        .allSatisfy(file -> assertThat(file.toString()).contains("nrcblong"));
  }

  @Test
  void eachFileIsFetchedOnce() throws IOException {
    run(SEARCH, "products suffix=i2d obsnum=1 visit=1", "download").succeeds().says("listed twice");
    assertThat(files("_i2d.fits")).hasSize(4);
  }

  @Test
  void outcomesAreDataInAnyFormat() throws IOException {
    String rows = data("csv", FOUR, "download 1-2").out();
    assertThat(rows.lines().toList().get(0))
        .isEqualTo("file,status,bytes,message,seconds,tries,path,dataURI");
    assertThat(rows.lines().skip(1))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains("COMPLETE,20160,"));
  }

  @Test
  void whenAllFailuresAreRefusalsALoginIsNeeded() throws IOException {
    run(EXCLUSIVE, "download")
        .exits(ExitCode.LOGIN)
        .says("4 exclusive (need a login)", "0 files fetched", "4 refused", "login")
        .shows("REFUSED", "401");
    assertThat(files(".fits")).isEmpty();
  }

  @Test
  void refusedFilesAmongOthersAreRefusedToo() throws IOException {
    run(
            "search id=jw01073-o001_t001_nircam_clear-f277w,jw05191004001_03101_00001-seg001_mirimage",
            "products suffix=uncal visit=1 exposure=1",
            "download")
        .exits(ExitCode.LOGIN)
        .says("2 files fetched", "1 refused");
    assertThat(files("_uncal.fits")).hasSize(2);
  }

  @Test
  void otherFailuresGiveTheCodeOfDownloads() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; " + FOUR + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("4 files fetched", "4 failed")
          .shows("FAILED", "the archive has no such file");
    }
    assertThat(files("_i2d.fits")).hasSize(4);
    assertThat(files(".part")).isEmpty();
  }

  @Test
  void mixedFailuresGiveTheCodeOfDownloads() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "rateints", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; " + EXCLUSIVE + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("3 refused", "1 failed");
    }
  }

  @Test
  void aTokenOfTheEnvironmentOpensExclusiveFiles() throws IOException {
    AssertableProgram.Ended ended =
        program()
            .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
            .command(EXCLUSIVE)
            .command("download")
            .run()
            .succeeds()
            .says("4 files fetched");
    assertThat(files(".fits")).hasSize(4).allSatisfy(DownloadProgramTest::isFits);
    assertThat(ended.out() + ended.err()).doesNotContain(DemoArchive.TEST_TOKEN);
    assertNoFileHolds(DemoArchive.TEST_TOKEN);
  }

  @Test
  void thePersonIsAskedForATokenAndTheDownloadGoesOn() throws IOException {
    AssertableProgram.Ended ended =
        type(EXCLUSIVE, "download", DemoArchive.TEST_TOKEN, "history")
            .succeeds()
            .says("4 files are exclusive", "token (from", "logged in as Demo Astronomer")
            .says("4 files fetched");
    assertThat(ended.out() + ended.err()).doesNotContain(DemoArchive.TEST_TOKEN);
    assertThat(files(".fits")).hasSize(4);
    assertNoFileHolds(DemoArchive.TEST_TOKEN);
  }

  @Test
  void withoutATokenThePersonGetsTheRest() {
    type(EXCLUSIVE, "download", "", "count")
        .succeeds()
        .says("no token was given", "0 files fetched", "4 refused")
        .shows("4\n");
  }

  @Test
  void theCurlScriptIsSavedAndRuns() throws Exception {
    AssertableProgram.Ended ended =
        program()
            .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
            .command(FOUR)
            .command("download --curl")
            .run()
            .succeeds()
            .says("a script for 8 files: bash ");
    Path script = folder.resolve("mastDownload_20261122120000.sh");
    ended.prints(script.toString());
    assertThat(script).isExecutable().content().startsWith("#!").contains("curl");
    assertNoFileHolds(DemoArchive.TEST_TOKEN);

    assumeThat(Path.of("/bin/bash")).exists();
    Process bash =
        new ProcessBuilder("/bin/bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("bash.log").toFile())
            .start();
    bash.getOutputStream().close();
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
    assertThat(files("_i2d.fits")).hasSize(8).allSatisfy(DownloadProgramTest::isFits);
  }

  @Test
  void theCurlScriptGetsTheNameThatIsGiven() {
    run(FOUR, "download 1-2 --curl mine.sh")
        .succeeds()
        .prints(folder.resolve("mine.sh").toString());
    assertThat(folder.resolve("mine.sh")).isExecutable();
    run(FOUR, "download name=nosuch* --curl").succeeds().says("no script was made");
  }

  @Test
  void aboveFiveHundredFilesTheScriptIsOffered() {
    AssertableProgram.Ended ended =
        program().command(SEARCH + "; products 1-2; unique; download --dry-run").run().succeeds();
    ended.doesNotSay("download --curl");
    run(SEARCH, "products", "unique", "download --dry-run")
        .succeeds()
        .says("1,457 files to fetch", "for so many files there is also: download --curl");
  }

  @Test
  void aPersonIsAskedBeforeMoreThanTenGigabytes() throws IOException {
    try (FaultyArchive vast =
        FaultyArchive.rewriting(archive.url(), "\"size\":20160", "\"size\":2000000000")) {
      AssertableProgram.in(folder)
          .arguments("--server", vast.url(), "-i")
          .typed(FOUR, "download", "n", "count")
          .run()
          .succeeds()
          .says("Fetch 16.0 GB? [y/N]", "not downloaded")
          .prints("8");
    }
    assertThat(files(".fits")).isEmpty();
  }

  @Test
  void observationsAreNoFiles() {
    type(SEARCH, "download", "count")
        .reportsOneError()
        .says("holds observations, not files", "products")
        .prints("12");
    run("download").exits(ExitCode.FAILED).reportsOneError().says("search first");
  }

  @Test
  void whatChoosesNothingIsSaid() {
    run(FOUR, "download suffix=i2dd")
        .succeeds()
        .says("none of the 8 has suffix=i2dd", "i2d?", "values suffix --here")
        .says("0 files to fetch");
  }

  @Test
  void anEmptySetHasNothingToFetch() {
    run(FOUR, "filter suffix=nosuch", "download").succeeds().says("0 files to fetch");
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .toList();
    }
  }

  private void assertNoFileHolds(String secret) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile))
          .allSatisfy(
              file ->
                  assertThat(
                          new String(
                              Files.readAllBytes(file),
                              java.nio.charset.StandardCharsets.ISO_8859_1))
                      .doesNotContain(secret));
    }
  }

  private static void isFits(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes.length % 2880).isZero();
    assertThat(new String(bytes, 0, 30, java.nio.charset.StandardCharsets.US_ASCII))
        .startsWith("SIMPLE  =");
  }
}
