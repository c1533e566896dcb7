package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** What a set holds, in numbers, and what a row is, in words. */
class UnderstandingProgramTest extends DemoProgramTest {
  private static final String FILES = SEARCH + "; products; unique";

  @Test
  void describesColumnsForPeople() {
    run("search program=1073", "describe filters exptime start")
        .succeeds()
        .shows("F150W 73 · F200W 65 · F210M 64", "1m 47s … 55m 28s", "2022-05-02 … 2022-07-04")
        .says("3 columns of 224 rows in set #1");
  }

  @Test
  void describesColumnsExactly() {
    String csv = data("csv", "search program=1073", "describe exptime sequence_number").out();
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "column,kind,unit,rows,missing,distinct,least,greatest,mean,top,top_rows,meaning");
    assertThat(lines.get(1)).startsWith("t_exptime,duration,s,224,0,8,107.368,3328.408,163.448");
    assertThat(lines.get(2)).startsWith("sequence_number,integer,,224,224,0,,,,,,");
  }

  @Test
  void statsOfColumnsAreThoseOfTheirNumbers() {
    run(FILES, "stats size")
        .succeeds()
        .shows("values       1,456", "missing          1", "sum        10.2 MB");
    String csv = data("csv", SEARCH, "stats exptime start ra level").out();
    assertThat(csv.lines().toList())
        .hasSize(5)
        .anyMatch(line -> line.startsWith("t_exptime,s,12,0,"))
        // Dates, positions and levels have no sum.
        .anyMatch(line -> line.startsWith("t_min,MJD,12,0,,"))
        .anyMatch(line -> line.startsWith("s_ra,deg,12,0,,"))
        .anyMatch(line -> line.startsWith("calib_level,,12,0,,3"));
  }

  @Test
  void statsWithoutAColumnAreTheSetAsAWhole() {
    run(SEARCH, "stats")
        .succeeds()
        .shows("observations : 12", "programs     : 1", "exposure     : 3h 11m");
    run(SEARCH, "products", "stats")
        .succeeds()
        .shows("rows         : 4908", "files        : 1457", "guide_stars  : 144", "SCIENCE 396");
    assertThat(data("csv", FILES, "stats").out().lines().toList()).hasSize(2);
  }

  @Test
  void textHasNoStatistics() {
    run(SEARCH, "stats filters")
        .exits(ExitCode.USAGE)
        .says("filters holds no numbers", "facets filters counts its values");
    run(SEARCH, "stats exptime start filters")
        .says("    stats exptime start filters\n                        ^^^^^^^\n");
  }

  @Test
  void groupsAddUpToTheWhole() {
    String csv = data("csv", FILES, "group suffix level --sum size").out();
    List<String[]> rows = csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
    assertThat(rows.stream().mapToInt(row -> Integer.parseInt(row[2])).sum()).isEqualTo(1457);
    double bytes =
        rows.stream().mapToDouble(row -> row[3].isEmpty() ? 0 : Double.parseDouble(row[3])).sum();
    assertThat(bytes).isEqualTo(10_186_174);
    assertThat(data("csv", FILES, "group suffix --sum size --sort -sum").out())
        .isEqualTo(data("csv", FILES, "group suffix --sum size --sort -sum_size").out());
    assertThat(data("csv", FILES, "group suffix --sort count").out())
        .isEqualTo(data("csv", FILES, "group suffix --sort rows").out());
    run(FILES, "group suffix level --sum size --limit 5")
        .succeeds()
        .says("5 of 17 groups of 1,457 rows · size 10.2 MB in all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group | group needs a column",
        "group filterz | did you mean filter?",
        "group filters --sum start | the sum of t_min has no meaning",
        "group filters --sort size | the answer has no column size",
        "group filters --limit 0 | --limit cannot be",
      })
  void whatCannotBeGroupedIsExplained(String command, String message) {
    run(SEARCH, command).exits(ExitCode.USAGE).says(message).reportsOneError();
  }

  @Test
  void groupsAreSortedByAnyColumnOfTheAnswer() {
    String csv =
        data("csv", "search program=1073", "group filters --sum exptime --sort -exptime").out();
    assertThat(csv.lines().skip(1).findFirst().orElse("")).startsWith("F277W,12,");
  }

  @Test
  void aProductIsExplainedInWords() {
    run(FILES, "inspect 1")
        .succeeds()
        .shows(
            "Rectified image; at level 3 combined from several exposures",
            "made by      : calwebb_image3 or calwebb_coron3",
            "program 1073, observation 1, association candidate o001 (one observation)",
            "public since 2022-05-03",
            "NIRCAM/IMAGE (imaging)",
            "20.2 kB (20,160 bytes)",
            "filter obs_id=jw01073-o001_t001_nircam_clear-f277w",
            "jwst-pipeline.readthedocs.io");
  }

  @Test
  void guideStarsAndPreviewsAreToldFromScience() {
    run(FILES, "filter name~gs-acq1 extension=fits --guide-stars only", "pick 1", "inspect")
        .succeeds()
        .shows("Guide star: first acquisition", "purpose      : guide star, filed under AUXILIARY");
    run(FILES, "filter name~_i2d_thumb", "inspect 1")
        .succeeds()
        .shows("Small preview picture of: Rectified image", "purpose      : preview");
  }

  @Test
  void severalRowsAreOneTableForPrograms() {
    String csv = data("csv", FILES, "inspect 1,40-41").out();
    assertThat(csv.lines().toList()).hasSize(4);
    assertThat(csv).startsWith("row,file,what,purpose,level,made_by");
    run(FILES, "inspect").exits(ExitCode.USAGE).says("inspect needs row numbers");
    run(FILES, "inspect 9999").exits(ExitCode.USAGE).says("there are only 1457 rows");
  }

  @Test
  void anObservationIsExplainedInWords() {
    run("search mission=HST --limit 1", "inspect 1")
        .succeeds()
        .shows("WFC3/UVIS (ultraviolet and visible channel)");
    run(SEARCH, "inspect 2")
        .succeeds()
        .shows("level       : 3 (science: combined or extracted", "products 2 (its files)");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 132})
  void statsOfManyColumnsHaveALineEach(int width) {
    String shown =
        program()
            .screen(width, 50)
            .arguments("--color", "never")
            .command("set pager off; search mission=JWST")
            .command("stats --all")
            .run()
            .succeeds()
            .out();
    String table = shown.substring(shown.indexOf("column"));
    assertThat(table.lines().toList()).hasSizeLessThan(20).noneMatch(line -> line.length() > width);
    assertThat(table).contains("median", "t_exptime", "s_ra", "calib_level");
  }
}
