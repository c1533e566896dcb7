package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** Lists of values, of positions and of names. */
class ListsProgramTest extends DemoProgramTest {
  private static final String NEAR = "search coordinates=@targets.csv radius=2arcmin";

  @BeforeEach
  void takeTheListsOfTheGuide() throws IOException {
    for (String list : List.of("targets.csv", "names.txt")) {
      Files.copy(Path.of("docs", list), folder.resolve(list));
    }
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  @Test
  void findsObservationsNearEachOfAList() {
    run(NEAR, "count", "values match_name --here", "show match_name distance obs_id --limit 2")
        .succeeds()
        .says(
            "targets.csv: 8 targets (columns name, ra, dec)",
            "sent: 8 positions radius=0.033333deg",
            "182 observations",
            "near 6 of 8 targets",
            "no match for 2 of 8 targets:",
            "Vega  279.2347 38.7837",
            "M 87  187.7059 12.3911")
        .doesNotSay("judged here")
        .shows("182", "M 101          94", "eta Car        38", "distance (arcsec)");
  }

  /** What a limit leaves out is near nothing in the set. */
  @Test
  void aLimitSaysNearWhichOfTheTargetsItsRowsAre() {
    run(NEAR + " --limit 5")
        .succeeds()
        .says(
            "5 observations",
            "near 1 of 8 targets",
            "the first 5 rows only (--limit); what is near 5 more targets is not among them");
    run(NEAR + " --limit 200")
        .succeeds()
        .says("near 6 of 8 targets")
        .doesNotSay("--limit", "more target");
  }

  @Test
  void aSearchForOneTargetFindsAsMuchAsTheListDoes() {
    run(
            "search object=\"M 101\" radius=2arcmin",
            "count",
            NEAR,
            "filter match_name=\"M 101\"",
            "count",
            "search coordinates=@targets.csv radius=2arcmin match=\"m 101\" --count")
        .succeeds()
        .prints("94\n94\n94");
  }

  @Test
  void theNameAndTheDistanceAreFieldsLikeOthers() {
    run(
            "search coordinates=@targets.csv radius=12arcmin mission=GALEX,HST",
            "filter distance>0 match_name=M*",
            "show match_name distance --sort -distance --limit 1",
            "count",
            "fields match")
        .succeeds()
        .says("judged here: obs_collection=GALEX,HST", "nothing that meets the criteria for")
        .shows("M 101", "match_name");
  }

  @Test
  void saysWhatTheOtherCriteriaLeaveOut() {
    run(NEAR + " mission=IUE", "count")
        .succeeds()
        .says(
            "12 observations · IUE",
            "near 1 of 8 targets",
            "nothing that meets the criteria for 5 of 8 targets:",
            "no match for 2 of 8 targets:")
        .prints("12");
  }

  @Test
  void anObservationNearSeveralTargetsHasARowForEach() throws IOException {
    write("twice.txt", "161.5125 -59.8667 centre", "161.5325 -59.8667 beside");
    run(
            "search coordinates=@twice.txt radius=1arcmin mission=IUE",
            "count",
            "values match_name --here",
            "products",
            "observations",
            "unique",
            "show match_name --limit 1",
            "count")
        .succeeds()
        .says("12 observations in 24 rows, one for each target", "of 12 observations")
        .shows("24", "centre     12", "beside     12", "1  centre");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "jsonl", "ecsv", "votable"})
  void aSetThatWasWrittenCanBeSearchedFor(String format) throws IOException {
    String written =
        data(format, NEAR + " mission=FUSE,IUE", "unique --by match_name", "show").out();
    Files.writeString(folder.resolve("set." + format), written);
    Files.writeString(
        folder.resolve("ids"), data(format, "search mission=FUSE", "show obs_id").out());
    run(
            "search coordinates=@set." + format + " radius=1arcmin mission=IUE",
            "show match_name --limit 1",
            "search id=@ids:obs_id",
            "count")
        .succeeds()
        .says("1 target (columns target_name, s_ra, s_dec)", "ids: 4 values of the column obs_id")
        .shows("1  ETA-CARINAE", "4");
  }

  @Test
  void findsObservationsNearNamedObjects() {
    run("search object=@names.txt radius=2arcmin", "values match_name --here")
        .succeeds()
        .says(
            "names.txt: 6 values",
            "resolved: 5 of 6 names",
            "sent: 5 positions",
            "near 4 of 6 targets",
            "no position is known for 1 of 6 targets:\n    Nowhereland",
            "no match for 1 of 6 targets:\n    Vega")
        .shows("M 101", "eta Car", "NGC 6552", "TIC 25155310");
    run("search object=M101,\"eta Car\" radius=2arcmin --count").succeeds().prints("132");
    run("search object=Nowhereland,Neverland")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("none of 2 names could be resolved", "coordinates=@FILE");
  }

  @Test
  void theResolverCanBeChosen() {
    run("search object=\"M 101\" radius=2arcmin --resolver NED --count")
        .succeeds()
        .says("(NED)")
        .prints("94");
    run("search object=M101,Vega radius=2arcmin --resolver ned --count")
        .succeeds()
        .says("resolved: 1 of 2 names by ned")
        .prints("94");
    run("search object=Vega --resolver ned")
        .exits(ExitCode.FAILED)
        .says("ned of the archive's resolver knows no object called Vega");
    run("search object=Vega --resolver simbat")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("no resolver is called simbat", "did you mean simbad?", "tic");
    run("search mission=IUE --resolver ned")
        .exits(ExitCode.USAGE)
        .says("--resolver is for object=, and no name stands here");
    run(NEAR + " --resolver ned").exits(ExitCode.USAGE).says("--resolver is for object=");
  }

  @Test
  void resolvesManyNames() throws IOException {
    AssertableProgram.Ended resolved = data("csv", "resolve @names.txt");
    assertThat(resolved.out().lines())
        .startsWith("name,ra,dec,resolver,known_as,type", "M 101,210.8023,54.349,SIMBAD,M-101,\"\"")
        .hasSize(6);
    Files.writeString(folder.resolve("resolved.csv"), resolved.out());
    run("search coordinates=@resolved.csv radius=2arcmin --count", NEAR + " --count").succeeds();
    run("resolve @names.txt").succeeds().says("not known: Nowhereland");
    data("csv", "resolve M 101, M 87 --resolver ned")
        .shows("M 101,", ",NED,M-101", "M 87,", ",NED,M 87");
    data("csv", "resolve m101 --all").shows(",SIMBAD,M-101", ",NED,M-101");
    run("resolve Nowhereland, Neverland")
        .exits(ExitCode.FAILED)
        .says("knows none of these 2 names");
    run("resolve M 101,").exits(ExitCode.USAGE).says("a name is missing beside the comma");
    run("resolve KIC 8462852, EPIC 246199087", "resolve TIC 25155310 --resolver tic")
        .succeeds()
        .shows("KEPLER", "K2", "TIC");
  }

  @Test
  void savesWhatHasNoResult() throws IOException {
    run(NEAR + " mission=JWST --unmatched rest.csv").succeeds().says("saved: ", "rest.csv");
    assertThat(Files.readAllLines(folder.resolve("rest.csv")))
        .containsExactly(
            "name,ra,dec,why",
            "Vega,279.2347,38.7837,no match",
            "M 87,187.7059,12.3911,no match",
            "M 101,210.8023,54.349,nothing fits",
            "eta Car,161.5125,-59.866667,nothing fits");
    run("search coordinates=@rest.csv radius=2arcmin mission=HST --count")
        .succeeds()
        .says("rest.csv: 4 targets (columns name, ra, dec)", "near 2 of 4 targets")
        .prints("78");
    run("search object=@names.txt radius=2arcmin --unmatched rest.csv --count").succeeds();
    assertThat(Files.readAllLines(folder.resolve("rest.csv")))
        .containsExactly(
            "name,ra,dec,why", "Nowhereland,,,unknown name", "Vega,279.2347,38.7837,no match");
    run("search object=\"M 101\" --unmatched x.csv")
        .exits(ExitCode.USAGE)
        .says("--unmatched is for a list, and there is none");
    run(NEAR + " --limit 3 --unmatched x.csv")
        .exits(ExitCode.USAGE)
        .says("--unmatched needs the whole result", "take --limit away");
    run("search target=@names.txt --count --unmatched x.csv")
        .exits(ExitCode.USAGE)
        .says("take --count away");
    int before = archive.requests("/api");
    run(NEAR + " --unmatched nowhere/x.csv")
        .exits(ExitCode.FAILED)
        .says("cannot be written: there is no such folder");
    run(NEAR + " --unmatched .").exits(ExitCode.FAILED).says("it is a folder");
    assertThat(archive.requests("/api")).isEqualTo(before);
    assertThat(folder.resolve("rest.csv.part")).doesNotExist();
  }

  @Test
  void threeHundredTargetsWorkAsEasilyAsOne() throws IOException {
    List<String> lines = new ArrayList<>(List.of("name,ra,dec"));
    for (int i = 0; i < 300; i++) {
      lines.add(
          String.format(Locale.ROOT, "T%d,%.4f,%.4f", i, i % 3 == 0 ? 161.5125 : i, -59.8667));
    }
    write("many.csv", lines.toArray(String[]::new));
    int before = archive.requests("/api");
    run("search coordinates=@many.csv radius=1arcmin mission=IUE", "count")
        .succeeds()
        .says("300 targets", "near 10")
        .says("… and ", " more (--unmatched FILE saves all)")
        .prints("1200");
    assertThat(archive.requests("/api") - before).isBetween(2, 12);
  }

  @Test
  void saysHowFarItIsWhereItTakesLong() throws IOException {
    DemoOptions slow = new DemoOptions(0, 0, Duration.ofMillis(5300), 0);
    try (DemoArchive late = DemoArchive.start(slow)) {
      AssertableProgram.in(folder)
          .arguments("--server", late.url().toString())
          .command("search object=@names.txt radius=1arcmin")
          .run()
          .succeeds()
          .says("  resolving names: ", "  matching targets: ");
      AssertableProgram.in(folder)
          .arguments("--server", late.url().toString())
          .command("search object=\"M 101\" radius=1arcmin --count")
          .run()
          .succeeds()
          .says("  resolving: M 101");
    }
  }

  @Test
  void whatIsAnsweredStaysWhereAPartIsNot() throws IOException {
    try (FaultyArchive faulty =
        FaultyArchive.refusing(archive.url(), "Mast.Caom.Crossmatch", "210.8023")) {
      partly(faulty, NEAR + " --unmatched rest.csv", "count")
          .exits(ExitCode.ARCHIVE)
          .says(
              "88 observations",
              "near 5 of 8 targets",
              "no answer for 1 of 8 targets:\n    M 101  210.8023 54.349",
              "status 503",
              "the rest is kept; --unmatched FILE saves what is missing")
          .reportsNothing();
      partly(faulty, NEAR + " --partial", "count").succeeds().prints("88");
      quietly(faulty, NEAR).exits(ExitCode.ARCHIVE).says("status 503").doesNotSay("near 5");
      quietly(faulty, NEAR + " --partial").succeeds().doesNotSay("status 503");
      type(faulty, NEAR, "count").succeeds().prints("88");
    }
    assertThat(Files.readString(folder.resolve("rest.csv")))
        .contains("M 101,210.8023,54.349,no answer");
    run("search coordinates=@rest.csv radius=2arcmin --count").succeeds().prints("94");
  }

  private AssertableProgram.Ended partly(FaultyArchive faulty, String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder)
            .arguments("--server", faulty.url())
            .command("set retries 0; set parallel 1");
    List.of(lines).forEach(program::command);
    return program.run();
  }

  private AssertableProgram.Ended quietly(FaultyArchive faulty, String line) {
    return AssertableProgram.in(folder)
        .arguments("--server", faulty.url(), "--quiet")
        .command("set retries 0; set parallel 1; set batch_size 2")
        .command(line)
        .run();
  }

  private AssertableProgram.Ended type(FaultyArchive faulty, String... lines) {
    List<String> typed = new ArrayList<>(List.of("set retries 0"));
    typed.addAll(List.of(lines));
    return AssertableProgram.in(folder)
        .arguments("--server", faulty.url(), "-i")
        .typed(typed.toArray(String[]::new))
        .run();
  }

  @Test
  void namesThatAreNotAnsweredDoNotHoldUpTheOthers() throws IOException {
    try (FaultyArchive mute = FaultyArchive.failingFor(archive.url(), "Santa-war", 404);
        FaultyArchive faulty =
            FaultyArchive.refusing(
                java.net.URI.create(mute.url()), "Mast.Name.Lookup", "NGC 6552")) {
      partly(faulty, "search object=@names.txt radius=2arcmin")
          .exits(ExitCode.ARCHIVE)
          .says(
              "resolved: 4 of 6 names",
              "the resolver did not answer for 1 of 6 targets:\n    NGC 6552",
              "status 503");
      partly(faulty, "resolve @names.txt")
          .exits(ExitCode.ARCHIVE)
          .says("no answer: NGC 6552", "not known: Nowhereland")
          .shows("TIC 25155310");
    }
  }

  @Test
  void noAnswerAtAllChangesNothing() throws IOException {
    try (FaultyArchive faulty = FaultyArchive.refusing(archive.url(), "Mast.Caom.Crossmatch")) {
      type(faulty, "search mission=FUSE", NEAR, "results").succeeds().says("status 503");
      partly(faulty, NEAR, "count").exits(ExitCode.ARCHIVE).reportsOneError().prints("");
    }
  }

  @Test
  void aLimitAndARowLimitHold() {
    run(NEAR + " --limit 10", "count", "values match_name --here")
        .succeeds()
        .says("the first 10 rows only (--limit)")
        .shows("10");
    run("set row_limit 100", NEAR)
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says(
            "more than row_limit (100) observations match the first 8 of 8 targets; nothing was"
                + " kept",
            "--all");
    run("set row_limit 100", NEAR + " --all", "count").succeeds().prints("182");
    run("set row_limit 100", NEAR + " --count").succeeds().prints("182");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "coordinates=@gone.csv | there is no file gone.csv",
        "coordinates=@target.csv | did you mean targets.csv?",
        "coordinates=@bad.csv | bad.csv line 3 (B): 95.2 is no declination",
        "coordinates=@mastshell-home | it is a folder",
        "coordinates=@binary.dat | it holds no text",
        "coordinates=@empty.csv | empty.csv: it is empty",
        "coordinates=@targets.csv:where | targets.csv has no column where",
        "coordinates=@targets.csv radius=2kg | no unit is called kg",
        "coordinates=@targets.csv radius=2h | h is a unit of duration",
        "coordinates=@targets.csv object=M31 | object and coordinates are two positions",
        "coordinates!=@targets.csv | coordinates takes = alone",
        "target=@targets.csv:nane | targets.csv has no column nane",
        "target=@targets.csv:nane | did you mean name? it has the columns name, ra, dec",
        "program=@targets.csv | targets.csv has 3 columns, and none is called proposal_id",
        "sector=@names.txt | names.txt line 2: M 101 is no whole number",
        "mission=IUE match_name=x | match_name is there only where a list of targets is searched",
        "mission=IUE match_name=x --unmatched y | --unmatched is for a list",
      })
  void badInputChangesNothing(String words, String message) throws IOException {
    write("bad.csv", "name,ra,dec", "A,1,2", "B,210.8,95.2");
    write("empty.csv");
    Files.write(folder.resolve("binary.dat"), new byte[] {1, 2, 0, 3});
    Files.createDirectories(folder.resolve("mastshell-home"));
    run("search " + words).exits(ExitCode.USAGE).reportsOneError().says(message, "^");
    type("search " + words, "results").succeeds().says(message, "no sets yet");
  }

  @Test
  void allLinesToMendAreNamedAtOnce() throws IOException {
    List<String> lines = new ArrayList<>(List.of("name,ra,dec"));
    IntStream.range(0, 20).forEach(i -> lines.add("T" + i + "," + i + ",5"));
    lines.set(3, "T2,2,95");
    lines.set(8, "T7,7,");
    lines.set(16, "T15,15,north");
    write("three.csv", lines.toArray(String[]::new));
    run("search coordinates=@three.csv")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says(
            "three.csv line 4 (T2): 95 is no declination, which comes second (to mend: lines 4, 9 and 17)");
    lines.replaceAll(line -> line.replaceAll(",5$", ",95"));
    write("all.csv", lines.toArray(String[]::new));
    run("search coordinates=@all.csv")
        .exits(ExitCode.USAGE)
        .says("(to mend: lines 2, 3, 4, 5, 6, 7, 8, 9 and 12 more)");
    write("sectors.txt", "14", "M 101", "15", "", "x");
    run("search mission=TESS sector=@sectors.txt")
        .exits(ExitCode.USAGE)
        .says("sectors.txt line 2: M 101 is no whole number (to mend: lines 2 and 5)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "search coordinates=@7 | there is no file 7, and no set 7 either | sets lists the sets",
        "search coordinates=@7:where | there is no file 7, and no set 7 either | sets lists",
        "search target=@stars | there is no file stars, and no set of that name either | sets",
        "search target=@star | no set of that name either | did you mean bright-star? ",
        "search coordinates=@_ | there is no set yet | search first",
        "resolve @7 | there is no file 7, and no set 7 either | sets lists the sets",
        "crossmatch tic @7 | there is no file 7, and no set 7 either | sets lists the sets",
        "search coordinates=@names | there is no file names, and no set of | did you mean names.txt",
        "search coordinates=@gone.csv | there is no file gone.csv | write @FILE or @FILE:COLUMN",
      })
  void whatIsNoFileMayHaveBeenMeantForASet(String line, String message, String advice) {
    String[] before =
        line.endsWith("@star")
            ? new String[] {"search program=1073; name bright-star", line}
            : new String[] {line};
    run(before).exits(ExitCode.USAGE).reportsOneError().says(message, advice, "^");
  }

  @Test
  void emptyFilesAreCalledSo() throws IOException {
    Files.createFile(folder.resolve("nothing.txt"));
    run("search target=@nothing.txt").exits(ExitCode.USAGE).says("nothing.txt: it is empty");
    write("comments.txt", "# nothing", "");
    run("search target=@comments.txt").exits(ExitCode.USAGE).says("comments.txt holds no values");
  }

  @Test
  void aListStandsForItsValuesInAnyCommand() throws IOException {
    write("tics.txt", "# light curves", "TIC 25155310", "141914082", "TIC 999", "");
    write("files.csv", "productFilename,note", "lwp13058_mxlo.fits,a", "nothing.fits,b");
    run(
            "search mission=TESS target=@tics.txt",
            "count",
            "search mission=IUE",
            "products name=@files.csv",
            "count",
            "products; filter name!=@files.csv",
            "count",
            "products; filter name=@files.csv:PRODUCTFILENAME",
            "download name=@files.csv:productfilename --dry-run")
        .succeeds()
        .says(
            "tics.txt: 3 values",
            "no observation for 1 of 3 values of target_name:\n    TIC 999",
            "files.csv: 2 values of the column productFilename")
        .shows("10\n", "1\n11\n", "lwp13058_mxlo.fits");
  }

  @Test
  void aLongListGoesInSeveralRequests() throws IOException {
    List<String> ids = new ArrayList<>();
    IntStream.range(0, 3000).forEach(i -> ids.add("no" + i));
    ids.addAll(
        data("csv", "search mission=JWST program=1073", "show obs_id")
            .out()
            .lines()
            .skip(1)
            .toList());
    write("ids.txt", ids.toArray(String[]::new));
    int before = archive.requests("/api");
    run("search id=@ids.txt --unmatched rest.csv", "count", "filter id=@ids.txt", "count")
        .succeeds()
        .says(
            "ids.txt: 3,224 values",
            "sent: obs_id=no0,no1,no2,… (3,224 values) (13 requests)",
            "no observation for 3,000 of 3,224 values of obs_id:",
            "… and 2,992 more (--unmatched FILE saves all)")
        .prints("224\n224");
    assertThat(archive.requests("/api") - before).isEqualTo(13);
    List<String> rest = Files.readAllLines(folder.resolve("rest.csv"));
    assertThat(rest).hasSize(3001).startsWith("obs_id,why", "no0,no observation");
    run("search id=@rest.csv", "count").succeeds().prints("0");
  }

  @Test
  void valuesThatAreNotAnsweredDoNotHoldUpTheOthers() throws IOException {
    write("ids.txt", "lwp13058", "lwp13059", "lwp13060", "lwp13061", "lwp13062");
    try (FaultyArchive faulty = FaultyArchive.refusing(archive.url(), "\"lwp13060\"")) {
      partly(faulty, "set batch_size 2", "search id=@ids.txt --unmatched rest.csv", "count")
          .exits(ExitCode.ARCHIVE)
          .says(
              "4 observations",
              "no answer for 1 of 5 values of obs_id:\n    lwp13060",
              "status 503");
      quietly(faulty, "search id=@ids.txt")
          .exits(ExitCode.ARCHIVE)
          .says("status 503")
          .doesNotSay("observations");
      partly(faulty, "set batch_size 2", "search id=@ids.txt --partial", "count")
          .succeeds()
          .prints("4");
    }
    assertThat(Files.readAllLines(folder.resolve("rest.csv")))
        .containsExactly("obs_id,why", "lwp13060,no answer");
  }
}
