package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.chart.Pictures;
import org.mastshell.command.ExitCode;

class PlotProgramTest extends DemoProgramTest {
  private static final String EVERYTHING = "search --all obs_collection=*";

  @Test
  void drawsTheFieldOfTheSet() {
    run(SEARCH, "plot")
        .succeeds()
        .shows("12 observations around 05h21m57s -69°29'51\"", "NIRCAM/IMAGE 12", "-69°30'", "⡇");
    run(SEARCH, "plot sky 1 --center 1 --radius 10arcmin").succeeds().shows("field 20' × 20'");
  }

  @Test
  void drawsTheWholeSkyAndSaysWhatHasNoFootprint() {
    run(EVERYTHING, "plot sky")
        .succeeds()
        .shows("on the whole sky", "A JWST 337", "12h", "+60°")
        .says("12 of 579 without a footprint: drawn as points");
    run(SEARCH, "plot sky --all-sky").succeeds().shows("on the whole sky");
  }

  @Test
  void drawsTimesWavelengthsAndValues() {
    run(EVERYTHING, "plot time --by mission")
        .succeeds()
        .shows("564 observations along time", "JWST", "2010")
        .says("15 of 579 without a date");
    run(EVERYTHING, "plot spectral").succeeds().shows("GALEX FUV", "wavelength, nm");
    run(SEARCH, "plot hist t_min --bins 4").succeeds().shows("t_min of 12 rows", "2022-06");
    run(SEARCH, "products 1", "plot hist size --log").succeeds().shows("kB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name,obsdate|a,2022-07-12|julianday(obsdate) - 2400000.5 AS t_min",
        "name,when|a,2022-07-12T10:30:00Z|julianday(\"when\") - 2400000.5 AS t_min",
        "name,night mjd|a,59772.5|\"night mjd\" AS t_min",
        "name,expstart|a,59772.5|expstart AS t_min",
        "name,MJD-AVG|a,59772.5|\"MJD-AVG\" AS t_min",
        "name,obsid,obsnum,exptime,mjd_obs|a,60001,60002,60003,59772.5|mjd_obs AS t_min",
        "name,obsnum,jobs|a,60002,60003|COLUMN AS t_min",
        "name,mag|a,20000|COLUMN AS t_min"
      })
  void rowsWithoutTheirDatesAreToldHowToNameThem(String head, String row, String wanted)
      throws IOException {
    Files.writeString(folder.resolve("own.csv"), head + "\n" + row + "\n");
    run("import own.csv", "plot time")
        .exits(ExitCode.FAILED)
        .says(
            "these rows have no t_min (when they begin, MJD), which plot time draws",
            "sql SELECT *, " + wanted + " FROM _")
        .doesNotSay("planned");
    if (!wanted.startsWith("COLUMN")) {
      run("import own.csv", "sql SELECT *, " + wanted + " FROM _", "plot time")
          .succeeds()
          .shows("along time", "2022-07-12");
    }
  }

  @ParameterizedTest
  @CsvSource({"s, COLUMN", "d, time"})
  void aTimeInOtherUnitsThanDaysIsNoDate(String unit, String wanted) throws IOException {
    Files.writeString(
        folder.resolve("own.ecsv"),
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: line, datatype: string}
        # - {name: time, unit: UNIT, datatype: float64}
        line time
        Pa-a 59772.5
        """
            .replace("UNIT", unit));
    run("import own.ecsv", "plot time")
        .exits(ExitCode.FAILED)
        .says("sql SELECT *, " + wanted + " AS t_min FROM _");
  }

  @Test
  void rowsWithoutTheirWavelengthsAreToldHowToNameThem() throws IOException {
    Files.writeString(
        folder.resolve("own.ecsv"),
        """
        # %ECSV 1.0
        # ---
        # datatype:
        # - {name: line, datatype: string}
        # - {name: wave, unit: um, datatype: float64}
        line wave
        Pa-a 1.875
        """);
    String wanted = "sql SELECT *, wave*1000 AS em_min, wave*1000 AS em_max FROM _";
    run("import own.ecsv", "plot spectral")
        .exits(ExitCode.FAILED)
        .says("these rows have no em_min and em_max (nm), which plot spectral draws", wanted);
    run("import own.ecsv", wanted, "plot spectral --by line").succeeds().shows("Pa-a");
    run("import own.ecsv", "plot sky")
        .exits(ExitCode.FAILED)
        .says("these rows have no ra and dec", "sql SELECT *, COLUMN AS ra, COLUMN AS dec FROM _");
    run("import own.ecsv", "filter line=x", "plot time")
        .succeeds()
        .says("there is nothing to draw");
  }

  @Test
  void savedPicturesNameWhatTheyCountAndHaveNoBlankHalf() throws IOException {
    run(
            SEARCH,
            "plot hist t_exptime --output hist.svg",
            "plot spectral --output spec.svg",
            "plot spectral --output spec.png",
            "plot spectral --size 400x300 --output small.svg")
        .succeeds();
    assertThat(folder.resolve("hist.svg")).content().contains(">rows</text>", "height=\"800\"");
    assertThat(folder.resolve("spec.svg")).content().contains("width=\"1200\" height=\"200\"");
    assertThat(Pictures.read(Files.readAllBytes(folder.resolve("spec.png"))).height())
        .isEqualTo(200);
    assertThat(folder.resolve("small.svg")).content().contains("width=\"400\" height=\"300\"");
  }

  private static final String DEEP = "search program=1073";

  @Test
  void groupsByNumbersAndDatesStandInTheirOrderAsShowHasThem() {
    String lanes = run(DEEP, "plot time --by t_exptime").succeeds().out();
    assertThat(lanes.lines().skip(1).map(line -> line.split(" {2,}", 2)[0]).limit(8))
        .containsExactly(
            "1m 47s", "3m 35s", "10m 44s", "14m 19s", "16m 06s", "25m 03s", "30m 25s", "55m 28s");
    run(DEEP, "plot sky --by t_min")
        .succeeds()
        .shows("A 2022-07-04 12:20 16   B 2022-07-04 12:25 16", "H 17 others 112");
    run(DEEP, "plot spectral --by em_min")
        .succeeds()
        .shows("\n616 nm    1", "\n1.012 µm  1", "\n1.32 µm  73");
  }

  @Test
  void groupsHaveAllTheirDigitsAsData() throws IOException {
    assertThat(data("csv", DEEP, "plot sky --by t_exptime").out())
        .contains("\n966.3119999999999,1,")
        .doesNotContain("16m");
    Files.writeString(
        folder.resolve("s.csv"),
        "ra,dec,mag\n80.1,-69,11.10000001\n80.2,-69,11.10000002\n80.3,-69,9\n");
    assertThat(data("csv", "import s.csv", "plot sky --by mag").out().replace("\r", ""))
        .startsWith("group,rows,ra,dec,reach\n11.10000001..11.10000002,1,80.1,-69,0\n")
        .endsWith("9,1,80.3,-69,0\n");
    assertThat(data("csv", "import s.csv", "plot hist ra").out().replace("\r", ""))
        .startsWith("from,to,count\n80.1,80.15,1\n80.15,80.2,0\n80.2,80.25,1\n");
  }

  @Test
  void eachSpanThatIsDrawnIsInTheData() {
    String spans = data("csv", DEEP, "filter t_exptime=644.208", "plot time").out();
    assertThat(spans.replace("\r", ""))
        .startsWith("group,observations,from,to\nNIRCAM/IMAGE,2,59701.46,")
        .hasLineCount(3);
    String bands = data("csv", DEEP, "filter filters=F150W", "plot spectral").out();
    assertThat(bands.replace("\r", ""))
        .isEqualTo("group,observations,from,to\nNIRCAM/IMAGE F150W,73,1320,1680\n");
    run(DEEP, "set pictures off", "plot time").succeeds().shows("2022-05-02", "2022-07-04", "224");
  }

  @Test
  void wholeNumbersHaveIntervalsWithoutGaps() {
    String everything = run(EVERYTHING, "plot hist level").succeeds().out();
    assertThat(everything.lines().filter(line -> line.matches(" *-1 +0 +1 +2 +3 +4 *"))).hasSize(1);
    String log = data("csv", EVERYTHING, "plot hist level --log").out().replace("\r", "");
    assertThat(log).startsWith("from,to,count\n0.5,1.5,").endsWith("\n").doesNotContain(",0\n");
    assertThat(data("csv", EVERYTHING, "plot hist level --bins 50").out())
        .doesNotContain("-1.5,-1.3");
  }

  @Test
  void aSavedPictureSaysOfItselfWhatHelps() throws IOException {
    run(EVERYTHING, "plot time --by obs_id --size 1200x800 --output lanes.svg").succeeds();
    assertThat(Files.readString(folder.resolve("lanes.svg")))
        .contains(" more (a picture grows up to 6000 pixels without --size)")
        .doesNotContain("--output");
  }

  @Test
  void productsAreDrawnByTheirObservations() {
    run(SEARCH, "products 1-2", "plot sky").succeeds().shows("2 observations around");
    run(SEARCH, "products 1", "plot hist t_exptime").succeeds().shows("t_exptime, s");
  }

  @Test
  void programsGetTheNumbers() {
    data("csv", SEARCH, "plot hist calib_level").prints("from,to,count\n2.5,3.5,12");
    assertThat(data("csv", SEARCH, "plot sky").out().lines().findFirst())
        .contains("group,observations,ra,dec,reach");
    run("set pictures off", SEARCH, "plot time").succeeds().shows("group", "2022-05-02");
  }

  @Test
  void savesPicturesAndReplacesNothing() throws IOException {
    run(SEARCH, "plot sky --output field.png --size 640x480").succeeds().says("saved: ");
    assertThat(Pictures.read(Files.readAllBytes(folder.resolve("field.png"))).width())
        .isEqualTo(640);
    run(SEARCH, "plot time --output time.svg").succeeds();
    assertThat(Files.readString(folder.resolve("time.svg"))).contains("<svg", "NIRCAM/IMAGE");
    Files.writeString(folder.resolve("mine.svg"), "mine");
    run(SEARCH, "plot sky --output mine.svg").exits(ExitCode.FAILED).says("there already");
    assertThat(folder.resolve("mine.svg")).hasContent("mine");
    run(SEARCH, "plot sky --output mine.svg --force").succeeds();
    assertThat(Files.readString(folder.resolve("mine.svg"))).contains("<svg");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .doesNotContain("field.png.part")
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plot nosuch",
        "plot hist",
        "plot hist nosuch",
        "plot hist target_name",
        "plot hist t_min --bins 0",
        "plot sky --bins 3",
        "plot time --radius 3",
        "plot sky --center nowhere",
        "plot sky --center 13",
        "plot sky --radius 60",
        "plot sky --radius 0",
        "plot sky --all-sky --radius 1",
        "plot sky --by nosuch",
        "plot sky --output field.gif",
        "plot sky --size 800x600",
        "plot sky --output a.png --size 10x10",
        "plot 14",
        "preview",
        "preview 13",
        "preview 1-2 --output a.jpg",
        "preview 1 --output a.txt",
      })
  void badInputIsOneError(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().says("^").prints("12");
    run(SEARCH, wrong).exits(ExitCode.USAGE);
  }

  @Test
  void aPlaceThatCannotBeReadIsCountedOnce() throws IOException {
    Files.writeString(
        folder.resolve("places.csv"), "obsid,s_ra,s_dec\n1,80.5,-69.5\n2,1e200,-69.5\n3,,\n");
    run("import places.csv", "plot sky")
        .succeeds()
        .says(
            "1 of 3 without a footprint: drawn as points",
            "2 of 3 without a footprint or a position: not drawn")
        .shows("1 observation around");
  }

  @Test
  void groupsOfSeveralColumnsDoNotRunTogether() throws IOException {
    Files.writeString(
        folder.resolve("groups.csv"),
        "obsid,instrument_name,filters,em_min,em_max\n1,A B,C,100,200\n2,A,B C,300,400\n"
            + "3,A, ,500,600\n4,A,,700,800\n");
    data("csv", "import groups.csv", "plot spectral")
        .prints(
            "group,observations,from,to\nA B · C,1,100,200\nA · B C,1,300,400\n"
                + "A (none),1,500,600\nA (none),1,700,800");
  }

  @Test
  void severalColumnsBehindByAreShown() {
    run(SEARCH, "plot sky --by filters level")
        .exits(ExitCode.USAGE)
        .says("plot does not take level", "columns stand together: --by filters,level");
    run(SEARCH, "plot sky --by filters,level").succeeds().shows("F277W 3 12");
  }

  @Test
  void anEmptySetIsNoError() {
    run("search target=nosuch", "plot sky").succeeds().says("nothing to draw").prints("");
    data("csv", "search target=nosuch", "plot sky").prints("group,observations,ra,dec,reach");
    run("plot").exits(ExitCode.FAILED).reportsOneError();
  }

  @Test
  void showsTheArchivesPictures() throws IOException {
    run(SEARCH, "preview 1-2").succeeds().shows("1 jw01073-o001_t001", "2 jw01073-o002_t001", "█");
    run(SEARCH, "preview 1 --output one.jpg").succeeds();
    run(SEARCH, "preview 1 --output one.png").succeeds();
    run(SEARCH, "preview 1 --output one.svg").succeeds();
    assertThat(Pictures.mediaType(Files.readAllBytes(folder.resolve("one.jpg"))))
        .isEqualTo("image/jpeg");
    assertThat(Pictures.mediaType(Files.readAllBytes(folder.resolve("one.png"))))
        .isEqualTo("image/png");
    assertThat(Files.readString(folder.resolve("one.svg"))).contains("data:image/jpeg;base64,");
    data("csv", SEARCH, "preview 1").shows("row,name,preview,width,height,bytes");
  }

  @Test
  void saysWhyThereIsNoPreview() throws IOException {
    for (String body : List.of("\u00ff\u00d8 broken", "plain text")) {
      byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
      try (FaultyArchive faulty =
          FaultyArchive.answeringFor(archive.url(), "Download/file", "image/jpeg", bytes)) {
        AssertableProgram.in(folder)
            .arguments("--server", faulty.url())
            .command(SEARCH)
            .command("preview 1")
            .run()
            .exits(ExitCode.ARCHIVE)
            .reportsOneError()
            .says("no preview of row 1");
      }
    }
    try (FaultyArchive missing = FaultyArchive.failingFor(archive.url(), "Download/file", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", missing.url())
          .command(SEARCH)
          .command("preview 1-2")
          .run()
          .exits(ExitCode.FAILED)
          .says("no preview of row 1", "no preview of row 2");
    }
  }

  @ParameterizedTest
  @CsvSource({"80,24", "40,20", "132,40", "60,20"})
  void countsTouchNeitherEachOtherNorTheLabelsOfTheGrid(int width, int height) {
    String drawn =
        program()
            .screen(width, height)
            .arguments("--color", "always")
            .command("search mission=JWST")
            .command("plot sky")
            .run()
            .succeeds()
            .out();
    String map = drawn.substring(drawn.indexOf("Aitoff"));
    // Whatever is written side by side has one colour, or belongs to a title or the legend.
    assertThat(map.replaceAll("\u001b\\[[0-9;]*m", "")).doesNotContainPattern("[°h]\\d");
    assertThat(map).doesNotContainPattern("\\d(\u001b\\[[0-9;]*m)+\\d");
  }

  @Test
  void theTitleCountsWhatIsInTheField() {
    run("search mission=JWST", "plot sky --center 5 --radius 5arcmin")
        .succeeds()
        .shows("226 of 337 observations around", "field 10' × 10'")
        .says("111 of 337 lie outside of this field");
    String drawn = run("search mission=JWST", "plot sky --center 5 --radius 5arcmin").out();
    int legend =
        Pattern.compile("[A-H] [^ ]+ ([0-9]+)")
            .matcher(drawn)
            .results()
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .sum();
    assertThat(legend).isEqualTo(226);
    run("search mission=JWST", "plot sky --center \"80.5 -69.5\" --radius 40deg")
        .succeeds()
        .shows("field 80° × 80°");
  }

  @Test
  void oneValueAloneIsShownAsThatValue() {
    String one = "search obs_id=jw01073-o001_t001_nircam_clear-f277w";
    String drawn = run(one, "plot hist exptime").succeeds().out();
    assertThat(drawn).contains("644.2").doesNotContain("645", "705");
    assertThat(drawn.lines().filter(line -> line.contains("█")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '█').count()).isLessThan(6));
    data("csv", one, "plot hist exptime").prints("from,to,count\n644.208,644.208,1");
    run(one, "plot hist exptime --log").succeeds().shows("644.2");
    run(one, "plot hist exptime --bins 5").succeeds().shows("644.2");
    run(one, "plot hist t_min").succeeds().shows("2022-0");
  }

  @Test
  void timesOfADayNameTheDay() {
    run(SEARCH, "plot hist t_min 1-2").succeeds().shows("t_min, UTC, 2022-");
  }

  @Test
  void theFormatOfAPlotCanBeNamed() {
    run(SEARCH, "plot hist calib_level --format csv")
        .succeeds()
        .shows("from,to,count", "2.5,3.5,12");
    run(SEARCH, "plot sky --format jsonl").succeeds().shows("\"group\":");
    run(SEARCH, "plot sky --format csv --output a.svg")
        .exits(ExitCode.USAGE)
        .says("--output saves a picture");
    run(SEARCH, "plot sky --format nosuch").exits(ExitCode.USAGE).reportsOneError();
  }

  @Test
  void plainRowsWithPositionsAreDrawn() throws IOException {
    Files.writeString(
        folder.resolve("stars.csv"), "ra,dec,mag\n80.5,-69.5,12\n80.6,-69.4,13\n,,9\n");
    run("import stars.csv", "plot sky")
        .succeeds()
        .shows("2 rows around")
        .says("1 of 3 without a footprint or a position: not drawn");
    run("import stars.csv", "plot sky --center 2 --radius 5arcmin").succeeds().shows("of 2 rows");
    run("import stars.csv", "plot sky --by mag").succeeds().shows("12", "13");
    data("csv", "import stars.csv", "plot sky").shows("rows,1,80.5,-69.5,0");
    Files.writeString(folder.resolve("mags.csv"), "name,mag\na,12\n");
    run("import mags.csv", "plot sky").exits(ExitCode.FAILED).says("no ra and dec");
  }

  @Test
  void linesForWhichThereIsNoRoomAreSaidWithTheWayToSeeThem() {
    String drawn =
        program()
            .screen(80, 24)
            .command("search --all obs_collection=*")
            .command("plot spectral")
            .run()
            .succeeds()
            .out();
    assertThat(drawn).contains("41 more: --output FILE.png shows all");
  }
}
