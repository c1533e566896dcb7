package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** What is in a set, and going on by the numbers of the lines. */
class FacetsProgramTest extends DemoProgramTest {
  private static final String ALL = "search program=1073";
  private static final String FILES = SEARCH + "; products; unique";

  @Test
  void aSmallSetIsCountedByWhatVaries() {
    run(SEARCH, "facets")
        .succeeds()
        .shows("t_exptime · 7 ranges", "3m 35s", "t_min · 7 periods", "2022-05-02")
        .says("the same in all rows: obs_collection=JWST  instrument_name=NIRCAM/IMAGE");
    assertThat(run(SEARCH, "facets").out())
        .doesNotContain("obs_collection ·", "filters ·", "target_classification ·");
    run(SEARCH, "pick 1-2", "facets").succeeds().shows("t_exptime · 2 ranges");
    run(SEARCH, "pick 1", "facets").succeeds().shows("obs_collection · 1 value");
  }

  @Test
  void ofAListAllPartsThatStandInEachRowAreNamed() throws IOException {
    Files.writeString(
        folder.resolve("own.csv"),
        "name,class,filters\na,x,F444W;F405N\nb,x,F444W;F405N\nc,y,F444W;F405N\nd,y,F444W;F405N\n");
    run("import own.csv", "facets")
        .succeeds()
        .says("the same in all rows: filters=F405N  filters=F444W");
  }

  @Test
  void whatIsAnotherInEachRowIsNamedAndNotCounted() throws IOException {
    AssertableProgram.Ended catalog =
        run("catalog tic coordinates='80.5 -69.5' radius=0.1deg", "facets").succeeds();
    catalog
        .shows("lumclass · 2 values", "Tmag · 10 ranges")
        .says("rows also differ in", "ID", "ra");
    assertThat(catalog.out()).doesNotContain("ID ·", "ra ·");
    Files.writeString(
        folder.resolve("own.csv"),
        "name,ra,dec,class,mag\na,1,2,x,11\nb,2,3,x,12\nc,3,4,y,12\nd,4,5,y,1\n");
    AssertableProgram.Ended own = run("import own.csv", "facets").succeeds();
    assertThat(own.out()).startsWith("class · 2 values").doesNotContain("name ·");
    own.says("rows also differ in name, ra, dec, mag: facets name counts one");
  }

  @Test
  void countsWhatTellsMostAndNamesWhatIsTheSame() {
    AssertableProgram.Ended ended = run(ALL, "facets").succeeds();
    ended
        .shows(
            "filters · 15 values, each part by itself",
            "calib_level · 3 values",
            "t_exptime · 8 ranges",
            "t_min · 8 periods")
        .says(
            "the same in all rows: obs_collection=JWST  instrument_name=NIRCAM/IMAGE",
            "(filter facet:1 keeps the rows of line 1)");
    assertThat(ended.out()).containsPattern(" 1  F150W +73  █{20}    33 %  wide, 1.5 µm");
  }

  @Test
  void aLineIsFilteredByItsNumberAndTheSetKeepsTheCriterion() {
    run(ALL, "facets filters level", "filter facet:1 facet:17", "count", "export script", "sets")
        .succeeds()
        .shows("filter filters=F150W calib_level=3")
        .says("  facet:1 facet:17: filters=F150W calib_level=3")
        .doesNotSay("error");
  }

  @Test
  void numbersStandForCriteriaOnTheNextSetToo() {
    String out =
        data("csv", ALL, "facets filters level; filter facet:1; count; filter facet:17; count")
            .out();
    assertThat(out.lines().skip(19).toList()).containsExactly("73", "1");
  }

  @Test
  void severalLinesOfAFieldAreAnyOfThem() {
    String json = data("csv", ALL, "facets filters; filter facet:1,4-5; count").out();
    assertThat(json.lines().reduce((one, last) -> last)).contains(Integer.toString(73 + 12 + 2));
  }

  @Test
  void theNumberIsThatOfTheRowsThatAreKept() {
    for (String field :
        List.of("suffix", "productType", "detector", "size", "extension", "level")) {
      List<String> lines = data("csv", FILES, "facets " + field).out().lines().skip(1).toList();
      assertThat(lines).as(field).isNotEmpty();
      List<String> commands = new ArrayList<>(List.of(FILES, "facets " + field));
      for (int line = 1; line <= lines.size(); line++) {
        commands.add("filter facet:" + line + "; count; undo");
      }
      String out = data("csv", commands.toArray(String[]::new)).out();
      List<String> counted = out.lines().skip(1 + lines.size()).toList();
      assertThat(counted).as(field).isEqualTo(lines.stream().map(FacetsProgramTest::rows).toList());
    }
  }

  private static String rows(String csv) {
    return csv.split(",", -1)[3];
  }

  @ParameterizedTest
  @ValueSource(strings = {"exptime", "start", "ra", "em_min", "filters", "instrument", "mtFlag"})
  void theNumberIsThatOfTheObservationsThatAreKept(String field) {
    String all = "search mission=JWST,HST,TESS";
    List<String> lines = data("csv", all, "facets " + field).out().lines().skip(1).toList();
    List<String> commands = new ArrayList<>(List.of(all, "facets " + field));
    for (int line = 1; line <= lines.size(); line++) {
      commands.add("filter facet:" + line + "; count; undo");
    }
    String out = data("csv", commands.toArray(String[]::new)).out();
    assertThat(out.lines().skip(1 + lines.size()).toList())
        .isEqualTo(lines.stream().map(FacetsProgramTest::rows).toList());
  }

  @Test
  void rowsWithoutAValueAreALine() {
    run(FILES, "facets detector", "filter facet:3", "count").succeeds().shows("null", "\n279");
    data("json", FILES, "facets detector").shows("\"value\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "facet:99 | facets counted only 18 lines",
        "facet:0  | 0 is no row number",
        "facet:x  | x is no number of a line",
        "facet:   | is no number of a line",
        "facet:1, | is no number of a line",
      })
  void whatIsNoLineIsExplained(String word, String message) {
    run(ALL, "facets filters level", "filter " + word)
        .exits(ExitCode.USAGE)
        .says(message)
        .reportsOneError();
  }

  @Test
  void withoutLinesItSaysHowToGetThem() {
    run(ALL, "filter facet:1").exits(ExitCode.USAGE).says("nothing has been counted yet", "facets");
  }

  @Test
  void linesOfObservationsAreNotThoseOfProducts() {
    run(SEARCH, "facets filters", "products", "filter facet:1")
        .exits(ExitCode.USAGE)
        .says("the lines were counted in observations, and these are products");
  }

  @Test
  void otherCriteriaAndOptionsStandBesideIt() {
    run(FILES, "facets suffix", "filter facet:2 detector=nrcalong --guide-stars no", "sets")
        .succeeds()
        .shows("filter suffix=uncal --previews detector=nrcalong --guide-stars no");
  }

  @Test
  void aRefreshMakesItAgain() {
    run(FILES, "facets suffix", "filter facet:2", "refresh", "count")
        .succeeds()
        .says("nothing new")
        .shows("\n240");
  }

  @Test
  void anEmptySetHasNoLines() {
    run(SEARCH + " level=-1", "facets", "facets filters").succeeds().says("no rows to count");
  }

  @Test
  void whatIsNoFieldIsRefusedBeforeAnythingIsCounted() {
    run(SEARCH, "facets filterz").exits(ExitCode.USAGE).says("did you mean filter?");
    run("facets").exits(ExitCode.FAILED);
  }

  @Test
  void noneOfThemMakesASet() {
    run(SEARCH, "facets; describe; stats; stats exptime; group filters; inspect 1; undo")
        .exits(ExitCode.FAILED)
        .says("nothing to undo");
  }
}
