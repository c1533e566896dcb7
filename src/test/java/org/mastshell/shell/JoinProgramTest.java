package org.mastshell.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

/** Rows of two sets side by side. */
class JoinProgramTest extends DemoProgramTest {
  private static final String DATASETS =
      "datasets jwst program=1073 filter=F277W level=3 --columns readpatt";

  @Test
  void observationsGetWhatTheMissionsSearchKnows() {
    run(DATASETS, SEARCH, "join 1", "facets readpatt", "products suffix=i2d")
        .succeeds()
        .says(
            "12 observations (join 1)",
            "by obs_id = fileSetName, as far as they name an exposure: 12 of 12 observations in set 2")
        .shows("MEDIUM8");
  }

  @Test
  void hubblesDatasetsAndObservationsDifferInCaseAlone() {
    run(
            "search program=16123 instrument=WFC3/UVIS level=2",
            "datasets hst program=16123",
            "join 1 2")
        .succeeds()
        .says("by obs_id = sci_data_set_name");
  }

  @Test
  void filesOfAnExposureBelongToItsDataset() {
    run(
            "keywords nircam program=1073 filter=F277W level=1b",
            "products",
            "datasets jwst program=1073 level=2b",
            "join 2 3",
            "download 1 --dry-run")
        .succeeds()
        .says("products (join 2 3)", "by ");
  }

  @Test
  void filesBelongToTheObservationOfTheirDetector() {
    data(
            "csv",
            "keywords nircam program=1073 filter=F150W level=1b",
            "search program=1073 level=2",
            "join 1 2",
            "sql SELECT filename FROM _ WHERE obs_id != replace(filename, '_uncal.fits', '')",
            "count")
        .prints("0");
    run(
            "keywords nircam program=1073 filter=F150W level=1b",
            "search program=1073 level=2",
            "join 1 2")
        .succeeds()
        .says("by filename = obs_id, as far as they name an exposure: ");
  }

  @Test
  void whatWasFoundNearTargetsBelongsToThem() {
    run(
            "catalog tic target=\"M 101\" radius=3arcmin Tmag<14",
            "crossmatch gaiadr3 --nearest",
            "join 1",
            "join 1 2")
        .succeeds()
        .says("by match_name = ID: ", "by ID = match_name: ");
    // Stars of one kind are no list of targets, though the kind may be a target's name.
    run(
            "catalog tic target=\"M 101\" radius=3arcmin Tmag<14",
            "crossmatch gaiadr3 --nearest",
            "filter match_name=none",
            "join 1")
        .exits(ExitCode.FAILED)
        .says("names the same in both");
  }

  @Test
  void whereNoDetectorIsInBothTheExposureIsEnoughWhichIsSaid() {
    run(
            "keywords nircam program=1073 filter=F277W level=1b detector=NRCALONG",
            "search program=1073 level=2",
            "join 1 2")
        .succeeds()
        .says("by filename = obs_id, as far as they name an exposure, whatever the detector: ");
  }

  @Test
  void aColumnOfBothCanBeNamed() {
    run(SEARCH, "sql SELECT obs_id, 7 AS n FROM obs", "join 1 2 --on obs_id", "show n --limit 1")
        .succeeds()
        .shows("7");
    run(SEARCH, "sql SELECT DISTINCT filters FROM obs", "join 1 2 --on filter=filters")
        .succeeds()
        .says("by filters: 12 of 12 observations");
  }

  @Test
  void columnsOfTheSameNameAreKept() {
    data(
            "csv",
            SEARCH,
            "sql SELECT obs_id, 'other' AS filters FROM obs",
            "join 1 2 --on obs_id",
            "show filters filters_2 --limit 1")
        .prints("filters,filters_2\nF277W,other");
  }

  @Test
  void aSecondColumnIsWhatTheFirstIs() {
    run(
            "catalog tic coordinates='210.80 54.30' radius=5arcmin",
            "name one",
            "catalog tic coordinates='210.82 54.30' radius=5arcmin",
            "join one --on ID",
            "filter distance_2<180arcsec",
            "if-empty stop",
            "show ID distance distance_2 --limit 1")
        .succeeds()
        .shows("distance_2");
  }

  @Test
  void itIsMadeAgain() {
    run(DATASETS, SEARCH, "join 1", "refresh").succeeds().says("nothing new, gone or changed");
    run(DATASETS, SEARCH, "join 1", "export script again.mast").succeeds();
    program().arguments("again.mast").run().succeeds().says("12 observations (join");
    run(DATASETS, SEARCH, "join 1", "export script x.py --as python")
        .exits(ExitCode.FAILED)
        .says("no other program makes this set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "join|USAGE|join needs a set",
        "join 1 2 3|USAGE|join takes two sets",
        "join 1 1|USAGE|the same set once more",
        "join 1 2 --on nosuch|USAGE|set 1 has no column nosuch",
        "join 1 2|FAILED|nothing in sets 1 and 2 names the same in both",
        "join 1 2 --on obs_id=n|FAILED|no row of set 1 belongs to one of set 2",
        "join 1 9|FAILED|there is no set 9",
      })
  void badInputIsExplainedAndChangesNothing(String line, ExitCode code, String message) {
    run(SEARCH, "sql SELECT 1 AS n", line).exits(code).reportsOneError().says(message);
  }
}
