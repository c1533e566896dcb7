package org.mastshell.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

/** Services of the archive that are asked by their names. */
class ServiceProgramTest extends DemoProgramTest {
  private static final String FILTER =
      "service Mast.Caom.Filtered columns=* filters='[{\"paramName\":\"proposal_id\",\"values\":[\"1073\"]},"
          + "{\"paramName\":\"t_min\",\"values\":[{\"min\":59700,\"max\":59750.5}]}]'";

  @Test
  void withoutAWordTheServicesAreListed() {
    run("service").succeeds().shows("Mast.Caom.Cone", "[radius]", "Mast.HscSpectra.Db.All");
  }

  @Test
  void rowsWithAnObsidAreObservations() {
    run("service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.1", "products 1")
        .succeeds()
        .says("observations · ", "of 1 observation");
    run(FILTER, "filter filters=F277W", "facets instrument").succeeds().shows("NIRCAM/IMAGE");
  }

  @Test
  void rowsWithADataUriAreProducts() {
    String id =
        data("csv", "search program=1073 filters=F277W --limit 1", "show obsid")
            .out()
            .lines()
            .toList()
            .get(1);
    run("service Mast.Caom.Products obsid=" + id, "filter suffix=i2d", "download 1 --dry-run")
        .succeeds()
        .says("products");
  }

  @Test
  void otherRowsArePlainRows() {
    data("csv", "service Mast.Missions.List", "filter distinctValue=JWST", "count").prints("1");
    data("csv", "service Mast.Caom.Filtered columns=COUNT_BIG(*) filters='[]'", "count")
        .prints("1");
  }

  @Test
  void aRowLimitIsSaidAndKept() {
    run("set row_limit 3", FILTER).succeeds().says("the first 3 only (row_limit; --all");
    run("set row_limit 3", FILTER + " --all", "count").succeeds().says("observations");
    run(FILTER + " --limit 2").succeeds().says("the first 2 only (--limit)");
  }

  @Test
  void aParameterThatIsNotKnownIsAskedForAndSaid() {
    run("service Mast.Caom.Cone ra=210.8 dec=54.34 radus=0.1")
        .succeeds()
        .says(
            "note: radus is no known parameter of Mast.Caom.Cone: did you mean radius?"
                + " it takes ra dec [radius] [exclude_hla]");
    run("service Mast.Caom.Cone ra=210.8 dec=54.34 RADIUS=0.1")
        .succeeds()
        .says("RADIUS is no known parameter");
    run("service Mast.Caom.Cone ra=210.8 dec=54.34 radius=0.1").succeeds().doesNotSay("note");
  }

  @Test
  void whatTheArchiveRefusesIsSaidInItsWords() {
    run("service Mast.No.Such ra=1").exits(ExitCode.FAILED).says("Unknown service 'Mast.No.Such'");
    run("service Mast.Caom.Cone ra=1")
        .exits(ExitCode.FAILED)
        .says("'dec' is required", "Mast.Caom.Cone takes ra dec [radius] [exclude_hla]");
    run("service Mast.Caom.Coni ra=1")
        .exits(ExitCode.FAILED)
        .says("Unknown service", "did you mean Mast.Caom.Cone?", "`service` lists");
    run("service Mast.Name.Lookup input=M101")
        .exits(ExitCode.ARCHIVE)
        .says("a web page or XML came in place");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service ra=1|of which service?",
        "service a b|takes the name of one service",
        "service Mast.Caom.Cone ra>1|a parameter is given by =",
        "service Mast.Caom.Filtered filters='[{'|that begins like JSON and is none: Unexpected end-of-input: expected close marker for Object, character 3",
        "service Mast.Caom.Filtered filters='[1 2]'|is none: Unexpected character ('2'",
      })
  void badInputIsExplained(String line, String message) {
    run(line).exits(ExitCode.USAGE).reportsOneError().says(message);
  }

  @Test
  void theRowsAreGoneForAgain() {
    run("service Mast.Missions.List", "refresh").succeeds().says("nothing new, gone or changed");
  }
}
