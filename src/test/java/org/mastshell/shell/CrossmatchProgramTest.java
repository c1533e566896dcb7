package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

/** Positions of sets and files matched with catalogues and observations. */
class CrossmatchProgramTest extends DemoProgramTest {
  private static final String STARS = "catalog tic target=M101 radius=3arcmin Tmag<13";

  @BeforeEach
  void list() throws IOException {
    Files.writeString(
        folder.resolve("list.csv"),
        "name,ra,dec\nM101,210.8023,54.349\nVega,279.2347,38.7837\nnowhere,10,10\n");
  }

  private int count(String... lines) {
    String[] all = java.util.Arrays.copyOf(lines, lines.length + 1);
    all[lines.length] = "count";
    return Integer.parseInt(data("csv", all).out().strip());
  }

  @Test
  void everyStarIsFoundInTheOtherCatalogue() {
    int stars = count(STARS);
    assertThat(count(STARS, "crossmatch gaiadr3 radius=0.1arcsec --nearest")).isEqualTo(stars);
    run(STARS, "crossmatch gaiadr3 radius=2s")
        .succeeds()
        .says(
            "radius=2s: 2arcsec",
            "sent: " + stars + " positions radius=0.000556deg",
            "· Gaia DR3 ·",
            "near " + stars + " of " + stars + " targets");
  }

  @Test
  void eachRowSaysToWhichRowItBelongsAndHowFarItIs() {
    List<String> ids = data("csv", STARS, "show ID").out().lines().toList();
    List<String> rows =
        data("csv", STARS, "crossmatch tic --nearest", "show ID match_name match_row distance")
            .out()
            .lines()
            .toList();
    assertThat(rows).hasSameSizeAs(ids);
    for (int row = 1; row < rows.size(); row++) {
      assertThat(rows.get(row)).startsWith(ids.get(row) + "," + ids.get(row) + "," + row + ",");
    }
  }

  @Test
  void hoursMinutesAndSecondsOfATableAreRead() throws IOException {
    Files.writeString(
        folder.resolve("written.csv"),
        "name,ra,dec\na,14:03:12.0,+54:18:00\nb,14 03 12,54 18 00\nc,210.8,54.3\nd,here,there\n");
    data("csv", "import written.csv", "crossmatch tic radius=3arcmin --nearest", "show match_name")
        .prints("match_name\na\nb\nc")
        .reportsNothing();
    run("import written.csv", "crossmatch tic radius=3arcmin --nearest")
        .succeeds()
        .says("1 row without a position", "near 3 of 3 targets");
  }

  @Test
  void positionsOfAFileAreMatchedWithTheirNames() {
    run("crossmatch gaiadr2 @list.csv radius=1arcmin --nearest --unmatched rest.csv")
        .succeeds()
        .says(
            "list.csv: 3 targets (columns name, ra, dec)",
            "2 catalog rows · Gaia DR2",
            "near 2 of 3 targets",
            "nowhere")
        .reportsNothing();
    assertThat(folder.resolve("rest.csv")).content().contains("nowhere");
    data("csv", "crossmatch tic @list.csv radius=1arcmin --nearest", "show match_name")
        .prints("match_name\nM101\nVega");
    assertThat(count("catalog gaiadr3 coordinates=@list.csv radius=1arcmin"))
        .isEqualTo(count("crossmatch gaiadr3 @list.csv radius=1arcmin"))
        .isGreaterThan(4);
  }

  /** Places in the middle of the stars, a line each. */
  private void places(int count, java.util.function.IntFunction<String> name) throws IOException {
    StringBuilder lines = new StringBuilder("name,ra,dec\n");
    for (int i = 0; i < count; i++) {
      lines.append(name.apply(i)).append(",").append(210.79 + i * 1e-4).append(",54.349\n");
    }
    Files.writeString(folder.resolve("big.csv"), lines);
  }

  @Test
  void theNearestOfEachAreCountedWhereRowsAreLimited() throws IOException {
    places(120, i -> "p" + i);
    run("crossmatch tic @big.csv radius=3arcmin --nearest --limit 100")
        .succeeds()
        .says("100 catalog rows", "the first 100 rows only (--limit)");
    run("crossmatch tic @big.csv radius=3arcmin --nearest --limit 120")
        .succeeds()
        .says("120 catalog rows", "near 120 of 120 targets")
        .doesNotSay("--limit)", "not asked for");
    run("set row_limit 150", "crossmatch tic @big.csv radius=3arcmin --nearest")
        .succeeds()
        .says("120 catalog rows");
    run("set row_limit 50", "crossmatch tic @big.csv radius=3arcmin --nearest")
        .exits(ExitCode.FAILED)
        .says("more than row_limit (50) catalog rows match");
  }

  @Test
  void targetsOfOneNameHaveANearestEach() throws IOException {
    places(3, i -> "star");
    data("csv", "crossmatch tic @big.csv radius=3arcmin --nearest --count").prints("3");
    data("csv", "crossmatch tic @big.csv radius=3arcmin --nearest", "show match_name")
        .prints("match_name\nstar\nstar\nstar");
  }

  @Test
  void rowsBeyondTheRadiusAreSaid() throws IOException {
    String rows =
        """
        {"status":"COMPLETE","msg":"","fields":[{"name":"source_id","type":"string"}],"data":[
        {"source_id":"1","ra":210.8023,"dec":54.349,"mastshell_row":0},
        {"source_id":"2","ra":210.8023,"dec":54.449,"mastshell_row":0}],
        "paging":{"page":1,"pageSize":50000,"pagesFiltered":1,"rows":2,"rowsFiltered":2,"rowsTotal":2}}
        """;
    try (FaultyArchive strange = FaultyArchive.answering(200, "application/json", rows)) {
      AssertableProgram.in(folder)
          .arguments("--server", strange.url())
          .command("crossmatch gaiadr2 @list.csv radius=5arcsec")
          .run()
          .succeeds()
          .says(
              "2 catalog rows",
              "1 row lies beyond the radius",
              "filter distance<=0.001389deg leaves it out");
    }
  }

  @Test
  void whereTheServiceIsUnknownAnotherReleaseIsNamed() throws IOException {
    String refusal =
        "{\"status\":\"ERROR\",\"msg\":\"Unknown service 'Mast.GaiaDR3.Crossmatch'.\"}";
    try (FaultyArchive older = FaultyArchive.answering(200, "application/json", refusal)) {
      AssertableProgram.in(folder)
          .arguments("--server", older.url())
          .command("crossmatch gaiadr3 @list.csv")
          .run()
          .exits(ExitCode.FAILED)
          .says("Unknown service", "gaiadr2 instead")
          .doesNotSay("check the criteria");
      AssertableProgram.in(folder)
          .arguments("--server", older.url())
          .command("crossmatch gaiadr1 @list.csv")
          .run()
          .doesNotSay("gaiadr2");
    }
  }

  @Test
  void criteriaAreJudgedHere() {
    run("crossmatch tic @list.csv radius=3arcmin Tmag<12 lumclass=DWARF")
        .succeeds()
        .says("judged here: Tmag<12 lumclass=DWARF");
    assertThat(count("crossmatch tic @list.csv radius=3arcmin Tmag<12"))
        .isEqualTo(count("crossmatch tic @list.csv radius=3arcmin", "filter Tmag<12"));
    run("crossmatch tic @list.csv radius=1arcmin --count").succeeds();
    run("crossmatch tic @list.csv radius=3arcmin --limit 5").succeeds().says("5 catalog rows");
    run("set row_limit 5", "crossmatch tic @list.csv radius=3arcmin")
        .exits(ExitCode.FAILED)
        .says("more than row_limit (5) catalog rows match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search mission=TESS --limit 5|crossmatch tic --nearest",
        "datasets hst program=16123 --limit 5|crossmatch gaiadr3 radius=5arcmin --nearest",
        "import list.csv --kind rows|crossmatch tic radius=1arcmin --nearest",
        "catalog tic target=M101 radius=1m|crossmatch observations mission=HST --nearest",
        "search mission=JWST program=1073 --limit 3|crossmatch observations radius=10s --limit 4",
      })
  void setsOfEveryKindHavePositions(String set, String match) {
    run(set, match, "show match_name match_row distance").succeeds().reportsNothing();
    assertThat(count(set, match)).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crossmatch|2|crossmatch needs a catalogue|catalog lists",
        "crossmatch tci|2|no catalogue is called tci|did you mean tic?",
        "crossmatch plato|2|the archive matches nothing with plato|gaiadr3",
        "crossmatch tic list.csv|2|positions come from a file or a set, by @|did you mean @list.csv?",
        "crossmatch tic @list.csv @list.csv|2|does not take @list.csv|@FILE or @NAME",
        "crossmatch tic @missing.csv|2|there is no file missing.csv|",
        "crossmatch tic @list.csv Tmg<3|2|has no column Tmg|Tmag",
        "crossmatch tic target=M101|2|crossmatch takes the positions of a set or of a file|catalog tic",
        "crossmatch observations coordinates=\"1 2\"|2|takes the positions of a set|search",
        "crossmatch observations @list.csv --columns obs_id|2|observations come with all|show",
        "crossmatch tic @list.csv radius=0s|2|is no radius|",
        "crossmatch tic|1|there is no set yet|search",
        "search program=1073 filters=F277W; products suffix=i2d; crossmatch tic|1|products have no place|observations",
        "search program=1073 filters=F277W; sql SELECT obs_id FROM _; crossmatch tic|1|has no columns ra and dec|sql",
      })
  void whatIsWrongIsExplained(String line, int code, String what, String advice) {
    run(line)
        .exits(code == 2 ? ExitCode.USAGE : ExitCode.FAILED)
        .says(what)
        .says(advice == null ? "" : advice);
  }

  @Test
  void aMatchIsMadeAgainFromWhatItWasMadeOf() {
    run(
            STARS,
            "name stars",
            "search program=1073 filters=F277W",
            "crossmatch gaiadr3 @stars --nearest",
            "refresh",
            "export script again.mast",
            "use stars",
            "crossmatch gaiadr3 --nearest",
            "export script more.mast")
        .succeeds()
        .says("nothing new, gone or changed");
    int stars = count(STARS);
    program().arguments("again.mast").run().succeeds().says(stars + " catalog rows · Gaia DR3");
    program().arguments("more.mast").run().succeeds().says(stars + " catalog rows · Gaia DR3");
    run(STARS, "crossmatch tic --limit 2", "export script x.mast")
        .exits(ExitCode.FAILED)
        .says("only the beginning of a match");
  }

  @Test
  void starsOfASetAreTargetsOfASearch() {
    int stars = count(STARS);
    run(
            STARS,
            "name stars",
            "search coordinates=@_ radius=2arcsec mission=HST",
            "export script again.mast",
            "refresh",
            "search coordinates=@stars radius=2arcsec mission=HST",
            "search coordinates=@1 radius=2arcsec mission=HST",
            "sets")
        .succeeds()
        .says("_: " + stars + " targets (columns ID, ra, dec)", "stars: " + stars + " targets")
        .shows("search coordinates=@_ radius=2arcsec mission=HST");
    program().arguments("again.mast").run().succeeds().says("observations");
  }

  @Test
  void valuesOfASetAreValuesOfACriterion() {
    run("search mission=TESS --limit 3", "catalog tic ID=@_:target_name")
        .succeeds()
        .says("values of the column target_name", "1 catalog row · TESS input catalogue");
    run("search mission=TESS --limit 3", "catalog tic ID=@_:nothing")
        .exits(ExitCode.USAGE)
        .says("nothing");
    run("catalog tic ID=@_").exits(ExitCode.USAGE).says("there is no set yet");
    run(STARS, "name a", STARS, "name b", "search coordinates=@a,@b radius=1s")
        .exits(ExitCode.USAGE)
        .says("a command takes values from one set alone");
  }

  @Test
  void aFileKeepsItsNameBesideASet() {
    run(STARS, "name list", "search coordinates=@./list.csv radius=1s")
        .succeeds()
        .says("list.csv: 3 targets");
  }
}
