package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Targets of a list that have no dataset, no sector and no survey are named, and can be saved. */
class UnmatchedTargetsProgramTest extends DemoProgramTest {
  @BeforeEach
  void makeLists() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "name,ra,dec\nspiral,210.82,54.344\nnowhere,10,2\n");
    Files.writeString(
        folder.resolve("d.csv"), "name,ra,dec\ndeep,189.49206,62.20615\nnowhere,10,2\n");
    Files.writeString(folder.resolve("one.csv"), "name,ra,dec\nnowhere,10,2\n");
    Files.writeString(folder.resolve("names.txt"), "M 101\nNo Such Thing\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets hst coordinates=@t.csv radius=3arcmin instrument=ACS|no match for 1 of 2 targets:",
        "datasets hst coordinates=@one.csv radius=3arcmin|no match for 1 of 1 target:",
        "cutout tess coordinates=@t.csv --sectors|no sector for 1 of 2 targets:",
        "cutout zcut coordinates=@d.csv --surveys|no survey for 1 of 2 targets:",
      })
  void theyAreNamedAndSaved(String line, String said) throws IOException {
    run(line).succeeds().says(said, "nowhere  10 2");
    run(line + " --unmatched left.csv").succeeds().says(said, "saved: ");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\nnowhere,10,2,no match\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets hst object=@names.txt radius=3arcmin instrument=ACS",
        "cutout tess target=@names.txt --sectors",
      })
  void soAreNamesWithoutAPlace(String line) {
    run(line + " --unmatched left.csv")
        .succeeds()
        .says("no position is known for 1 of 2 targets:", "No Such Thing");
    assertThat(folder.resolve("left.csv")).content().contains("No Such Thing,,,unknown name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search coordinates=@gaps.csv radius=3arcmin mission=HST",
        "search coordinates=@gaps.csv radius=3arcmin mission=HST --count",
        "catalog tic coordinates=@gaps.csv radius=3arcmin",
        "crossmatch tic @gaps.csv radius=3arcmin",
        "datasets hst coordinates=@gaps.csv radius=3arcmin instrument=ACS",
        "cutout tess coordinates=@gaps.csv --sectors",
      })
  void soAreRowsWithoutAPosition(String line) throws IOException {
    Files.writeString(
        folder.resolve("gaps.csv"), "name,ra,dec\nspiral,210.82,54.344\nlost,,\n,,\n");
    run(line + " --unmatched left.csv")
        .succeeds()
        .says("no position in 2 rows:\n    lost\n    gaps.csv line 4", "saved: ");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            "name,ra,dec,why\nlost,,,no position\ngaps.csv line 4,,,no position\n");
  }

  @Test
  void soAreRowsOfASetWithoutAPosition() throws IOException {
    Files.writeString(
        folder.resolve("gaps.csv"), "name,ra,dec\nspiral,210.82,54.344\nlost,,\n,,\n");
    run("import gaps.csv", "crossmatch tic radius=3arcmin --unmatched left.csv")
        .succeeds()
        .says("no position in 2 rows:\n    lost\n    row 3", "saved: ");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\nlost,,,no position\nrow 3,,,no position\n");
    run("import gaps.csv", "filter name=lost", "crossmatch tic --unmatched left.csv")
        .succeeds()
        .says("no position in 1 row:\n    lost");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\nlost,,,no position\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets hst program=16123 target=@values.txt|M-101|no dataset|sci_targname",
        "datasets hst program=@values.txt|16123|no dataset|sci_pep_id",
        "catalog tic ID=@values.txt|131115651|no catalog row|ID",
        "catalog tic target=M101 radius=2arcmin ID=@values.txt|131115651|no catalog row|ID",
        "keywords nircam program=@values.txt level=3|1073|no keyword row|program",
      })
  void soAreValuesThatNothingHas(String line, String there, String why, String column)
      throws IOException {
    Files.writeString(folder.resolve("values.txt"), there + "\n99999999\n");
    String said = why + " for 1 of 2 values of " + column + ":\n    99999999\n";
    run(line).succeeds().says(said).doesNotSay("saved");
    run(line + " --unmatched left.csv").succeeds().says(said, "saved: ");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines(column + ",why\n99999999," + why + "\n");
  }

  @Test
  void ofAListOfPlacesTheseAreSaved() throws IOException {
    Files.writeString(folder.resolve("values.txt"), "16123\n99999\n");
    run("datasets hst coordinates=@t.csv radius=3arcmin program=@values.txt --unmatched left.csv")
        .succeeds()
        .says("no match for 1 of 2 targets:", "no dataset for 1 of 2 values of sci_pep_id:");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\nnowhere,10,2,no match\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search mission=HST target!=@names.txt",
        "datasets hst program=16123 target!=@names.txt",
        "catalog tic coordinates=\"210.8 54.3\" ID!=@names.txt",
        "keywords nircam program=1073 filter!~@names.txt",
      })
  void ofValuesThatAreLeftOutThereIsNothingToSave(String line) {
    run(line + " --unmatched left.csv")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("--unmatched is for a list that is looked for", "leaves them out")
        .doesNotSay("there is none");
  }

  @Test
  void soArePlacesWithoutCutouts() throws IOException {
    Files.writeString(
        folder.resolve("cut.csv"),
        "name,ra,dec\nspiral,210.8,54.3\nbelt,10,2\nnorth,11,2\nlost,,\n");
    String line = "cutout tess coordinates=@cut.csv sector=14,20 --to cut --unmatched left.csv";
    run(line)
        .succeeds()
        .says("the archive has none for spiral sector 20", "without a position: lost", "saved: ");
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            "name,ra,dec,why\nlost,,,no position\nbelt,10,2,no match\nnorth,11,2,no match\n");
    run("cutout tess target=@names.txt sector=14 --to cut --unmatched left.csv").succeeds();
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\nNo Such Thing,,,unknown name\n");
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "ra=11&", 500)) {
      faulty(ill, line)
          .exits(ExitCode.ARCHIVE)
          .says("no answer for north sector 14, north sector 20", "saved: ");
    }
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            "name,ra,dec,why\nlost,,,no position\nbelt,10,2,no match\nnorth,11,2,no answer\n");
    try (FaultyArchive ill = FaultyArchive.failingFor(archive.url(), "ra=10&", 403)) {
      faulty(ill, line).exits(ExitCode.ARCHIVE).says("not asked for after that: 3 questions");
    }
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines(
            "name,ra,dec,why\nlost,,,no position\nbelt,10,2,no answer\nnorth,11,2,not asked\n");
  }

  private AssertableProgram.Ended faulty(FaultyArchive ill, String line) {
    return AssertableProgram.in(folder)
        .arguments("--server", ill.url())
        .command("set retries 0; " + line)
        .run();
  }

  @Test
  void cutoutsStayWhereTheListCannotBeWritten() throws IOException {
    Files.createDirectories(folder.resolve("left.csv.part/x"));
    run("cutout tess coordinates=@t.csv sector=14 --to cut --unmatched left.csv")
        .exits(ExitCode.FAILED)
        .says("left.csv cannot be written", "the cutouts of 1 of 2 places have come and stay in");
  }

  @Test
  void oneOfSeveralOfTheSameNameIsNamedToo() throws IOException {
    Files.writeString(folder.resolve("same.csv"), "name,ra,dec\nfield,210.82,54.344\nfield,10,2\n");
    run("datasets hst coordinates=@same.csv radius=3arcmin instrument=ACS")
        .succeeds()
        .says("no match for 1 of 2 targets:", "field  10 2");
  }

  @Test
  void twoNamesOfOnePlaceAreBothMatched() throws IOException {
    Files.writeString(
        folder.resolve("both.csv"), "name,ra,dec\nM 101,210.82,54.344\nNGC 5457,210.82,54.344\n");
    String line = "datasets hst coordinates=@both.csv radius=3arcmin instrument=ACS";
    run(line).succeeds().says("near 2 targets").doesNotSay("no match for");
    run(line, "filter match_name=\"M 101\"", "count").succeeds().prints("15");
    run(line, "filter match_name=\"NGC 5457\"", "count").succeeds().prints("15");
  }

  @Test
  void aFileThatCannotBeWrittenChangesNothing() throws IOException {
    Files.createDirectories(folder.resolve("left.csv.part/x"));
    run(
            "search program=1073 filters=F277W",
            "datasets hst coordinates=@t.csv radius=3arcmin --unmatched left.csv")
        .exits(ExitCode.FAILED)
        .says("left.csv cannot be written")
        .doesNotSay("#2");
  }

  @Test
  void anEmptySetHasNoneAndTheFileSaysSo() {
    run("search program=99999; datasets hst coordinates=@_ --unmatched left.csv").succeeds();
    assertThat(folder.resolve("left.csv"))
        .content()
        .isEqualToNormalizingNewlines("name,ra,dec,why\n");
  }

  @Test
  void whatWasCutOffIsNotCalledUnmatched() throws IOException {
    run("datasets hst coordinates=@t.csv radius=3arcmin --limit 1")
        .succeeds()
        .doesNotSay("no match for");
    run("datasets hst target=@names.txt,M-101 --limit 1").succeeds().doesNotSay("no dataset for");
    Files.writeString(folder.resolve("values.txt"), "M-101\nNo Such Thing\n");
    for (String line :
        List.of(
            "search target=@values.txt --limit 1",
            "datasets hst target=@values.txt --limit 1",
            "datasets hst coordinates=@t.csv radius=3arcmin --limit 1")) {
      run(line)
          .succeeds()
          .says("which entries of the list have nothing is not known: --limit left rows out")
          .doesNotSay("\n    No Such Thing", "\n    nowhere");
    }
  }

  /** Of a target that was asked for, it is known whether anything is near: all of its rows came. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "search coordinates=@three.csv radius=3arcmin",
        "crossmatch observations @three.csv radius=3arcmin",
        "crossmatch tic @three.csv radius=3arcmin",
        "catalog tic coordinates=@three.csv radius=3arcmin",
      })
  void whatALimitCutsOffIsNotCalledUnmatched(String line) throws IOException {
    Files.writeString(
        folder.resolve("three.csv"),
        "name,ra,dec\nspiral,210.82,54.344\nM 101,210.8023,54.349\nnowhere,10,20\n");
    run(line + " --limit 1")
        .succeeds()
        .says("no match for 1 of 3 targets:\n    nowhere", "the first 1 row only (--limit)");
    run("set batch_size 1; set parallel 1; " + line + " --limit 1")
        .succeeds()
        .says("2 targets were not asked for")
        .doesNotSay("no match");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cutout tess coordinates=@t.csv sector=14 --dry-run --unmatched x.csv|USAGE",
        "cutout tess coordinates=@t.csv sector=14 --to cut --unmatched no/x.csv|FAILED",
        "cutout tess coordinates=\"210.8 54.3\" sector=14 --to cut --unmatched x.csv|USAGE",
        "cutout tess coordinates=@t.csv --sectors --unmatched no/x.csv|FAILED",
        "cutout tess target=\"M 101\" --sectors --unmatched x.csv|USAGE",
        "catalog tic target=\"M 101\" radius=1arcmin --unmatched x.csv|USAGE",
        "catalog tic coordinates=@t.csv radius=1arcmin --limit 3 --unmatched x.csv|USAGE",
        "datasets hst target=\"M 101\" --unmatched x.csv|USAGE",
        "datasets hst program=16123 --unmatched x.csv|USAGE",
        "datasets hst program=@names.txt --count --unmatched x.csv|USAGE",
        "datasets hst program=@names.txt --limit 3 --unmatched x.csv|USAGE",
        "catalog tic ID=@names.txt --count --unmatched x.csv|USAGE",
        "crossmatch observations @t.csv --limit 20 --unmatched x.csv|USAGE",
        "crossmatch observations @t.csv --unmatched no/x.csv|FAILED",
        "catalog tic coordinates=@t.csv radius=1arcmin --unmatched no/x.csv|FAILED",
        "keywords nircam program=1073 --unmatched x.csv|USAGE",
        "keywords nircam filename=@names.txt --unmatched no/x.csv|FAILED",
        "datasets hst coordinates=@t.csv --count --unmatched x.csv|USAGE",
        "datasets hst coordinates=@t.csv --limit 3 --unmatched x.csv|USAGE",
        "datasets hst coordinates=@t.csv radius=3arcmin --unmatched no/x.csv|FAILED",
      })
  void whatCannotBeSavedIsSaidBeforeAnythingIsAsked(String line, ExitCode code) {
    int before = archive.requests("/");
    run(line).exits(code).reportsOneError().says("unmatched");
    assertThat(archive.requests("/")).isEqualTo(before);
  }
}
