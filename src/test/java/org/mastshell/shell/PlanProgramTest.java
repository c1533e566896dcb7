package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/** What is said before a download, while it goes on, and at its end: to people and to programs. */
class PlanProgramTest extends DemoProgramTest {
  /** Eight files of one observation, 20,160 bytes each. */
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatIsReplacedIsCounted() throws IOException {
    run(EIGHT, "download 1-3").succeeds();
    Path first = first();
    Path elsewhere = folder.resolve("elsewhere.fits");
    Files.move(first, elsewhere);
    Files.createSymbolicLink(first, elsewhere);
    run(EIGHT, "download --existing overwrite --dry-run")
        .succeeds()
        .says("8 files to fetch", "0 here", "3 replace what is here")
        .shows("replaces a file of 20.2 kB", "replaces a link; what it leads to stays");
    run(EIGHT, "download --existing overwrite").succeeds();
    assertThat(Files.isSymbolicLink(first)).isFalse();
    assertThat(elsewhere).isNotEmptyFile();
  }

  @Test
  void whyAFileCannotBeWrittenIsReadWholeOnANarrowScreen() throws IOException {
    run(EIGHT, "download 1").succeeds();
    Path first = first();
    Files.delete(first);
    Files.createFile(first.resolveSibling(first.getFileName() + ".part"));
    AssertableProgram.Ended plan =
        program().screen(80, 24).command(EIGHT).command("download --dry-run").run().succeeds();
    String screen = (plan.out() + plan.err()).replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(screen.replaceAll("\\s+", " "))
        .contains(
            first.getFileName()
                + ".part stands there, and was not made by a download of this program: move it"
                + " away");
    assertThat(screen.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void onAScreenTheOutcomeFitsIt() throws Exception {
    String broken = "jw01073001001_02101_00001_nrcalong_i2d.fits";
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), broken, 404)) {
      for (int height : new int[] {12, 40}) {
        AssertableProgram.Ended ended =
            AssertableProgram.in(folder)
                .arguments("--server", faulty.url())
                .screen(80, height)
                .command(EIGHT + "; download --dir d" + height)
                .run()
                .exits(ExitCode.DOWNLOADS)
                .says("7 files fetched", "1 failed", "manifest: ", broken + ": the archive has");
        if (height == 12) {
          assertThat(ended.out()).as("no table of what went well").doesNotContain("COMPLETE");
        } else {
          assertThat(ended.out()).contains("COMPLETE");
        }
      }
    }
  }

  @Test
  void whatTheArchiveDoesNotHaveIsSaidOnce() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command(EIGHT + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("    8 files: the archive has no such file: it may have been replaced");
    }
  }

  @Test
  void notesAreSaidWhereTheTableDoesNotFit() throws IOException {
    run(EIGHT, "download").succeeds();
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    Files.writeString(manifest, Files.readString(manifest).replace(",1.5.3,", ",1.4.0,"));
    program()
        .screen(80, 12)
        .command(EIGHT + "; download --update")
        .run()
        .succeeds()
        .prints("")
        .says("8 files fetched", "8 files: replaces a stale file: version 1.4.0 was fetched");
  }

  private Path first() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("mastDownload"))) {
      return files.filter(file -> file.toString().endsWith(".fits")).sorted().findFirst().get();
    }
  }

  @Test
  void updateSaysWhatIsAskedAbout() {
    run(EIGHT, "download").succeeds();
    run(EIGHT, "download --update --dry-run")
        .succeeds()
        .says(
            "8 here, 161 kB",
            "  the archive is asked about 8 files that are here: those that changed are fetched again");
  }

  @Test
  void thePlanIsOneObjectWithTotalsAndFiles() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    Files.delete(folder.resolve("mastDownload/manifest.csv"));
    JsonNode plan =
        JSON.readTree(data("json", EIGHT, "download --dry-run --layout mast 1-6").out());
    assertThat(plan.get("to_fetch").asInt()).isEqualTo(4);
    assertThat(plan.get("bytes_to_fetch").asLong()).isEqualTo(4 * 20_160);
    assertThat(plan.get("here").asInt() + plan.get("unverified").asInt()).isEqualTo(2);
    assertThat(plan.get("bytes_here").asLong()).isEqualTo(2 * 20_160);
    assertThat(plan.get("enough_room").asBoolean()).isTrue();
    assertThat(plan.get("free").asLong()).isPositive();
    assertThat(plan.get("layout").asText()).isEqualTo("mast");
    assertThat(plan.get("folder").asText()).isEqualTo(folder.resolve("mastDownload").toString());
    assertThat(plan.get("bytes_per_second").isNull()).isTrue();
    assertThat(plan.get("files")).hasSize(6);
    JsonNode last = plan.get("files").get(5);
    assertThat(last.get("state").asText()).isEqualTo("to fetch");
    assertThat(last.get("size").asLong()).isEqualTo(20_160);
    assertThat(last.get("kept").asLong()).isZero();
    assertThat(last.get("rights").asText()).isEqualTo("public");
    assertThat(last.get("dataURI").asText()).startsWith("mast:JWST/product/");
    assertThat(last.get("path").asText()).startsWith(folder.resolve("mastDownload").toString());
  }

  @Test
  void thePlanInLinesBeginsWithTheTotals() throws IOException {
    List<JsonNode> lines = lines(data("jsonl", EIGHT, "download --dry-run").out());
    assertThat(lines).hasSize(9);
    assertThat(lines.get(0).get("event").asText()).isEqualTo("plan");
    assertThat(lines.get(0).get("to_fetch").asInt()).isEqualTo(8);
    assertThat(lines.subList(1, 9))
        .allSatisfy(line -> assertThat(line.get("event").asText()).isEqualTo("planned"));
  }

  @Test
  void otherFormatsHaveTheFiles() {
    assertThat(data("csv", EIGHT, "download --dry-run").out().lines())
        .hasSize(9)
        .first()
        .isEqualTo("file,state,size,note,path,dataURI,kept,rights");
  }

  @Test
  void anEmptyPlanIsAnObjectToo() throws IOException {
    JsonNode plan =
        JSON.readTree(data("json", EIGHT, "filter suffix=nosuch", "download --dry-run").out());
    assertThat(plan.get("to_fetch").asInt()).isZero();
    assertThat(plan.get("files")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsSaidInThePlanAndRefused() throws IOException {
    try (FaultyArchive vast =
        FaultyArchive.rewriting(
            archive.url(), "\"size\":20160", "\"size\":" + Long.MAX_VALUE / 16)) {
      AssertableProgram.in(folder)
          .arguments("--server", vast.url())
          .command(EIGHT + "; download --dry-run")
          .run()
          .exits(ExitCode.FAILED)
          .says("not enough room: ", "download would refuse this");
      AssertableProgram.in(folder)
          .arguments("--server", vast.url(), "--format", "jsonl")
          .command(EIGHT + "; download")
          .run()
          .exits(ExitCode.FAILED)
          .reportsOneError()
          .says("these files need ", "make room")
          .shows("\"enough_room\":false", "\"event\":\"end\"", "\"code\":1");
    }
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void thePlanSeesWhatStandsInThePlaceOfFilesAndFolders() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    Path file;
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      file = all.filter(one -> one.toString().endsWith(".fits")).findFirst().orElseThrow();
    }
    Files.delete(file);
    Files.createDirectory(file);
    JsonNode plan = JSON.readTree(data("json", EIGHT, "download 1-2 --dry-run").out());
    assertThat(plan.get("blocked").asInt()).isEqualTo(1);
    assertThat(plan.get("to_fetch").asInt()).isZero();
    assertThat(plan.get("files"))
        .anySatisfy(
            one -> {
              assertThat(one.get("state").asText()).isEqualTo("blocked");
              assertThat(one.get("note").asText()).startsWith("a folder is in its place");
            });
    run(EIGHT, "download 1-2")
        .exits(ExitCode.DOWNLOADS)
        .says("1 failed", "a folder is in its place: move it away", "  resume 1");
    Files.delete(file);
    run("resume").succeeds().says("1 file fetched");
  }

  @Test
  void ofWhichNoFileCanBeWrittenNoDownloadIsBegunNorKept() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      files = all.filter(file -> file.toString().endsWith("_i2d.fits")).toList();
    }
    for (Path file : files) {
      Files.delete(file);
      Files.createDirectory(file);
    }
    run(EIGHT, "download 1-2 --dry-run").exits(ExitCode.FAILED);
    for (String background : List.of("", " --background")) {
      run(EIGHT, "download 1-2" + background)
          .exits(ExitCode.FAILED)
          .reportsOneError()
          .says("none of the 2 files can be written", "a folder is in its place: move it away")
          .doesNotSay("resume");
    }
    run("jobs").says("no download is left");
  }

  @Test
  void aQuietDownloadSaysInOneLineWhatFailedAndHowToTryItAgain() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 503)) {
      for (String background : List.of("", " --background")) {
        AssertableProgram.Ended ended =
            AssertableProgram.in(folder)
                .arguments("--server", faulty.url(), "--quiet")
                .command("set retries 0; " + EIGHT + "; download" + background)
                .run()
                .exits(ExitCode.DOWNLOADS);
        assertThat(ended.err().lines())
            .singleElement()
            .asString()
            .startsWith("4 of 8 files did not come: resume ");
      }
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderBlocksAll() throws IOException {
    Files.writeString(folder.resolve("mastDownload"), "mine");
    run(EIGHT, "download --dry-run")
        .exits(ExitCode.FAILED)
        .says("0 files to fetch", "8 that cannot be written")
        .shows("blocked", "mastDownload is a file, and a folder is needed there");
    run(EIGHT, "download").exits(ExitCode.FAILED).says("a file is in the place of a folder");
    run(EIGHT, "download --background")
        .exits(ExitCode.FAILED)
        .says("a file is in the place of a folder");
    run("jobs").says("no download is left");
    assertThat(folder.resolve("mastDownload")).hasContent("mine");
  }

  @Test
  void oneReasonOfManyFilesIsSaidOnce() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "Download/file", 503)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", faulty.url())
              .command("set retries 0; " + EIGHT + "; download")
              .run()
              .exits(ExitCode.DOWNLOADS)
              .says("    8 files: ", "_nrcalong_i2d.fits, ");
      assertThat(ended.err().lines().filter(line -> line.contains("status 503"))).hasSize(1);
    }
  }

  @Test
  void whoIsLoggedInIsNotToldToLogIn() {
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command("search rights=exclusive level=2; products 1 productType=SCIENCE")
        .command("download --dry-run")
        .run()
        .succeeds()
        .says("4 exclusive")
        .doesNotSay("need a login");
  }

  @Test
  void whichFilesNeedALoginIsMarked() throws IOException {
    String exclusive = "search rights=exclusive level=2; products 1 productType=SCIENCE; name ours";
    String both = exclusive + "; " + EIGHT + "; union ours _";
    AssertableProgram.Ended plan =
        program().screen(80, 40).command(both).command("download --dry-run").run().succeeds();
    String screen = plan.screen().replaceAll("\u001b\\[[0-9;]*m", "");
    assertThat(screen.lines().filter(line -> line.endsWith("  needs a login"))).hasSize(4);
    assertThat(screen.lines()).allMatch(line -> line.length() <= 80);
    plan.says("4 exclusive (need a login)", "  need a login: jw05191004001_");
    JsonNode files = JSON.readTree(data("json", both, "download --dry-run").out()).get("files");
    assertThat(files)
        .filteredOn(file -> file.get("note").asText().equals("needs a login"))
        .hasSize(4)
        .allSatisfy(file -> assertThat(file.get("rights").asText()).isEqualTo("exclusive"));
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command(both)
        .command("download --dry-run")
        .run()
        .succeeds()
        .doesNotSay("need a login")
        .shows("exclusive");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    for (String options :
        List.of(
            "--curl --to curl",
            "--curl --background",
            "--curl --update",
            "--curl --layout flat",
            "--curl --existing overwrite",
            "--to curl x.sh --background",
            "--update --existing overwrite",
            "--update --existing keep-both")) {
      run(EIGHT, "download " + options).exits(ExitCode.USAGE).says("^", "--");
    }
    run(EIGHT, "download --to wget x.sh --background")
        .says("--to saves a script, and nothing is fetched here", "leave out --background or --to");
    assertThat(folder.resolve("x.sh")).doesNotExist();
    assertThat(folder.resolve("mastDownload")).doesNotExist();
  }

  @Test
  void theTimeIsToldAtTheRateOfTheLastDownload() throws IOException {
    String many = SEARCH + "; products suffix=i2d; unique";
    run(many, "download --dry-run").succeeds().doesNotSay("as last time");
    run(many, "download").succeeds();
    Path rates = folder.resolve("mastshell-home/state/transfer-rates.csv");
    assertThat(rates).content().startsWith(archive.url().toString());
    run(many, "download --dry-run --dir other").succeeds().says(", about ", "/s as last time");

    Files.writeString(rates, archive.url() + ",1000\n");
    run(EIGHT, "download --dry-run --dir other")
        .says("8 files to fetch, 161 kB, about 2m 41s at 1.0 kB/s as last time");
    JsonNode plan = JSON.readTree(data("json", EIGHT, "download --dry-run --dir other").out());
    assertThat(plan.get("seconds").asInt()).isEqualTo(161);
    run(EIGHT, "download --dir other").succeeds();
    assertThat(rates).as("eight small files tell nothing").content().contains(",1000");

    Files.writeString(rates, "what,ever\n\"");
    run(EIGHT, "download --dry-run --dir third").succeeds().doesNotSay("as last time");
  }

  @Test
  void associationsThatWouldBeTornApartAreSaid() {
    String stageThree = SEARCH + "; products 1 suffix=asn,cal; unique";
    run(stageThree, "download --dry-run")
        .succeeds()
        .says("note: associations (_asn.json) go into other folders than ", "--flat");
    for (String format : List.of("json", "jsonl")) {
      data(format, stageThree, "download --dry-run")
          .succeeds()
          .shows("\"notes\":[\"associations (_asn.json) go into other folders than ");
    }
    run(stageThree, "download --dry-run --flat").succeeds().doesNotSay("note: associations");
    run(stageThree, "download --dry-run --layout '{program}/{filename}'")
        .succeeds()
        .doesNotSay("note: associations");
    run(stageThree, "filter suffix=cal", "download --dry-run")
        .succeeds()
        .doesNotSay("note: associations");
  }

  @Test
  void associationsThatCameEarlierAreMindedToo() {
    String asn = SEARCH + "; products 1 suffix=asn; unique";
    String cal = SEARCH + "; products 1 suffix=cal; unique";
    String apart = "lie in other folders, since one of the two came earlier";
    run(asn, "download").succeeds().doesNotSay("note: associations");
    run(cal, "download --dry-run").succeeds().says("note: associations (_asn.json)", apart);
    run(cal, "download 1").succeeds().says(apart);
    run(cal, "download 1").succeeds().doesNotSay("note: associations");
    run(cal, "download --dir other 1").succeeds().doesNotSay("note: associations");
    run(asn, "download --dir other").succeeds().says(apart);
  }

  @Test
  void theTotalsOfAPlanStandBehindItsTable() {
    AssertableProgram.Ended ended =
        program()
            .screen(80, 10)
            .command(EIGHT + "; download --dry-run")
            .run()
            .succeeds()
            .says("8 files to fetch", "the same without --dry-run fetches them");
    assertThat(ended.screen())
        .containsSubsequence(
            "to fetch  20.2 kB", " rows", "8 files to fetch", "  into ", "the same without");
  }

  @Test
  void aProgramCanFollowTheFilesAsTheyEnd() throws Exception {
    run(EIGHT, "download 1").succeeds();
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", faulty.url(), "--format", "jsonl")
              .command("set retries 0; " + EIGHT + "; download")
              .run()
              .exits(ExitCode.DOWNLOADS);
      List<JsonNode> events = lines(ended.out());
      assertThat(events)
          .extracting(event -> event.get("event").asText())
          .startsWith("begin")
          .endsWith("end")
          .hasSize(10);
      assertThat(events.get(0).get("to_fetch").asInt()).isEqualTo(7);
      assertThat(events.subList(1, 9))
          .extracting(event -> event.get("status").asText())
          .containsOnly("COMPLETE", "FAILED", "SKIPPED");
      assertThat(events.subList(1, 9))
          .filteredOn(event -> event.get("status").asText().equals("COMPLETE"))
          .hasSize(3)
          .allSatisfy(event -> assertThat(event.get("sha256").asText()).hasSize(64));
      JsonNode end = events.get(9);
      assertThat(end.get("complete").asInt()).isEqualTo(3);
      assertThat(end.get("skipped").asInt()).isEqualTo(1);
      assertThat(end.get("failed").asInt()).isEqualTo(4);
      assertThat(end.get("bytes").asLong()).isEqualTo(3 * 20_160);
      assertThat(end.get("code").asInt()).isEqualTo(5);
    }
  }

  @Test
  void resumingGivesTheSameEvents() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      at(faulty, "set retries 0; " + EIGHT + "; download").exits(ExitCode.DOWNLOADS);
      List<JsonNode> events = lines(at(faulty, "resume").exits(ExitCode.DOWNLOADS).out());
      assertEvents(events, 8, 1);
      assertThat(events.get(0).get("to_fetch").asInt()).isEqualTo(4);
      assertThat(events.get(9).get("failed").asInt()).isEqualTo(4);
      assertThat(events.get(9).get("code").asInt()).isEqualTo(5);
    }
  }

  @Test
  void repairingGivesTheSameEvents() throws Exception {
    run(EIGHT, "download 1-2").succeeds();
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      for (Path file : all.filter(file -> file.toString().endsWith(".fits")).toList()) {
        Files.delete(file);
      }
    }
    List<JsonNode> events = lines(data("jsonl", "download --repair").out());
    assertEvents(events, 2, 0);
    assertThat(events.subList(1, 3))
        .allSatisfy(event -> assertThat(event.get("sha256").asText()).hasSize(64))
        .allSatisfy(event -> assertThat(event.get("source").asText()).isEqualTo("archive"));
  }

  @Test
  void aScriptThatWaitsForTheBackgroundGivesTheSameEvents() throws Exception {
    List<JsonNode> events =
        lines(data("jsonl", EIGHT, "download 1-3 --background", "count").out()).stream()
            .filter(JsonNode::isObject)
            .toList();
    assertEvents(events, 3, 1);
    assertThat(events.get(4).get("complete").asInt()).isEqualTo(3);
    assertThat(events.get(4).get("code").asInt()).isZero();
  }

  private static void assertEvents(List<JsonNode> events, int files, int job) {
    assertThat(events).extracting(event -> event.get("event").asText()).hasSize(files + 2);
    assertThat(events.get(0).get("event").asText()).isEqualTo("begin");
    assertThat(events.subList(1, files + 1))
        .allSatisfy(event -> assertThat(event.get("event").asText()).isEqualTo("file"));
    assertThat(events.get(files + 1).get("event").asText()).isEqualTo("end");
    assertThat(events).allSatisfy(event -> assertThat(event.get("job").asInt()).isEqualTo(job));
  }

  private AssertableProgram.Ended at(FaultyArchive faulty, String line) {
    return AssertableProgram.in(folder)
        .arguments("--server", faulty.url(), "--quiet", "--format", "jsonl")
        .command(line)
        .run();
  }

  @Test
  void whatFailedIsNamedWithTheCommandThatTriesItAgain() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", faulty.url())
              .command("set retries 0; " + EIGHT)
              .command("download detector=nrc* --layout '{program} {suffix}/{filename}' --update")
              .run()
              .exits(ExitCode.DOWNLOADS)
              .says("  failed:\n    4 files: the archive has no such file: ", "_nrcblong_i2d.fits")
              .says("jobs drop 1 forgets this download, resume 1 asks once more");
      assertThat(only(ended.err(), "  jobs drop ")).startsWith("jobs drop 1");
    }
    mend(1);
    // Neither other settings nor another set make it another download.
    run("set layout flat", EIGHT, "filter name=*nosuch*", "resume 1")
        .succeeds()
        .says("4 files fetched");
    try (Stream<Path> all = Files.list(folder.resolve("1073 i2d"))) {
      assertThat(all.filter(file -> file.toString().endsWith(".fits"))).hasSize(8);
    }
  }

  @Test
  void overwritingIsTriedAgainForTheFailedFilesAlone() throws Exception {
    run(EIGHT, "download --flat").succeeds();
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; " + EIGHT + "; download --flat --existing overwrite")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("4 files fetched", "resume 1 asks once more\n");
    }
    mend(1);
    run("resume 1").succeeds().says("4 files fetched").doesNotSay("here already");
  }

  @Test
  void refusedFilesAreListedWithTheLoginThatTheyNeedAndTheCommandForAfterIt() {
    AssertableProgram.Ended ended =
        run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download")
            .exits(ExitCode.LOGIN)
            .says("4 files are exclusive", "login first, or set MAST_API_TOKEN")
            .says("_mirimage_uncal.fits", "to try just these again:");
    assertThat(only(ended.err(), "  resume ")).isEqualTo("resume 1");
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command("resume 1")
        .run()
        .succeeds()
        .says("4 files fetched");
  }

  @Test
  void refusedAndFailedFilesAreTriedAgainByOneCommand() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "rateints", 404)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", faulty.url())
              .command("set retries 0; search rights=exclusive level=2")
              .command("products 1 productType=SCIENCE")
              .command("download")
              .run()
              .exits(ExitCode.DOWNLOADS);
      assertThat(only(ended.err(), "  resume ")).isEqualTo("resume 1");
    }
  }

  /** As if the archive had moved to an address where it is well. */
  private void mend(int job) throws IOException {
    Path file = folder.resolve("mastshell-home/state/downloads").resolve(job + ".jsonl");
    Files.writeString(
        file, Files.readString(file).replaceFirst("http://[0-9.:]+", archive.url().toString()));
  }

  private static String only(String talk, String beginning) {
    List<String> found = talk.lines().filter(line -> line.startsWith(beginning)).toList();
    assertThat(found).as(talk).hasSize(1);
    return found.get(0).strip();
  }

  private static List<JsonNode> lines(String text) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : text.lines().toList()) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }
}
