package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The way to a set, kept under a name and gone again by another shell. */
class SearchesProgramTest extends DemoProgramTest {

  @Test
  void aRowThatWasPickedStaysOneRow() {
    run(SEARCH, "products", "pick 3,1", "show --limit 2", "searches save two").succeeds();
    String picked = run(SEARCH, "products", "pick 3,1", "show parent_obsid name").out();
    assertThat(run("searches run two", "show parent_obsid name").succeeds().out())
        .isEqualTo(picked);
  }

  @Test
  void whatIsNoSearchCostsTheOthersNothing() throws IOException {
    run(SEARCH, "searches save lmc").succeeds();
    Path there = folder.resolve("mastshell-home/state/searches");
    Files.write(there.resolve("odd.mast"), new byte[] {(byte) 0xe9, '\n'});
    Files.createDirectory(there.resolve("folder.mast"));
    run("searches list", "searches run lmc", "count").succeeds().shows("lmc", "12\n");
  }

  @Test
  void aSearchThatWasKeptIsRunByAnotherShell() {
    run(SEARCH, "count", "products", "unique", "filter suffix=uncal", "searches save lmc-raw")
        .succeeds()
        .says("search lmc-raw is kept: 4 commands · searches run lmc-raw");
    data("csv", "searches run LMC-raw", "count", "observations", "count", "sets")
        .shows("62\n12\n", "4,,\"\",products,62,");
  }

  @Test
  void itIsAFileThatAPersonCanReadAndRun() throws IOException {
    run("let f=F277W", SEARCH.replace("F277W", "$f"), "pick 1-2", "searches save two").succeeds();
    Path file = file("two");
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .startsWith(
            "# two: 2 observations on 2026-11-22 12:00 UTC, from " + archive.url().getAuthority(),
            SEARCH)
        .element(2)
        .asString()
        .matches("filter obsid=\\d+,\\d+");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    run("source " + file, "count").succeeds().prints("2");
    run("searches show two").succeeds().prints(Files.readString(file).strip());
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void setsThatWerePutTogetherKeepNoNamesInTheSessionThatRunsThem() {
    run(
            SEARCH,
            "name one",
            "search program=1073 filters=F070W",
            "union one 2",
            "searches save both")
        .succeeds();
    type(SEARCH, "pick 1", "name one", "searches run both", "count", "use one", "count", "sets")
        .reportsNothing()
        .shows("13\n1\n", "union 3 4");
  }

  @Test
  void aCommandThatNamesManyRowsIsNotSaidWhole() {
    run(SEARCH, "products extension=fits", "unique", "pick 1-50", "searches save many").succeeds();
    AssertableProgram.Ended ended = run("searches run many", "count").succeeds().prints("50");
    assertThat(ended.err()).contains("… ", " more characters)").hasSizeLessThan(2000);
    assertThat(run("searches run many", "export script").succeeds().out()).doesNotContain("…");
  }

  @Test
  void settingsOfTheDayDecideNothing() {
    run("search program=1073 filters=F277W", "products 1 extension=fits", "searches save one")
        .succeeds();
    String rows = run("searches run one", "count").succeeds().out();
    run("set guide_stars yes", "set mission HST", "searches run one", "count")
        .succeeds()
        .prints(rows.strip());
  }

  @Test
  void noFileIsWrittenOnceMore() throws IOException {
    Files.writeString(
        folder.resolve("near.csv"), "name,ra,dec\nM 101,210.8023,54.349\nno,1.5,-80\n");
    String search = "search coordinates=@near.csv radius=1arcmin --unmatched left.csv";
    run(search, "searches save near", "refresh").succeeds();
    Files.writeString(folder.resolve("left.csv"), "mine");
    run("searches run near", "refresh").succeeds();
    assertThat(folder.resolve("left.csv")).hasContent("mine");
  }

  @Test
  void allAreListed() {
    run("searches").succeeds().says("no search is kept yet");
    run(SEARCH, "searches save b", "pick 1", "searches save a").succeeds();
    data("csv", "searches")
        .shows("search,saved,commands,begins", "a,20", ",2," + SEARCH, "b,20", ",1," + SEARCH);
    run("searches delete a", "searches show b", "searches list").succeeds().says("a is deleted");
    run("searches show a").exits(ExitCode.USAGE);
  }

  @Test
  void aNameIsNotTakenFromAnotherUnlessThatIsMeant() {
    run(SEARCH, "searches save lmc").succeeds();
    run(SEARCH, "pick 1", "searches save LMC")
        .exits(ExitCode.FAILED)
        .says("there is a search LMC already", "--replace");
    run("searches run lmc", "count").prints("12");
    run(SEARCH, "pick 1", "searches save LMC --replace").succeeds();
    run("searches run lmc", "count").prints("1");
    data("csv", "searches").shows("lmc,");
  }

  @Test
  void aMistypedNameIsAnErrorWithTheNearest() {
    run(SEARCH, "searches save magellanic").succeeds();
    type(SEARCH, "searches run magelanic", "count")
        .reportsOneError()
        .says("no search is called magelanic", "did you mean magellanic?")
        .prints("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "searches save",
        "searches save ../x",
        "searches save a b",
        "searches save 7",
        "searches runn lmc",
        "searches run",
        "searches run nosuch",
        "searches --replac"
      })
  void whatCannotBeMeantKeepsNothing(String wrong) {
    type(SEARCH, wrong, "searches").reportsOneError().says("no search is kept yet");
  }

  @Test
  void withoutASetThereIsNothingToKeep() {
    run("searches save lmc").exits(ExitCode.FAILED).says("search first");
  }

  @Test
  void aFailureOnTheWayChangesNothing() throws IOException {
    run(SEARCH, "searches save lmc").succeeds();
    Files.writeString(file("lmc"), SEARCH + "\nfilter nosuch=1\n");
    type(SEARCH, "pick 1-2", "searches run lmc", "count", "sets")
        .reportsOneError()
        .says("no field is called nosuch")
        .shows("2\n");
    Files.writeString(file("lmc"), SEARCH + "; drop 1\n");
    type("searches run lmc").reportsOneError().says("holds drop, which makes no set");
    Files.writeString(file("lmc"), "# nothing\n");
    type("searches run lmc").reportsOneError().says("holds no command");
    Files.writeString(file("lmc"), SEARCH + "\nfilter 'x\n");
    type("searches run lmc").reportsOneError().says("lmc.mast:2: the quote ' is not closed");
  }

  @Test
  void daysAreThoseOfTheDayOnWhichItRuns() throws IOException {
    run("search mission=JWST program=1073 start=..-30d", "searches save old").succeeds();
    assertThat(Files.readString(file("old"))).contains("start=..-30d");
  }

  private Path file(String name) {
    return folder.resolve("mastshell-home/state/searches/" + name + ".mast");
  }

  @Test
  void setsOfSqlAndReadFromFilesAreFoundAgain() throws Exception {
    Files.writeString(
        folder.resolve("names.csv"), "obs_id\njw01073-o001_t001_nircam_clear-f277w\n");
    run(SEARCH, "sql SELECT * FROM obs WHERE t_exptime > 1", "searches save long").succeeds();
    run("searches run long", "count").succeeds().prints("12");
    run("import names.csv", "searches save listed").says("names.csv", "in the current folder");
    run("searches run listed", "count").succeeds().prints("1");
  }
}
