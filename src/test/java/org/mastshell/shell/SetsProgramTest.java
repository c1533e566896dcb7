package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The list of sets and moving among them. */
class SetsProgramTest extends DemoProgramTest {

  @Test
  void listsSetsWithTheirOriginAndMarksTheCurrentOne() {
    data("csv", SEARCH, "products suffix=uncal", "unique", "use 2", "name 1 lmc", "results")
        .prints(
            """
            set,name,current,kind,rows,size,made,command,from
            1,lmc,"",observations,12,,2026-11-22 12:00:00,%s,
            2,,*,products,214,1848960,2026-11-22 12:00:00,products suffix=uncal,1
            3,,"",products,62,535680,2026-11-22 12:00:00,unique,2"""
                .formatted(SEARCH));
  }

  @Test
  void drawsSetsAsATree() {
    List<String> tree =
        run(SEARCH, "pick 1-2", "use 1", "products suffix=uncal", "unique", "results")
            .succeeds()
            .out()
            .lines()
            .map(line -> line.replaceFirst("^(.{16}).*", "$1").stripTrailing())
            .toList();
    assertThat(tree).containsExactly("set    name", "1", "├ 2", "└ 3", "  └ 4        *");
  }

  @Test
  void setsIsAnotherWordForResults() {
    assertThat(data("csv", SEARCH, "sets").out()).contains("1,,*,observations,12");
    run("results").succeeds().says("no sets yet: search first");
  }

  @Test
  void undoAndRedoMoveAmongSets() {
    run(
            SEARCH,
            "products suffix=uncal",
            "unique",
            "undo",
            "count",
            "undo",
            "count",
            "redo",
            "count")
        .succeeds()
        .prints("214\n12\n214");
  }

  @Test
  void undoStopsAtTheFirstSetAndRedoAtTheLast() {
    run(SEARCH, "undo").exits(ExitCode.FAILED).reportsOneError().says("nothing to undo");
    run(SEARCH, "redo").exits(ExitCode.FAILED).reportsOneError().says("nothing to redo");
    run("undo").exits(ExitCode.FAILED).reportsOneError();
  }

  @Test
  void whatComesAfterAnUndoTakesThePlaceOfRedo() {
    run(SEARCH, "pick 1-3", "undo", "pick 1-2", "count", "undo", "count")
        .succeeds()
        .prints("2\n12");
    run(SEARCH, "pick 1-3", "undo", "pick 1-2", "redo").exits(ExitCode.FAILED);
  }

  @Test
  void useGoesToAnySetByNumberOrUnderscore() {
    run(SEARCH, "pick 1", "pick 1", "use 1", "count", "use 2", "count", "use _", "count")
        .succeeds()
        .prints("12\n1\n1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"use 9", "use 0", "use -1", "use x", "use", "use 1 2"})
  void aSetThatIsNotThereIsAnErrorAndChangesNothing(String wrong) {
    AssertableProgram.Ended ended = type(SEARCH, wrong, "count").reportsOneError();
    ended.prints("12");
  }

  @Test
  void observationsClimbsBack() {
    run(SEARCH, "products suffix=uncal", "unique", "filter visit=1", "observations", "count")
        .succeeds()
        .prints("12");
    run(SEARCH, "pick 2-4", "products suffix=uncal", "observations", "count")
        .succeeds()
        .prints("3");
    run("observations").exits(ExitCode.FAILED).reportsOneError().says("search first");
  }

  @Test
  void climbingBackIsUndoneLikeAnyStep() {
    run(SEARCH, "products suffix=uncal", "observations", "undo", "count").succeeds().prints("214");
  }

  @Test
  void pickKeepsRowsInTheOrderNamed() {
    data("csv", SEARCH, "pick 3,1-2,last", "show obs_id")
        .prints(
            """
            obs_id
            jw01073-o003_t001_nircam_clear-f277w
            jw01073-o001_t001_nircam_clear-f277w
            jw01073-o002_t001_nircam_clear-f277w
            jw01073-c1005_t001_nircam_clear-f277w""");
    run(SEARCH, "pick 9-", "count").succeeds().prints("4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pick", "pick 13", "pick 0", "pick 5-2", "pick x", "pick 1-99"})
  void aRowThatIsNotThereIsAnErrorAndChangesNothing(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().prints("12");
    run(SEARCH, wrong).exits(ExitCode.USAGE);
  }

  @Test
  void pickNeverLeavesGuideStarFilesOut() {
    run(SEARCH, "products 1", "filter name~gs-", "count", "pick 1-2", "count")
        .succeeds()
        .doesNotSay("guide-star files (")
        .prints("48\n2");
  }

  @Test
  void uniqueKeepsOneRowADataUriAndSaysHowManyWent() {
    run(SEARCH, "products", "unique", "count", "unique")
        .succeeds()
        .says("1,457 unique by dataURI (3,451 of 4,908 were duplicates)")
        .says("there were no duplicates")
        .prints("1457");
  }

  @Test
  void theTutorialsKeyWarnsWhenANameStandsForSeveralFiles() {
    run(SEARCH, "products", "unique --by productFilename")
        .succeeds()
        .says("1,457 unique by productFilename")
        .doesNotSay("warning");
    run("search mission=HST,HLA,GALEX,PS1,TESS", "products", "unique --by group")
        .succeeds()
        .says("warning: these stand for ", "different data URIs", "undo, then unique keeps them");
    run(SEARCH, "products 1", "unique --by nosuch")
        .exits(ExitCode.USAGE)
        .says("no field is called");
  }

  @Test
  void ofEqualRowsTheOneUnderItsOwnObservationStays() {
    String rows =
        data("csv", SEARCH, "products suffix=i2d", "unique", "show obsID parent_obsid").out();
    assertThat(rows.lines().skip(1))
        .hasSizeGreaterThan(12)
        .filteredOn(line -> line.split(",", -1)[0].equals(line.split(",", -1)[1]))
        .hasSize(12);
  }

  @Test
  void elseTheOneOfTheLowestParentStays() {
    String command = "show dataURI obsID parent_obsid";
    String all = data("csv", SEARCH, "products suffix=uncal", command).out();
    java.util.Map<String, Long> lowest = new java.util.HashMap<>();
    all.lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> lowest.merge(cells[0], Long.valueOf(cells[2]), Math::min));
    String kept = data("csv", SEARCH, "products suffix=uncal", "unique", command).out();
    assertThat(kept.lines().skip(1))
        .hasSize(62)
        .allSatisfy(
            line -> {
              String[] cells = line.split(",", -1);
              assertThat(Long.valueOf(cells[2])).isEqualTo(lowest.get(cells[0]));
            });
  }
}
