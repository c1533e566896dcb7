package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The current set once more, as the archive is by then. */
class RefreshProgramTest extends DemoProgramTest {

  @Test
  void saysWhatIsNewAndKeepsIt() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH, "name lmc", "refresh", "count", "use 3", "count", "use lmc", "count")
          .says(
              "3 new observations, 0 gone, 0 changed since 2026-11-22 12:00",
              "12 observations (" + SEARCH + ")   #2",
              "new: use 3 · all: diff 1 2")
          .prints("12\n3\n9")
          .reportsNothing();
    }
  }

  @Test
  void oneUndoGoesBack() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(
              growing,
              SEARCH,
              "filter filters=F277W",
              "refresh",
              "count",
              "undo",
              "count",
              "redo",
              "count")
          .prints("12\n9\n12");
    }
  }

  @Test
  void whatIsGoneIsSaidToo() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 12, 11)) {
      shell(growing, SEARCH, "refresh", "minus 1 2", "count")
          .says("0 new observations, 1 gone, 0 changed", "gone: minus 1 2 · all: diff 1 2")
          .prints("1");
    }
  }

  @Test
  void withoutADifferenceNothingChanges() {
    type(SEARCH, "pick 1-3", "refresh", "sets", "count")
        .says("nothing new, gone or changed since 2026-11-22 12:00: still 3 observations   #2")
        .shows("\n3\n")
        .reportsNothing();
    type(SEARCH, "refresh", "pick 1", "undo", "undo", "count").prints("12");
  }

  @Test
  void filesThatAreListedTwiceHaveNotChangedForThat() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 3, 5)) {
      shell(growing, SEARCH, "products", "refresh")
          .says("new products, 0 gone, 0 changed")
          .reportsNothing();
    }
    type(SEARCH, "products", "refresh").says("nothing new, gone or changed");
  }

  @Test
  void filesOfDatasetsAndKeywordsAreListedAnew() throws IOException {
    type(
            "datasets jwst program=1073 filter=F277W readpatt=MEDIUM8",
            "products suffix=i2d",
            "refresh")
        .reportsNothing()
        .says("nothing new, gone or changed");
    type("keywords nircam program=1073 filter=F277W level=1b", "products", "refresh")
        .reportsNothing()
        .says("nothing new, gone or changed", "still 62 products");
    type("keywords nircam program=1073 filter=F277W level=1b", "products --include planned")
        .reportsOneError()
        .says("--include is for observations");
  }

  @Test
  void cellsThatDifferAreCounted() throws IOException {
    program().arguments("--session", "s", "-c", SEARCH).run().succeeds();
    try (FaultyArchive other = FaultyArchive.rewriting(archive.url(), "Linden, Mara", "Ada")) {
      AssertableProgram.in(folder)
          .arguments("--server", other.url(), "--session", "s", "-c", "refresh", "-c", "diff 1")
          .run()
          .succeeds()
          .says("0 new observations, 0 gone, 12 changed", "note: 127.0.0.1:", "all: diff 1 2")
          .shows("proposal_pi Linden, Mara → Ada");
    }
  }

  @Test
  void theWholeWayIsGoneAgain() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 3, 5)) {
      shell(
              growing,
              SEARCH,
              "products",
              "unique",
              "filter suffix=uncal",
              "count",
              "refresh",
              "count",
              "observations",
              "count")
          .says("new products, 0 gone, 0 changed")
          .prints("20\n28\n5")
          .reportsNothing();
    }
  }

  @Test
  void setsThatWerePutTogetherAre() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 2, 3, 4, 5)) {
      shell(
              growing,
              SEARCH,
              "name one",
              "search program=1073 filters=F070W",
              "union one 2",
              "count",
              "refresh",
              "count",
              "sets")
          .says("2 new observations, 0 gone")
          .shows("3\n5\n", "union 4 5");
    }
  }

  @Test
  void pickedRowsStayWhatTheyAreWhereverTheyStandNow() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH, "sort -obs_id", "filter filters=F277W", "pick 1,3", "refresh", "count")
          .says("nothing new, gone or changed", "still 2 observations")
          .prints("2");
    }
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH, "sort -obs_id", "filter filters=F277W", "products 1 suffix=uncal")
          .reportsNothing();
    }
  }

  @Test
  void theFirstAfterSortIsTheFirstAgain() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH, "sort -obsid", "pick 1", "refresh", "count")
          .says("1 new observation, 1 gone")
          .prints("1");
    }
  }

  @Test
  void productsOfPickedObservationsAreThoseOfTheSameOnes() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(
              growing,
              SEARCH,
              "filter filters=F277W",
              "products 1-2 suffix=uncal",
              "refresh",
              "count")
          .says("nothing new, gone or changed");
    }
  }

  @Test
  void aFailureChangesNothing() throws IOException {
    try (GrowingArchive growing =
        new GrowingArchive(archive.url(), 9, GrowingArchive.DOWN, GrowingArchive.DOWN, 12)) {
      shell(growing, "set retries 0", SEARCH, "refresh", "count", "refresh", "refresh", "count")
          .says("error: the archive at 127.0.0.1 answered with status 503", "3 new observations")
          .prints("9\n12");
    }
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, GrowingArchive.DOWN)) {
      program(growing)
          .arguments("-c", "set retries 0", "-c", SEARCH, "-c", "refresh")
          .run()
          .exits(ExitCode.ARCHIVE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh 1", "refresh --nosuch", "refresh --by nosuch"})
  void whatCannotBeMeantChangesNothing(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().prints("12");
  }

  @Test
  void withoutASetThereIsNothingToRefresh() {
    run("refresh").exits(ExitCode.FAILED).says("search first");
  }

  @Test
  void whatWasDroppedOnTheWayIsMadeAnew() {
    type(SEARCH, "pick 1-3", "drop 1", "refresh", "count")
        .says("nothing new, gone or changed", "still 3 observations")
        .prints("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "products 1 extension=fits",
        "products 1; filter extension=fits",
        "products 1; filter extension=fits --guide-stars yes; pick 1-100"
      })
  void settingsOfTodayDoNotDecideWhatBelongsToASet(String products) {
    for (String choice : List.of("yes", "no", "only")) {
      for (String today : List.of("yes", "no", "only")) {
        type("set guide_stars " + choice, SEARCH, products, "set guide_stars " + today, "refresh")
            .says("nothing new, gone or changed")
            .reportsNothing();
      }
    }
  }

  @Test
  void theMissionOfTodayDoesNotNarrowASearchOfYesterday() {
    type("search program=1073 filters=F277W", "set mission HST", "refresh")
        .says("nothing new, gone or changed")
        .reportsNothing();
  }

  @Test
  void whatIsLeftOutOnTheWayIsSaid() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH + " --limit 10", "refresh", "count")
          .says("1 new observation", "the first 10 only (--limit)   (" + SEARCH)
          .prints("10");
    }
  }

  @Test
  void whatWasNewOnceStaysWhatItIs() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      shell(growing, SEARCH, "refresh", "use 3", "refresh", "count", "searches save news")
          .says("3 new observations", "nothing new, gone or changed", "still 3 observations")
          .prints("3");
      program(growing)
          .arguments("-c", "searches run news")
          .command("count")
          .run()
          .succeeds()
          .prints("3");
      program(growing)
          .arguments("--session", "last", "-c", "use 3", "-c", "export script news.mast")
          .run()
          .succeeds();
      program(growing).arguments("-f", "news.mast").command("count").run().prints("3");
    }
  }

  @Test
  void filesPickedFromAListWithDuplicatesStayThose() {
    type(SEARCH, "products suffix=uncal", "pick 1-3,200", "refresh", "count")
        .says("nothing new, gone or changed", "still 4 products")
        .prints("4");
  }

  @Test
  void listsInFilesAreReadAnew() throws IOException {
    Files.writeString(folder.resolve("filters.txt"), "F277W\n");
    String search = "search mission=JWST program=1073 instrument=NIRCAM filters=@filters.txt";
    program().arguments("--session", "lists", "-c", search).command("count").run().prints("12");
    Files.writeString(folder.resolve("filters.txt"), "F277W\nF070W\n");
    program()
        .arguments("--session", "lists", "-c", "refresh")
        .command("count")
        .run()
        .succeeds()
        .says("1 new observation, 0 gone")
        .prints("13");
  }

  private Shell shell(GrowingArchive growing, String... lines) {
    return new Shell(program(growing).arguments("-i").typed(lines).run());
  }

  private AssertableProgram program(GrowingArchive growing) {
    return AssertableProgram.in(folder).arguments("--server", growing.url());
  }

  /** How a shell ended, in which nothing else was printed. */
  private record Shell(AssertableProgram.Ended ended) {
    Shell says(String... expected) {
      ended.says(expected);
      return this;
    }

    Shell prints(String expected) {
      ended.prints(expected);
      return this;
    }

    Shell shows(String... expected) {
      ended.shows(expected);
      return this;
    }

    Shell reportsNothing() {
      ended.reportsNothing();
      return this;
    }
  }
}
