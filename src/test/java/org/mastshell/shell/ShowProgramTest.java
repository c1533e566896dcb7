package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

class ShowProgramTest extends DemoProgramTest {

  @Test
  void showsTheUsualColumnsAndSaysWhatItLeftOut() {
    run(SEARCH, "show --limit 2")
        .succeeds()
        .shows("#", "obs_id", "target_name", "filters", "10m 44s", "2022-05-02 11:02")
        .says("2 of 12 rows, 11 of 36 columns", "show --all", "show --columns all");
    run(SEARCH, "show").succeeds().says("12 rows").shows("jw01073-c1005_t001_nircam_clear-f277w");
  }

  @Test
  void showsEveryRowWhereThereIsNoTerminal() {
    AssertableProgram.Ended ended =
        run("search mission=JWST program=1073", "show obs_id").succeeds();
    assertThat(ended.out().lines()).hasSize(225);
  }

  @Test
  void theNumbersAreThoseOfTheSetAlsoWhenSorted() {
    AssertableProgram.Ended ended =
        run(SEARCH, "show obs_id exptime --sort -exptime --limit 2").succeeds();
    assertThat(ended.out().lines().toList().subList(1, 3))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("12").contains("jw01073-c1005"),
            second -> assertThat(second).startsWith("10").contains("jw01073-c1003"));
    assertThat(run(SEARCH, "show 4-6 obs_id --sort -obs_id").succeeds().out().lines().skip(1))
        .extracting(line -> line.strip().substring(0, 1))
        .containsExactly("6", "5", "4");
  }

  @Test
  void oneRowIsShownAsARecord() {
    run(SEARCH, "show 3")
        .succeeds()
        .shows("obs_id", ": jw01073-o003_t001_nircam_clear-f277w", "proposal_pi", "s_region");
    run(SEARCH, "show last").succeeds().shows(": jw01073-c1005_t001_nircam_clear-f277w");
  }

  @Test
  void onlyARowThatCanBeOpenedIsSaidToOpen() {
    run(SEARCH, "show 1").succeeds().says("open 1 opens it in the archive's Portal");
    run(SEARCH, "sql SELECT filters, count(*) FROM obs GROUP BY 1", "show 1")
        .succeeds()
        .doesNotSay("open 1");
  }

  @Test
  void takesColumnsByAliasAndThoseReadFromNames() {
    data(
            "csv",
            SEARCH,
            "products 1 suffix=uncal",
            "show name detector visit exposure stage --limit 1")
        .prints(
            """
            productFilename,detector,visit,exposure,stage
            jw01073001001_02101_00001_nrcalong_uncal.fits,nrcalong,1,1,1b""");
  }

  @Test
  void settingsChooseTheUsualColumns() {
    run("set columns.observations target,filters", SEARCH, "show --limit 1")
        .succeeds()
        .shows("target_name  filters");
  }

  @Test
  void jsonHoldsNativeNumbersAndNulls() throws Exception {
    JsonNode rows =
        new ObjectMapper().readTree(data("json", "search rights=exclusive level=-1", "show").out());
    assertThat(rows.isArray()).isTrue();
    assertThat(rows).hasSize(3);
    JsonNode row = rows.get(0);
    assertThat(row.get("obs_collection").asText()).isEqualTo("JWST");
    assertThat(row.get("calib_level").isInt()).isTrue();
    assertThat(row.get("calib_level").asInt()).isEqualTo(-1);
    assertThat(row.get("s_ra").isDouble()).isTrue();
    assertThat(row.get("t_min").isNull()).isTrue();
    assertThat(row.get("proposal_id").isTextual()).isTrue();
    assertThat(row.get("mtFlag").isBoolean()).isTrue();
    assertThat(row.has("obsid")).isTrue();
    assertThat(row).hasSize(36);
  }

  @Test
  void jsonOfNothingIsAnEmptyArray() throws Exception {
    JsonNode rows = new ObjectMapper().readTree(data("json", "search target=nosuch", "show").out());
    assertThat(rows.isArray()).isTrue();
    assertThat(rows).isEmpty();
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(data("csv", SEARCH, "show proposal_pi t_exptime --limit 1").out())
        .isEqualTo("proposal_pi,t_exptime\r\n\"Linden, Mara\",644.208\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "jsonl", "markdown", "ecsv", "votable"})
  void everyFormatHoldsEveryRow(String format) {
    String out = data(format, SEARCH, "show obs_id level").out();
    assertThat(out)
        .contains("jw01073-o001_t001_nircam_clear-f277w", "jw01073-c1005_t001_nircam_clear-f277w");
    assertThat(out.split("jw01073-", -1)).hasSize(13);
  }

  @Test
  void aLimitHoldsInDataFormatsToo() {
    assertThat(data("jsonl", SEARCH, "show --limit 3").out().lines()).hasSize(3);
    assertThat(data("jsonl", SEARCH, "set limit 2", "show").out().lines()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "show 13",
        "show nosuch",
        "show --sort nosuch",
        "show --limit 0",
        "show --limit x",
        "show --columns nosuch",
        "show suffix",
        "show --bogus",
        "show --sort",
      })
  void badInputIsOneError(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().says("^").prints("12");
    run(SEARCH, wrong).exits(ExitCode.USAGE);
  }

  @Test
  void needsASet() {
    run("show").exits(ExitCode.FAILED).reportsOneError().says("search first");
    run("count").exits(ExitCode.FAILED).reportsOneError().says("search first");
  }

  @Test
  void rowsAreChosenByCriteriaAndKeepTheirNumbers() {
    run(SEARCH, "show --where exptime > 20min obs_id --sort obs_id", "count")
        .succeeds()
        .prints(
            """
            #  obs_id
            10  jw01073-c1003_t001_nircam_clear-f277w
            11  jw01073-c1004_t001_nircam_clear-f277w
            12  jw01073-c1005_t001_nircam_clear-f277w
            12""");
    data("csv", SEARCH, "show 3,10,12 exptime>20min obs_id --sort exptime")
        .prints(
            "obs_id\njw01073-c1003_t001_nircam_clear-f277w\njw01073-c1005_t001_nircam_clear-f277w");
  }

  @Test
  void anAnswerHasAFormatOfItsOwn() {
    AssertableProgram.Ended ended = run(SEARCH, "show 1 obs_id --format json", "show 1 obs_id");
    ended.succeeds();
    assertThat(ended.out()).startsWith("[\n{\"obs_id\":").contains(" #  obs_id");
    run(SEARCH, "show 3 --format csv").succeeds().shows("intentType,", "s_region");
    run(SEARCH, "show --format xml")
        .exits(ExitCode.USAGE)
        .says("no format is called xml", "votable");
  }

  @Test
  void criteriaOfShowAreThoseOfFilter() {
    run(SEARCH, "show --where level").exits(ExitCode.USAGE).says("as in --where level=3");
    run(SEARCH, "show --where=level=3").exits(ExitCode.USAGE).says("behind a blank");
    run(SEARCH, "show coordinates=10,10").exits(ExitCode.USAGE).says("show cannot judge");
    run(SEARCH, "show levle=3").exits(ExitCode.USAGE).says("level");
    run(SEARCH, "show 1-3 level=3 obs_id", "count").succeeds().shows("12");
    run(SEARCH, "show level=9").succeeds();
  }

  @Test
  void whatWouldBeShownGoesIntoAFile() throws IOException {
    run(SEARCH, "show obs_id exptime --where exptime>20min --sort -exptime --output long.csv")
        .succeeds()
        .says("saved: ", "long.csv", "3 observations, 2 of 36 columns")
        .prints("");
    assertThat(Files.readString(folder.resolve("long.csv")))
        .isEqualToNormalizingNewlines(
            """
            obs_id,t_exptime
            jw01073-c1005_t001_nircam_clear-f277w,3328.408
            jw01073-c1003_t001_nircam_clear-f277w,1825.2559999999999
            jw01073-c1004_t001_nircam_clear-f277w,1503.152
            """);
    run(SEARCH, "show --limit 2 --output long.csv")
        .exits(ExitCode.FAILED)
        .says("long.csv is there already", "--force");
    run(SEARCH, "show --limit 2 --output long.csv --force")
        .succeeds()
        .says("2 observations, 36 columns");
    run(SEARCH, "show --output long.xyz").exits(ExitCode.USAGE).says("no format is known by .xyz");
    run(SEARCH, "show --force").exits(ExitCode.USAGE).says("--force is for --output");
  }

  @Test
  void criteriaChooseWhatIsExported() throws IOException {
    run(SEARCH, "export long.csv obs_id --where exptime>20min").succeeds().says("3 observations");
    run(SEARCH, "export script --where exptime>20min")
        .exits(ExitCode.USAGE)
        .says("--where is for tables");
    run(SEARCH, "export script x.mast exptime>20min")
        .exits(ExitCode.USAGE)
        .says("a script makes the whole set");
  }

  private String onScreen(int width, String... lines) {
    AssertableProgram program = program().arguments("--color", "never").screen(width, 40);
    for (String line : lines) {
      program.command(line);
    }
    return program.run().succeeds().out();
  }

  @Test
  void whatOnlyFillsTheWindowTakesNothingFromTheNames() {
    String table = onScreen(120, SEARCH, "products suffix=uncal; unique", "show");
    assertThat(table.lines().skip(1))
        .as(table)
        .allMatch(line -> line.matches(" *\\d+  jw\\w+_uncal\\.fits  .*"));
  }

  @Test
  void productsShowSizeAndLevelBeforeTheirType() {
    String shown = onScreen(80, "search program=1073 filters=F277W; products 1", "show --limit 5");
    assertThat(shown.lines().findFirst().orElseThrow())
        .matches(" +# +productFilename +size +calib_level");
    assertThat(shown).contains("jw01073-o001_t001_nircam_clear-f277w_i2d.fits");
    String wider = onScreen(96, "search program=1073 filters=F277W; products 1", "show --limit 5");
    assertThat(wider.lines().findFirst().orElseThrow())
        .matches(" +# +productFilename +size +calib_level +productType.*");
  }

  @Test
  void columnsThatAreTheSameInAllRowsGiveWay() {
    String mixed = onScreen(120, "search mission=GALEX,SWIFT,IUE,HLSP,PS1", "show --limit 3");
    assertThat(mixed.lines().findFirst().orElseThrow())
        .matches(" +# +obs_id +obs_collection +instrument_name +target_name .*");
    String one = onScreen(80, "search program=1073 filters=F277W", "show --limit 3");
    assertThat(one.lines().findFirst().orElseThrow())
        .contains("t_exptime", "t_min")
        .doesNotContain("dataRights");
    String exclusive = onScreen(80, "search mission=JWST rights=exclusive", "show --limit 3");
    assertThat(exclusive).contains("dataRights", "EXCLUSIVE");
    String own =
        onScreen(
            120,
            "set columns.observations obs_id,filters",
            "search program=1073 filters=F277W",
            "show --limit 3");
    assertThat(own.lines().findFirst().orElseThrow()).matches(" +# +obs_id +filters");
  }

  @Test
  void aWideWindowIsFilled() {
    String wide = onScreen(400, "search program=1073 filters=F277W", "show --limit 3");
    assertThat(wide.lines().findFirst().orElseThrow())
        .contains("proposal_pi", "dataproduct_type", "s_dec (deg)", "t_obs_release");
    assertThat(wide.lines()).allMatch(line -> line.length() <= 400);
  }

  @Test
  void allColumnsStandBelowEachOtherRatherThanCutToNothing() {
    String all = onScreen(400, "search program=1073 filters=F277W", "show --columns all --limit 1");
    assertThat(all.lines()).anyMatch(line -> line.matches(" *obs_id +: jw01073-o001.*f277w"));
  }

  @Test
  void aFileIsNamedAsElsewhere() {
    run(SEARCH, "show obs_id -o rows.csv").succeeds().says("rows.csv");
    run(SEARCH, "show --output -")
        .exits(ExitCode.USAGE)
        .says("show --output writes files", "show alone writes to standard output");
    run(SEARCH, "show --output x.txt --format table")
        .exits(ExitCode.USAGE)
        .says("a table is drawn for a screen, which a file is not", "csv tsv");
  }

  @Test
  void plainRowsHaveColumnsOfTheirOwnSetting() {
    String sql = "sql SELECT obs_id, filters, t_exptime FROM obs LIMIT 1";
    run("set columns.rows t_exptime,nosuch,obs_id", SEARCH, sql, "show")
        .succeeds()
        .shows("t_exptime", "obs_id");
    assertThat(run("set columns.rows T_EXPTIME", SEARCH, sql, "show").out())
        .doesNotContain("filters");
    assertThat(run("set columns.rows nosuch", SEARCH, sql, "show").out()).contains("filters");
  }

  @Test
  void groupTakesAFormat() {
    assertThat(run(SEARCH, "group filters --format csv").succeeds().out().replace("\r", ""))
        .isEqualTo("filters,rows\nF277W,12\n");
  }

  private String heading(int width, String... lines) {
    AssertableProgram program = program().screen(width, 24);
    for (String line : lines) {
      program.command(line);
    }
    String out = program.run().succeeds().out().replaceAll("\u001b\\[[0-9;]*m", "");
    return out.lines().filter(line -> line.strip().startsWith("# ")).findFirst().orElseThrow();
  }

  @Test
  void whatRowsAreSortedAndChosenByIsShownBesideTheName() {
    assertThat(heading(80, SEARCH, "show --sort -exptime --limit 3"))
        .containsPattern("obs_id +t_exptime ");
    assertThat(heading(80, SEARCH, "show --sort ra,exptime --limit 3"))
        .containsPattern("obs_id +s_ra \\(deg\\) +t_exptime");
    assertThat(heading(80, SEARCH, "show --where exptime>4min end>2022"))
        .containsPattern("obs_id +t_exptime +t_max");
    assertThat(heading(80, SEARCH, "sort -start", "pick 1-5", "show"))
        .containsPattern("obs_id +t_min");
    assertThat(heading(80, SEARCH, "sort -start", "filter level=3", "show"))
        .doesNotContainPattern("obs_id +t_min");
    assertThat(heading(80, SEARCH, "products suffix=uncal", "show --sort exposure"))
        .containsPattern("productFilename +exposure");
    assertThat(heading(80, SEARCH, "show obs_id level --sort -exptime"))
        .doesNotContain("t_exptime");
    assertThat(heading(80, "set columns.observations obs_id,level", SEARCH, "show --sort -exptime"))
        .doesNotContain("t_exptime");
  }

  @Test
  void noColumnThatIsTheSameInAllRowsFillsTheScreen() {
    assertThat(heading(60, SEARCH, "show --all")).doesNotContain("mtFlag", "project");
    assertThat(heading(100, SEARCH, "show --limit 3")).doesNotContain("mtFlag", "project");
    assertThat(heading(300, SEARCH, "show")).doesNotContain("mtFlag", "project");
  }

  @Test
  void namesOfFilesAreWholeBeforeOtherColumnsComeIn() {
    for (int width : new int[] {80, 90, 100, 132}) {
      AssertableProgram program = program().screen(width, 24).command(SEARCH);
      program.command("products").command("unique").command("show --limit 3");
      program.run().succeeds().shows("jw01073-o001_t001_nircam_clear-f277w_i2d_thumb.jpg");
    }
  }
}
