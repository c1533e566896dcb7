package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Pieces cut out of large images, with the whole program. */
class CutoutProgramTest extends DemoProgramTest {
  private static final String ASKED =
      "cutout tess coordinates=\"210.8 54.3\" size=10 sector=14 --to cut";
  private static final String NAME = "tess-s0014-3-3_210.800000_54.300000_10x10_astrocut.fits";
  private static final String ADDRESS = "/tesscut/api/v0.1/astrocut";

  @Test
  void aCutoutIsAFileAndARowOfASet() throws IOException {
    run(ASKED, "show file sector camera ccd size")
        .succeeds()
        .says("sent: ra=210.8 dec=54.3 y=10 x=10 units=px sector=14 product=SPOC")
        .says("1 cutout, 25.9 kB, in " + folder.resolve("cut"))
        .shows(NAME, "14", "25.9 kB");
    assertThat(folder.resolve("cut").resolve(NAME)).hasSize(25920);
    assertOnlyFiles("cut", NAME);
    run("verify cut").succeeds().shows("GOOD");
  }

  @Test
  void severalSectorsAreAskedForOneAfterTheOther() throws IOException {
    int before = archive.requests(ADDRESS);
    run("cutout tess target=\"M 101\" size=10 sector=14,41,14 --to cut; show sector")
        .succeeds()
        .says("y=10 x=10 units=px sector=14,41 product=SPOC", "2 cutouts, ")
        .shows("14", "41");
    assertThat(archive.requests(ADDRESS)).isEqualTo(before + 2);
    run("cutout tess target=\"M 101\" size=10 sector=14,99 --to cut; count")
        .succeeds()
        .says("the archive has none for sector 99", "seen there: sector=14,15,40,41")
        .shows("1");
    Files.writeString(folder.resolve("two.csv"), "name,ra,dec\na,210.8,54.3\nb,10,10\n");
    run("cutout tess coordinates=@two.csv sector=14,20 --to two --dry-run").shows("sector=14", "b");
    run("cutout tess coordinates=@two.csv sector=14,20 --to two; show match_name sector")
        .succeeds()
        .says("2 places, each with y=5 x=5 units=px sector=14,20")
        .says("the archive has none for a sector 20, b sector 14")
        .shows("a               14", "b               20");
    run("cutout zcut coordinates=\"189.49206 62.20615\" survey=goods_north,candels_gn_30mas size=20")
        .succeeds()
        .says("2 cutouts");
  }

  @Test
  void aSectorThatFailsDoesNotCostTheOthers() throws IOException {
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "sector=14", 404)) {
      faulty(ill, "cutout tess target=\"M 101\" sector=14,15 --to cut; show sector")
          .exits(ExitCode.ARCHIVE)
          .says("no answer for sector 14", "1 cutout")
          .shows("15");
      AssertableProgram.in(folder)
          .arguments("--server", ill.url(), "--quiet")
          .command("set retries 0")
          .command("cutout tess target=\"M 101\" sector=14,15 --to cut")
          .run()
          .exits(ExitCode.ARCHIVE)
          .says("no answer for sector 14: ")
          .doesNotSay("1 cutout");
    }
  }

  @Test
  void wherePlacesGotNoAnswerAtAllTheyAreSaved() throws IOException {
    Files.writeString(folder.resolve("two.csv"), "name,ra,dec\na,210.8,54.3\nb,10,10\n");
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), ADDRESS, 404)) {
      faulty(ill, "cutout tess coordinates=@two.csv --to cut --unmatched left.csv")
          .exits(ExitCode.ARCHIVE)
          .says("saved: " + folder.resolve("left.csv"));
    }
    assertThat(Files.readAllLines(folder.resolve("left.csv")))
        .containsExactly("name,ra,dec,why", "a,210.8,54.3,no answer", "b,10,10,no answer");
  }

  @Test
  void programsGetTheRows() throws IOException {
    JsonNode rows =
        new ObjectMapper()
            .readTree(run("cutout tess moving=Eleonora size=8x12 --format json").succeeds().out());
    assertThat(rows).hasSize(2);
    Path usual = folder.resolve("mastDownload/cutouts");
    assertThat(rows.path(1).path("path").asText())
        .isEqualTo(usual.resolve("tess-s0023-1-2_Eleonora_8x12_astrocut.fits").toString());
    assertThat(rows.path(1).path("sector").asInt()).isEqualTo(23);
    assertThat(rows.path(1).path("state").asText()).isEqualTo("new");
    assertThat(Path.of(rows.path(0).path("path").asText())).isRegularFile();
  }

  @Test
  void sectorsAndSurveysAreSetsToo() {
    run("cutout tess target=\"M 101\" --sectors", "filter sector>=40", "count")
        .succeeds()
        .says("M 101 is at 210.80230")
        .shows("tess-s0014-3-3", "\n2");
    run("cutout tess target=\"M 101\" product=TICA --sectors", "count")
        .succeeds()
        .shows("tica-s0040-3-3", "\n2");
    run("cutout tess target=\"M 101\" product=tica sector=41 --to tica; show sector camera ccd")
        .succeeds()
        .shows("41       3    3");
    run("cutout zcut coordinates=\"189.49206 62.20615\" --surveys")
        .succeeds()
        .shows("candels_gn_60mas", "goods_north");
    run("cutout tess coordinates=\"10 2\" --sectors").succeeds().says("no sector of TESS saw");
    run("cutout zcut coordinates=\"10 2\" --surveys").succeeds().says("no survey of zcut covers");
  }

  @Test
  void picturesAndAdvancedProductsCome() throws IOException {
    run("cutout zcut coordinates=\"189.49206 62.20615\" size=20 format=jpg survey=goods_north --to a")
        .succeeds();
    assertOnlyFiles("a", "goods_north_189.492060_62.206150_20.0pix-x-20.0pix_astrocut_0.jpg");
    run("cutout hap target=\"M 101\" size=10 --to b").succeeds().says("2 cutouts");
    run("cutout", "help cutout").succeeds().shows("zcut", "deep fields", "mastDownload/cutouts");
  }

  @Test
  void aDryRunAsksForNoCutouts() {
    int before = archive.requests("/tesscut");
    run("cutout tess coordinates=\"210.8 54.3\" size=5m --dry-run")
        .succeeds()
        .shows("5arcmin x 5arcmin", "/tesscut/api/v0.1/astrocut?ra=210.8&dec=54.3&y=0.0833333333");
    assertThat(archive.requests("/tesscut")).isEqualTo(before);
    assertThat(folder.resolve("mastDownload")).doesNotExist();
    run("cutout tess coordinates=\"210.8 54.3\" size=40 --dry-run").succeeds().says("set timeout");
  }

  @Test
  void nothingThereIsAnEmptyResult() {
    run("cutout tess coordinates=\"10 2\"; count")
        .succeeds()
        .says("the archive has no cutouts: No data found", "--sectors")
        .shows("0");
    assertThat(folder.resolve("mastDownload")).doesNotExist();
    run("cutout TESScut moving=Nobody").succeeds().says("the archive has no cutouts");
  }

  @Test
  void theSameAgainIsHereAlready() throws IOException {
    run(ASKED).succeeds();
    Path file = folder.resolve("cut").resolve(NAME);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    run(ASKED).succeeds().says("here already, with the same bytes: 1").shows("here already");
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000_000_000L);
    assertOnlyFiles("cut", NAME);
  }

  @Test
  void whatHasNotChangedIsNotToldAsChanged() throws IOException {
    run(ASKED, "refresh").succeeds().says("nothing new, gone or changed");
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\nfield,210.8,54.3\nb,3,40\n");
    run("cutout tess coordinates=@t.csv --to list", "refresh")
        .succeeds()
        .says("nothing new, gone or changed");
  }

  @Test
  void filesThatAreHereNeedNoDownload() {
    run(ASKED, "filter sector=14", "download")
        .exits(ExitCode.FAILED)
        .says("these files are here already, in " + folder.resolve("cut"));
    run("cutout tess moving=Eleonora --to a", "name a", ASKED, "union a 2", "download --dry-run")
        .exits(ExitCode.FAILED)
        .says("in " + folder.resolve("a") + ", " + folder.resolve("cut"));
    run(ASKED, "filter sector=99", "download")
        .exits(ExitCode.FAILED)
        .says("there is no file among these rows");
    run("cutout tess target=\"M 101\" --sectors", "download")
        .exits(ExitCode.FAILED)
        .says("the current set holds rows, not files");
  }

  @Test
  void ofTwoSizesWithOneNameBothAreKept() throws IOException {
    run("cutout hap target=\"M 101\" size=10 --to hap").succeeds();
    run("cutout hap target=\"M 101\" size=20 --to hap").succeeds().says("2 cutouts");
    String name = "hst_cutout_skycell-p2381x05y09-ra210d8023-decn54d3490_acs_wfc_";
    assertOnlyFiles(
        "hap",
        name + "f555w.fits",
        name + "f814w.fits",
        name + "f555w-2.fits",
        name + "f814w-2.fits");
  }

  @Test
  void theMissionIsCited() {
    run("cutout tess target=\"M 101\" sector=14; cite").succeeds().shows("TESS mission");
    run("cutout hap target=\"M 101\"; cite").succeeds().shows("Hubble");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatStandsThereIsNeverReplaced() throws IOException {
    Path cut = Files.createDirectory(folder.resolve("cut"));
    Files.writeString(cut.resolve(NAME), "mine");
    Path elsewhere = folder.resolve("elsewhere");
    Files.createSymbolicLink(cut.resolve(NAME.replace(".fits", "-2.fits")), elsewhere);
    Files.createDirectory(cut.resolve(NAME.replace(".fits", "-3.fits")));
    String free = NAME.replace(".fits", "-4.fits");
    run(ASKED).succeeds().shows(free);
    assertThat(cut.resolve(NAME)).hasContent("mine");
    assertThat(elsewhere).doesNotExist();
    assertThat(cut.resolve(free)).hasSize(25920);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "cutout tes coordinates='1 20' → did you mean tess",
        "cutout coordinates='1 20' → the service comes first",
        "cutout --sectors → the service comes first",
        "cutout tess → cut out around which place",
        "cutout tess size=10 → cut out around which place",
        "cutout tess coordinates='1 20' siz=3 → did you mean size",
        "cutout tess coordinates='1 20' survey=x → survey is for cutout zcut",
        "cutout tess coordinates='1 20' size=0 → no size that can be cut out",
        "cutout tess coordinates='1 20' size=-5 → no size",
        "cutout tess coordinates='1 20' size=2.5 → whole pixels",
        "cutout tess coordinates='1 20' size=5kg → no unit kg",
        "cutout tess coordinates='1 20' size=5x5x5 → a width and a height",
        "cutout tess coordinates='1 20' size=5px,5arcmin → both in pixels",
        "cutout tess coordinates='1 20' size=5M → no unit M",
        "cutout tess coordinates='1 20' size=0.0000000001arcsec → no size that can be cut out",
        "cutout tess coordinates='1 20' size=30deg → no size that can be cut out",
        "cutout tess coordinates='1 20' size>5 → takes = alone",
        "cutout tess coordinates='1 20' size=5 size=6 → given twice",
        "cutout tess coordinates='1 20' target='M 101' → two positions",
        "cutout tess moving=@list.txt → no file of them",
        "cutout tess coordinates=@nowhere.txt → there is no file",
        "cutout tess coordinates='1 20' moving=Eleonora → no place of its own",
        "cutout tess coordinates='1 20' moving_type=smallbody → is of a moving object",
        "cutout tess moving=Eleonora product=TICA → SPOC alone",
        "cutout tess moving=Eleonora moving_type=small → did you mean smallbody",
        "cutout tess coordinates='1 20' product=QLP → it is SPOC, TICA",
        "cutout tess coordinates='1 20' product=TICA sector=3 → begins with sector 27",
        "cutout tess coordinates='1 20' sector=x → is no sector",
        "cutout tess coordinates='1 20' sector=1,x → x is no sector",
        "cutout tess coordinates='1 20' sector=1..3 → 1..3 is no sector",
        "cutout tess coordinates='1 20' sector=@s.txt → no file of them",
        "cutout tess coordinates='1 20' product=TICA sector=30,3 → begins with sector 27",
        "cutout tess coordinates='1 20' product=SPOC,TICA → takes one value",
        "cutout tess coordinates='1 20' radius=1arcmin → a size, not a radius",
        "cutout tess ra=1 dec=20 → the centre is one parameter",
        "cutout zcut coordinates='1 20' format=gif → it is fits, jpg, png",
        "cutout zcut coordinates='1 20' stretch=log → is for pictures",
        "cutout zcut coordinates='1 20' --sectors → only tess has sectors",
        "cutout tess coordinates='1 20' --surveys → only zcut has surveys",
        "cutout tess coordinates='1 20' --sectors --to x → a list fetches no files",
        "cutout tess coordinates='1 20' sector=14 --sectors → lists what there is",
        "cutout zcut coordinates='1 20' size=5 --surveys → lists what there is",
        "cutout tess coordinates='1 20' --to '' → needs a folder",
        "cutout tess coordinates='1 20' --resolver NED → --resolver is for object=",
        "cutout tess coordinates='1 20' --colour → no option"
      })
  void whatCannotBeIsRefusedBeforeAnythingIsAsked(String line, String said) {
    int before = archive.requests("/");
    AssertableProgram.Ended ended = run(line).exits(ExitCode.USAGE);
    assertThat(ended.err()).contains("error: ", "^");
    assertThat(ended.err().replaceAll("\\s+", " ")).contains(said);
    assertThat(archive.requests("/")).isEqualTo(before);
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void pythonIsTranslated() {
    run("Tesscut.download_cutouts(objectname=\"M 101\", size=[8, 12], sector=14, path=\"d\")")
        .exits(ExitCode.USAGE)
        .says("here it is: cutout tess target=\"M 101\" size=12x8 sector=14 --to d");
  }

  @Test
  void aNameThatNobodyKnowsIsSaid() {
    run("cutout tess target=Nobody").exits(ExitCode.FAILED).says("no object called Nobody");
  }

  @Test
  void whatTheArchiveRefusesIsToldInItsWords() {
    run("cutout tess coordinates=\"210.8 54.3\" size=101")
        .exits(ExitCode.FAILED)
        .says("This archive cuts out 1 to 100 pixels");
  }

  @ParameterizedTest
  @EnumSource(BrokenZip.class)
  void whatIsBrokenLeavesNothing(BrokenZip zip) throws IOException {
    try (FaultyArchive faulty =
        FaultyArchive.answeringFor(archive.url(), ADDRESS, "application/zip", zip.bytes())) {
      AssertableProgram.Ended ended = faulty(faulty, ASKED).exits(ExitCode.ARCHIVE);
      assertThat(ended.err().lines().filter(line -> line.startsWith("error:"))).hasSize(1);
      assertThat(ended.err()).contains(zip.said());
      assertThat(ended.err()).doesNotContain("Exception", "\u001b");
      assertThat(ended.out()).doesNotContain(NAME);
    }
    assertThat(folder.resolve("cut")).doesNotExist();
    assertThat(folder.resolve("escaped.fits")).doesNotExist();
    assertNoParts();
  }

  @Test
  void foldersAndOddNamesInAnArchiveStayInTheFolder() throws IOException {
    byte[] zip =
        BrokenZip.zip("deep/er/", "deep/er/a:b?.txt", "-rf.txt", "x.TXT", "X.txt", ".bashrc");
    try (FaultyArchive odd =
        FaultyArchive.answeringFor(archive.url(), ADDRESS, "application/zip", zip)) {
      faulty(odd, ASKED).succeeds().says("5 cutouts");
    }
    assertOnlyFiles("cut", "a_b_.txt", "_-rf.txt", "x.TXT", "X-2.txt", "_.bashrc");
  }

  @Test
  void aWebPageIsNoCutout() throws IOException {
    for (String type : List.of("text/html", "application/zip")) {
      byte[] page = "<html><body>Maintenance</body></html>".getBytes(StandardCharsets.UTF_8);
      try (FaultyArchive ill = FaultyArchive.answeringFor(archive.url(), ADDRESS, type, page)) {
        faulty(ill, ASKED).exits(ExitCode.ARCHIVE).says("a web page came");
      }
    }
    assertThat(folder.resolve("cut")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"404,ARCHIVE,1", "403,LOGIN,1", "429,ARCHIVE,2", "503,ARCHIVE,2"})
  void statusesAreTold(int status, ExitCode code, int times) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultyArchive ill = FaultyArchive.restingFor(archive.url(), ADDRESS, status, "1", asked)) {
      faulty(ill, ASKED).exits(code).says("status " + status);
    }
    assertThat(asked).hasValue(times);
    assertThat(folder.resolve("cut")).doesNotExist();
  }

  @Test
  void anArchiveThatWantsToBeLeftAloneIs() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultyArchive busy = FaultyArchive.busyFor(archive.url(), ADDRESS, "7200", asked)) {
      faulty(busy, ASKED).exits(ExitCode.ARCHIVE).says("asks to be left alone");
    }
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReplyFault.class,
      names = {"CUT_INSIDE", "RESET_INSIDE", "STATUS_503", "WEB_PAGE", "EMPTY"})
  void whatPassesIsTriedAgain(ReplyFault fault) throws IOException {
    try (SpoilingArchive passing = new SpoilingArchive(archive.url())) {
      passing.spoil(AskedService.CUTOUTS, fault, 1);
      AssertableProgram.in(folder)
          .arguments("--server", passing.url())
          .command("set retries 1")
          .command(ASKED)
          .run()
          .succeeds();
    }
    assertOnlyFiles("cut", NAME);
  }

  @Test
  void ofAListEachPlaceIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\nfield,210.8,54.3\nbelt,10,2\n");
    run(
            "cutout tess coordinates=@t.csv sector=14 --to cut",
            "show match_name file sector",
            "filter match_name=field; count")
        .succeeds()
        .says("sent: 2 places, each with y=5 x=5", "the archive has none for belt: No data found")
        .shows("field       tess-s0014-3-3", "\n1");
    assertOnlyFiles("cut", "tess-s0014-3-3_210.800000_54.300000_5x5_astrocut.fits");
    run("cutout tess target=\"M 101\",\"HD 189733\",Nobody --sectors; count")
        .succeeds()
        .says("resolved: 2 of 3 names", "no position is known for 1 of 3 targets:", "Nobody")
        .shows("HD 189733", "\n8");
    run("cutout tess coordinates=@t.csv --dry-run --format csv")
        .succeeds()
        .shows("belt,tess,5x5 pixels,", "ra=10&dec=2");
  }

  @Test
  void aPlaceThatFailsDoesNotCostTheOthers() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\nb,3,40\nc,5,60\n");
    String line = "cutout tess coordinates=@t.csv sector=20 --to cut";
    run(line.replace("20", "14")).succeeds();
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "ra=3&", 500)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", ill.url(), "--on-error", "continue")
              .command("set retries 0; cutout tess coordinates=@t.csv --to some; count")
              .run();
      ended.exits(ExitCode.ARCHIVE).says("no answer for b: the archive at", "status 500");
      try (Stream<Path> all = Files.list(folder.resolve("some"))) {
        assertThat(all.map(one -> one.getFileName().toString()))
            .anyMatch(name -> name.contains("210.8"))
            .anyMatch(name -> name.contains("_5.0"))
            .noneMatch(name -> name.contains("_3.0") || name.endsWith(".part"));
      }
    }
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), ADDRESS, 500)) {
      AssertableProgram.Ended ended = faulty(ill, line).exits(ExitCode.ARCHIVE);
      assertThat(ended.err()).contains("error: the archive at");
      assertThat(ended.out()).isEmpty();
    }
    faulty("http://127.0.0.1:9", line).exits(ExitCode.ARCHIVE).says("connection refused");
  }

  @Test
  void ofAListWithoutAnyAnswerAllIsToldThatIsKnown() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\na,3,40\nc,5,60\n");
    String line = "cutout tess coordinates=@t.csv sector=14 --to cut";
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "dec=", 500)) {
      faulty(ill, line).exits(ExitCode.ARCHIVE).says("  no answer for a, a, c: the archive at");
      faulty(ill, "cutout tess target=\"M 101\",Nobody")
          .exits(ExitCode.ARCHIVE)
          .says("no position is known for Nobody");
    }
  }

  @Test
  void ofAListEachReasonIsTold() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\nb,3,40\nb,5,60\nd,10,2\nd,11,2\n");
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "ra=3&", 500);
        FaultyArchive both = FaultyArchive.failingFor(URI.create(ill.url()), "ra=5&", 404)) {
      AssertableProgram.Ended ended =
          faulty(both, "cutout tess coordinates=@t.csv sector=14 --to cut");
      ended.exits(ExitCode.ARCHIVE).says("none for d, d: No data found");
      assertThat(ended.err().lines().filter(line -> line.startsWith("  no answer for b: ")))
          .hasSize(2);
    }
  }

  @Test
  void aDiskThatFailsAtALaterPlaceLosesNothingThatCame() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\nb,210.9,54.3\nc,5,60\n");
    Path cut = folder.resolve("cut");
    try (FaultyArchive moving =
        FaultyArchive.after(
            archive.url(),
            "ra=210.9&",
            () -> {
              try {
                Files.move(cut, folder.resolve("away"));
                Files.writeString(cut, "in the way");
              } catch (IOException refused) {
                throw new UncheckedIOException(refused);
              }
            })) {
      faulty(moving, "cutout tess coordinates=@t.csv sector=14 --to cut")
          .exits(ExitCode.FAILED)
          .says(
              "nothing can be written into " + cut,
              "the cutouts of 1 of 3 places have come and stay in " + cut + "; no set was made");
    }
    assertOnlyFiles("away", "tess-s0014-3-3_210.800000_54.300000_5x5_astrocut.fits");
  }

  @Test
  void onlyPlacesWithCutoutsAreCountedWhenItIsInterrupted() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\nd,10,2\nb,3,40\nc,5,60\n");
    Interrupts interrupts = new Interrupts();
    StringWriter err = new StringWriter();
    try (FaultyArchive slow =
        FaultyArchive.after(archive.url(), "ra=3&", () -> interrupts.interrupt())) {
      new Program(world(slow.url(), err), interrupts)
          .run("-c", "cutout tess coordinates=@t.csv sector=14 --to cut");
    }
    assertThat(err.toString())
        .contains("interrupted: the cutouts of 1 of 4 places have come", "none for d");
  }

  @Test
  void ofAListThatIsInterruptedWhatCameStays() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\na,210.8,54.3\nb,3,40\nc,5,60\n");
    Interrupts interrupts = new Interrupts();
    StringWriter err = new StringWriter();
    try (FaultyArchive slow =
        FaultyArchive.after(archive.url(), "ra=3&", () -> interrupts.interrupt())) {
      World world = world(slow.url(), err);
      assertThat(
              new Program(world, interrupts)
                  .run("-c", "cutout tess coordinates=@t.csv sector=14 --to cut", "-c", "results"))
          .isEqualTo(ExitCode.INTERRUPTED);
    }
    assertThat(err.toString()).contains("interrupted: the cutouts of 1 of 3 places have come");
    assertOnlyFiles("cut", "tess-s0014-3-3_210.800000_54.300000_5x5_astrocut.fits");
  }

  private World world(String server, StringWriter err) {
    return new World(
        Map.of("MASTSHELL_HOME", folder.toString(), "MASTSHELL_SERVER", server),
        folder,
        folder,
        new BufferedReader(new StringReader("")),
        new PrintWriter(new StringWriter()),
        new PrintWriter(err),
        World.Terminals.none(),
        Clock.systemUTC());
  }

  @Test
  void whatIsInterruptedLeavesNothing() throws IOException {
    try (SpoilingArchive stalling = new SpoilingArchive(archive.url())) {
      stalling.spoil(AskedService.CUTOUTS, ReplyFault.STALL_INSIDE);
      StringWriter err = new StringWriter();
      World world = world(stalling.url(), err);
      Interrupts interrupts = new Interrupts();
      CompletableFuture<ExitCode> code =
          CompletableFuture.supplyAsync(() -> new Program(world, interrupts).run("-c", ASKED));
      await().until(() -> hasBegun(folder.resolve("cut")));
      assertThat(interrupts.interrupt()).isTrue();
      assertThat(code.join()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(err.toString()).contains("interrupted; nothing has changed");
    }
    assertThat(folder.resolve("cut")).doesNotExist();
  }

  private static boolean hasBegun(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.anyMatch(one -> one.toString().endsWith(".zip.part"));
    }
  }

  @Test
  void aFailureChangesNoSet() throws IOException {
    byte[] zip = BrokenZip.CUT_OFF.bytes();
    try (FaultyArchive faulty =
        FaultyArchive.answeringFor(archive.url(), ADDRESS, "application/zip", zip)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url(), "--on-error", "continue")
          .command("set retries 0; search program=1073 filters=F277W")
          .command(ASKED)
          .command("count")
          .run()
          .exits(ExitCode.ARCHIVE)
          .shows("12");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("cut"), "a file");
    int asked = archive.requests("/tesscut");
    run(ASKED).exits(ExitCode.FAILED).says("nothing can be written into", "--to DIR");
    run(ASKED + " --dry-run").exits(ExitCode.FAILED).says("nothing can be written into");
    assertThat(archive.requests("/tesscut")).isEqualTo(asked);
    assertThat(folder.resolve("cut")).hasContent("a file");
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
    if (!Files.isWritable(closed)) {
      run(ASKED.replace("--to cut", "--to closed"))
          .exits(ExitCode.FAILED)
          .says("nothing can be written into");
    }
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh", "export script again.mast; source again.mast"})
  void aSetOfCutoutsCanBeMadeAgain(String again) throws IOException {
    run(ASKED, again).succeeds();
    assertOnlyFiles("cut", NAME);
    run(ASKED, "export script again.py --as python").exits(ExitCode.FAILED).says("cutout");
    run(ASKED, "sql SELECT file, sector FROM _ WHERE size > 1000; count").succeeds().shows("1");
  }

  private AssertableProgram.Ended faulty(FaultyArchive server, String line) {
    return faulty(server.url(), line);
  }

  private AssertableProgram.Ended faulty(String server, String line) {
    return AssertableProgram.in(folder)
        .arguments("--server", server)
        .command("set retries 1")
        .command(line)
        .run();
  }

  private void assertOnlyFiles(String place, String... names) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(place))) {
      assertThat(all.map(one -> one.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private void assertNoParts() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(Path::toString).filter(one -> one.endsWith(".part"))).isEmpty();
    }
  }
}
