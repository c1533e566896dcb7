package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Around the rows of an empty set there is nothing: that is a result, and nothing is asked. */
class EmptyTargetsProgramTest extends DemoProgramTest {
  private static final String EMPTY = SEARCH + "; filter level=0";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search coordinates=@_ radius=5arcsec|0 observations",
        "search coordinates=@_ radius=5arcsec mission=HST|0 observations",
        "search coordinates=@none radius=5arcsec --all|0 observations",
        "catalog tic coordinates=@_ radius=5arcsec Tmag<3|0 catalog rows",
        "datasets hst coordinates=@_ radius=5arcsec|0 datasets",
        "crossmatch tic|0 catalog rows",
        "crossmatch tic @_|0 catalog rows",
        "crossmatch observations --nearest|0 observations",
        "cutout tess coordinates=@_ sector=14 --to cut|0 rows",
        "cutout tess coordinates=@_ --sectors|0 rows",
      })
  void nothingIsAResult(String line, String summary) {
    run(EMPTY).succeeds();
    int before = archive.requests("/");
    AssertableProgram.Ended ended = run(EMPTY, "name none", line, "count");
    int asked = archive.requests("/") - before;
    run(EMPTY).succeeds();

    ended.succeeds().says("has no rows, so that there are no targets", summary).reportsNothing();
    assertThat(ended.out().lines().reduce((one, next) -> next)).contains("0");
    // No more than the search itself.
    assertThat(asked).isEqualTo(archive.requests("/") - before - asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search coordinates=@_ radius=5arcsec --count",
        "catalog tic coordinates=@_ radius=5arcsec --count",
        "datasets hst coordinates=@_ radius=5arcsec --count",
        "crossmatch tic --count",
      })
  void itsNumberIsNought(String line) {
    data("csv", EMPTY, line).prints("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crossmatch tic", "catalog tic coordinates=@_ radius=5arcsec"})
  void aSearchWithoutAResultIsSuchASet(String line) {
    run("search program=99999", line, "count").succeeds().prints("0").says("0 catalog rows");
    run("search program=99999", line, "search coordinates=@_ radius=1arcsec", "count")
        .succeeds()
        .prints("0");
  }

  @Test
  void aFileWithoutPositionsIsProbablyAnotherOne() throws IOException {
    Files.writeString(folder.resolve("e.csv"), "name,ra,dec\n");
    run("search coordinates=@e.csv radius=1arcsec")
        .exits(ExitCode.USAGE)
        .says("e.csv holds no positions");
  }

  @ParameterizedTest
  @CsvSource({
    "search coordinates=@_ radius=5arcsec, python",
    "search coordinates=@_ radius=5arcsec, curl",
    "catalog tic coordinates=@_ radius=5arcsec, python",
    "datasets hst coordinates=@_ instrument=WFC3, python",
    "crossmatch tic, python",
    "crossmatch observations, python"
  })
  void noOtherProgramAsksForTheWholeSky(String line, String language) {
    run(EMPTY, line, "export script --as " + language)
        .exits(ExitCode.FAILED)
        .says("around which nothing is asked");
  }

  @Test
  void theCommandsCanBeWrittenDown() {
    run(EMPTY, "search coordinates=@_ radius=5arcsec", "export script")
        .succeeds()
        .shows("search coordinates=@_ radius=5arcsec");
  }
}
