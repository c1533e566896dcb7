package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Names of sets, sorting, and making sets of sets. */
class SetAlgebraProgramTest extends DemoProgramTest {

  @Test
  void aColumnThatNoRowHasTellsNothingApart() {
    run(SEARCH, "pick 1-3", "minus 1 2 --by sequence_number")
        .exits(ExitCode.USAGE)
        .says("has a sequence_number", "obsid");
  }

  @Test
  void aNameStandsForItsSetEverywhere() {
    run(SEARCH, "name lmc", "pick 1-3", "name 2 three", "use LMC", "count", "use three", "count")
        .succeeds()
        .prints("12\n3");
  }

  @Test
  void aNameMovesAndThatIsSaid() {
    run(SEARCH, "name lmc", "pick 1", "name lmc", "use lmc", "count")
        .succeeds()
        .prints("1")
        .says("set 1 is no longer called lmc");
    run(SEARCH, "name lmc", "name field").succeeds().says("it is no longer called lmc");
    assertThat(run(SEARCH, "name lmc", "name lmc").err()).doesNotContain("no longer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "name 7", "name _", "name -x", "name last", "name 'a b'"})
  void whatCannotBeANameIsRefused(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().prints("12");
  }

  @Test
  void aNameThatIsNearlyRightIsSuggested() {
    run(SEARCH, "name magellanic", "use magelanic")
        .exits(ExitCode.FAILED)
        .says("did you mean magellanic?");
  }

  @Test
  void droppingTheCurrentSetGoesBackToTheOneBefore() {
    run(SEARCH, "pick 1-3", "pick 1", "drop 3", "count", "undo", "count", "redo", "count")
        .succeeds()
        .prints("3\n12\n3")
        .says("dropped: 1 observation (pick 1)   #3");
  }

  @Test
  void numbersOfDroppedSetsAreNotGivenAgain() {
    run(SEARCH, "pick 1-3", "drop 2", "pick 1-2", "use 3", "count").succeeds().prints("2");
    run(SEARCH, "pick 1-3", "drop 2", "use 2").exits(ExitCode.FAILED);
  }

  @Test
  void allSetsAreDroppedAtOnce() {
    run(SEARCH, "pick 1-3", "drop all", "results", "pick 1")
        .exits(ExitCode.FAILED)
        .says("dropped all 2 sets");
    run(SEARCH, "drop all", "drop all", SEARCH, "count")
        .says("dropped: 12 observations", "there is no set")
        .prints("12");
    run(SEARCH, "pick 1-3", "name all", "drop all", "count").succeeds().prints("12");
  }

  @Test
  void whatIsHeldForOthersIsSaid() {
    run(SEARCH, "pick 1-3", "pick 1-2", "pick 1", "drop 2", "drop 1")
        .says("the rows of 2 stay until", "the rows of 1 stay until");
  }

  @Test
  void productsWhoseObservationsWereDroppedSaySo() {
    run(SEARCH, "products suffix=uncal", "drop 1", "count", "observations")
        .exits(ExitCode.FAILED)
        .prints("214")
        .says("was dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "drop 9", "drop 1 9", "drop x", "drop 2-1"})
  void droppingWhatIsNotThereDropsNothing(String wrong) {
    type(SEARCH, wrong, "use 1", "count").reportsOneError().prints("12");
  }

  @Test
  void sortsByColumnsEachInItsOwnDirection() {
    String sorted =
        data("csv", "search program=1073", "sort -filters obs_id", "show filters obs_id").out();
    Comparator<String> filters = Comparator.comparing(line -> line.substring(0, line.indexOf(',')));
    assertThat(sorted.lines().skip(1).toList())
        .hasSizeGreaterThan(12)
        .isSortedAccordingTo(filters.reversed().thenComparing(Comparator.naturalOrder()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort", "sort nonsense", "sort -", "sort size"})
  void whatCannotBeSortedByChangesNothing(String wrong) {
    type(SEARCH, wrong, "results", "count").reportsOneError();
  }

  @ParameterizedTest
  @CsvSource({
    "union 2 3, 5",
    "union 3 2, 5",
    "union 2 3 1, 12",
    "intersect 2 3, 2",
    "minus 2 3, 2",
    "minus 1 2 3, 7",
    "minus 2 2, ",
    "union 2 2, "
  })
  void setsMakeSets(String command, String rows) {
    AssertableProgram.Ended ended = type(SEARCH, "pick 1-4", "use 1", "pick 3-5", command, "count");
    if (rows == null) {
      ended.reportsOneError();
    } else {
      ended.prints(rows);
    }
  }

  @Test
  void withOneSetTheCurrentOneIsTheFirst() {
    run(SEARCH, "pick 1-4", "minus 1", "count").succeeds().prints("0");
    run(SEARCH, "pick 1-4", "use 1", "minus 2", "count").succeeds().prints("8");
  }

  @Test
  void productsAreTheSameWhereTheirDataUriIs() {
    run(
            SEARCH,
            "pick 1-6",
            "products suffix=uncal",
            "unique",
            "use 1",
            "pick 7-12",
            "products suffix=uncal",
            "unique",
            "union 4 7",
            "unique",
            "count")
        .succeeds()
        .prints("62");
  }

  @Test
  void theObservationsOfProductsFromSeveralSetsAreNotOneSet() {
    run(SEARCH, "pick 1", "products", "use 1", "pick 2", "products", "union 3 5", "observations")
        .exits(ExitCode.FAILED)
        .says("products of several sets of observations");
  }

  @Test
  void observationsAndProductsAreNotPutTogether() {
    run(SEARCH, "products suffix=uncal", "union 1 2")
        .exits(ExitCode.FAILED)
        .says("sets of observations and of products");
  }

  @Test
  void theKeyCanBeChosen() {
    run(SEARCH, "pick 1", "use 1", "intersect 2 --by filters", "count").succeeds().prints("12");
  }

  @Test
  void differencesAreListedWithWhatChanged() {
    run(SEARCH, "pick 1-2", "use 1", "pick 2-3", "diff 2 3")
        .succeeds()
        .says("1 new · 1 gone · 0 changed · 1 the same   (from 2 to 3)");
    assertThat(data("csv", SEARCH, "pick 1-2", "use 1", "pick 2-3", "diff 2 3").out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("new,"))
        .anyMatch(line -> line.startsWith("gone,"));
    // By another key rows meet that differ.
    assertThat(data("csv", SEARCH, "pick 1", "use 1", "pick 2", "diff 2 3 --by filters").out())
        .contains("changed,F277W,")
        .contains("obs_id ");
  }

  @Test
  void differencesChangeNothing() {
    assertThat(type(SEARCH, "pick 1", "diff 1", "diff 9", "count").reportsOneError().out())
        .endsWith("\n1\n");
  }
}
