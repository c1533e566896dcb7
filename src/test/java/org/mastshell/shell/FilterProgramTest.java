package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

class FilterProgramTest extends DemoProgramTest {
  private static final String UNIQUE = SEARCH + "; products; unique";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The suffix rules: previews and guide-star files go unless asked for.
        "suffix=uncal | 62",
        "suffix=_uncal | 62",
        "suffix=UNCAL | 62",
        "suffix=_uncal.fits | 62",
        "suffix=uncal extension=fits | 62",
        "suffix=uncal extension=jpg | 124",
        "suffix=uncal --previews | 186",
        "suffix=uncal --guide-stars yes | 116",
        "suffix=uncal --guide-stars only | 54",
        "suffix=uncal,rate | 124",
        "suffix=nosuch | 0",
        // The tutorial's list of substrings.
        "name~_uncal,_rate | 558",
        "name~_uncal,_rate extension=fits | 186",
        "name~gs- | 144",
        "name=*gs-* | 144",
        "--guide-stars only | 144",
        "--guide-stars yes | 1457",
        "name!~gs- | 1313",
        "name~/_uncal\\.fits$/ | 62",
        // What filter_products can do.
        "productSubGroupDescription=UNCAL extension=fits | 62",
        "productType=SCIENCE,INFO calib_level=3 | 37",
        "extension=fits productType!=SCIENCE | 74",
        "calib_level=1 --mrp | 0",
        "--mrp | 74",
        // Fields that are read from names.
        "suffix=uncal detector=nrca5 | 31",
        "suffix=uncal detector=nrcalong | 31",
        "suffix=uncal obsnum=1 visit=1 exposure=1 | 2",
        "suffix=uncal stage=1b | 62",
      })
  void keepsWhatMeetsTheCriteria(String criteria, String expected) {
    run(UNIQUE, "filter " + criteria, "count").succeeds().prints(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "size<10kB | size>=10kB | size=null",
        "calib_level=2 | calib_level!=2 | calib_level=null",
        "productType=SCIENCE | productType=PREVIEW,THUMBNAIL | productType=AUXILIARY,INFO",
      })
  void complementsAddUpToTheWhole(String first, String second, String third) {
    String counts =
        data(
                "table",
                UNIQUE,
                "filter --guide-stars yes " + first + "; count; undo",
                "filter --guide-stars yes " + second + "; count; undo",
                "filter --guide-stars yes " + third + "; count")
            .out();
    int[] numbers = counts.lines().mapToInt(Integer::parseInt).toArray();
    assertThat(numbers).hasSize(3);
    assertThat(numbers[0]).isPositive().isLessThan(1457);
    assertThat(numbers[0] + numbers[1] + numbers[2]).isEqualTo(1457);
  }

  @Test
  void saysWhatWentAndWhy() {
    run(UNIQUE, "filter suffix=uncal")
        .succeeds()
        .says("62 products · 536 kB")
        .says("left out: 1,217 other files, 124 previews (--previews),")
        .says("54 guide-star files (--guide-stars yes)   #4");
    run(UNIQUE, "filter --guide-stars only")
        .succeeds()
        .says("144 products", "left out: 1,313 other files that are no guide-star files");
  }

  @Test
  void theSettingSaysWhatBecomesOfGuideStarFiles() {
    run("set guide_stars yes", UNIQUE, "filter extension=fits", "filter name~gs-", "count")
        .succeeds()
        .doesNotSay("--guide-stars")
        .prints("144");
    run("set guide_stars only", UNIQUE, "filter suffix=uncal extension=fits", "count")
        .succeeds()
        .prints("54");
  }

  @Test
  void filtersObservationsToo() {
    run(SEARCH, "filter exptime>=10min", "count", "filter start>=2022-06", "count")
        .succeeds()
        .says("8 observations", "left out: 4 others")
        .prints("8\n3");
    run("search mission=JWST program=1073", "filter filters=F4*,F3* level=3", "values level --here")
        .succeeds();
  }

  @Test
  void readsValuesFromAFile() throws Exception {
    java.nio.file.Files.writeString(
        folder.resolve("wanted.txt"),
        "jw01073001001_02101_00001_nrcalong_uncal.fits\n\n"
            + "jw01073001001_02101_00001_nrcblong_uncal.fits\n");
    run(UNIQUE, "filter name=@wanted.txt", "count").succeeds().prints("2");
    run(UNIQUE, "filter name=@missing.txt")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .says("missing.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter",
        "filter suffx=uncal",
        "filter suffix=uncal --nosuch",
        "filter suffix=uncal --guide-stars maybe",
        "filter size=big",
        "filter size=1..x",
        "filter object=\"M 101\"",
        "filter uncal",
        "filter name~/[/",
      })
  void badInputIsOneErrorAndChangesNothing(String wrong) {
    type(SEARCH, "products 1 suffix=uncal", wrong, "count")
        .reportsOneError()
        .says("^")
        .prints("12");
    run(SEARCH, "products 1 suffix=uncal", wrong).exits(ExitCode.USAGE);
  }

  @Test
  void needsASet() {
    run("filter suffix=uncal").exits(ExitCode.FAILED).reportsOneError().says("search first");
  }
}
