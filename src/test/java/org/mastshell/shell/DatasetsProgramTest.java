package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/** The searches that missions have of their own, from what is typed to the files. */
class DatasetsProgramTest extends DemoProgramTest {
  private static final String HUBBLE =
      "datasets hst instrument=WFC3 aperture=UVIS* filter=F814W program=16123";

  @Test
  void withoutAWordTheMissionsAreListed() {
    run("datasets").succeeds().shows("hst ", "Hubble", "jwst ", "ullyses");
  }

  @Test
  void whatIsSentIsSaid() {
    run(HUBBLE)
        .succeeds()
        .says(
            "sent: sci_instrume=WFC3 sci_aper_1234=*UVIS* sci_spec_1234=*F814W* sci_pep_id=16123",
            "5 datasets · Hubble · WFC3 · PUBLIC · 2020-12-17");
  }

  @Test
  void theArchivesBlanksAreNoPartOfItsNames() {
    data("jsonl", HUBBLE, "show sci_instrume sci_data_set_name --limit 1")
        .prints("{\"sci_instrume\":\"WFC3\",\"sci_data_set_name\":\"IEC01A0Q\"}");
  }

  @Test
  void datesAreDatesWhateverTheSearchWrites() {
    data("csv", HUBBLE, "filter start=2020-12-17T01:00..2020-12-17T03:00", "show start")
        .prints("sci_start_time\n59200.06\n59200.09\n59200.12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets hst start=2020-12-17 program=16123|12",
        "datasets hst start>=2020-12-17T02:00 start<2020-12-17T03:00 program=16123|6",
        "datasets jwst exp_type=NRC_IMAGE program=1073 filter=F277W|12",
        "datasets jwst exp_type=NRC_IMAGE,MIR_MRS program=1073 filter=F277W|12",
        "datasets jwst exp_type=NRC* program=1073 filter=F277W|12",
        "datasets jwst exp_type~IMAGE program=1073 filter=F277W|12",
        "datasets jwst exp_type!=NRC_IMAGE program=1073 filter=F277W|0",
        "datasets jwst program=1073 filter=F277W exptime=100..300|4",
        "datasets jwst program=1073 filter=F277W exptime<=5min|4",
        "datasets jwst program=1073 filter=f277w|12",
      })
  void criteriaAreThoseOfOtherCommands(String line, int rows) {
    run(line + " --count").succeeds().prints(Integer.toString(rows));
    data("csv", line + " --columns ra", "count").prints(Integer.toString(rows));
  }

  @Test
  void positionsAreAskedFor() {
    run("datasets hst object=\"M 101\" radius=5arcmin instrument=ACS; show ang_sep --limit 1")
        .succeeds()
        .says("M 101 is at", "radius=5arcmin", "15 datasets")
        .shows("ang_sep");
  }

  @Test
  void ofAListEachTargetHasItsRows() throws IOException {
    Files.writeString(
        folder.resolve("t.csv"), "name,ra,dec\nspiral,210.82,54.344\nnowhere,10,10\n");
    run(
            "datasets hst coordinates=@t.csv radius=3arcmin instrument=ACS filter=F814W",
            "show match_name --limit 1")
        .succeeds()
        .says("2 positions", "5 datasets · ", "near 1 target")
        .shows("spiral");
  }

  @Test
  void filesAreListedAndFetched() throws IOException {
    run(HUBBLE, "products suffix=flc", "download --flat --dir here")
        .succeeds()
        .says("5 products of 5 datasets");
    Path file = folder.resolve("here/iec01a0q_flc.fits");
    assertThat(file).exists();
    assertThat(Files.readAllBytes(file))
        .startsWith("SIMPLE  =".getBytes(StandardCharsets.US_ASCII));
    run("verify here").succeeds();
  }

  @Test
  void exclusiveFilesNeedTheToken() {
    String search =
        "datasets jwst access=EXCLUSIVE level=2b --limit 1; products suffix=rateints; unique";
    run(search, "download 1 --flat --dir shut").exits(ExitCode.LOGIN);
    AssertableProgram program = program().environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN);
    program.command(search).command("download 1 --flat --dir open").run().succeeds();
    assertThat(folder.resolve("open").toFile().list((place, name) -> name.endsWith(".fits")))
        .hasSize(1);
  }

  @Test
  void observationsGoesBackToTheDatasets() {
    run(HUBBLE, "products", "observations").succeeds().says("5 datasets · Hubble");
  }

  @Test
  void aSetOfDatasetsIsLikeAnyOther() {
    run(
            "datasets jwst program=1073 exp_type=NRC_IMAGE",
            "facets filter",
            "filter facet:1",
            "sort -exptime",
            "pick 1-2",
            "unique --by instrument",
            "name two",
            "sql SELECT fileSetName, filter FROM two",
            "use two",
            "describe",
            "stats exptime",
            "plot sky",
            "plot time",
            "cite",
            "export two.vot",
            "refresh")
        .succeeds()
        .shows("F150W", "James Webb Space Telescope")
        .reportsNothing();
    assertThat(folder.resolve("two.vot")).content().contains("unit=\"s\"", "exposure time");
  }

  @Test
  void aScriptMakesThemAgain() {
    run(
            "datasets jwst program=1073 filter=F277W start=2022",
            "products suffix=i2d",
            "export script again.mast")
        .succeeds();
    program().arguments("again.mast").run().succeeds().says("12 products of 12 datasets");
  }

  @Test
  void aSessionKeepsThem() {
    program().arguments("--session", "doors").command(HUBBLE).run().succeeds();
    program()
        .arguments("--session", "doors")
        .command("show sci_data_set_name --format csv")
        .run()
        .succeeds()
        .shows("IEC01A4Q");
  }

  @Test
  void columnsCanBeAsked() {
    data(
            "csv",
            "datasets jwst program=1073 filter=F277W --columns subarray,readpatt --limit 1",
            "show subarray readpatt")
        .prints("subarray,readpatt\nFULL,MEDIUM8");
    data("csv", "datasets jwst program=1073 filter=F277W --columns all --limit 1", "show title")
        .shows("title");
    run("datasets jwst --fields").succeeds().shows("exp_type", "opticalElements", "s_region");
  }

  @Test
  void moreThanTheRowLimitComesOnlyOnDemand() {
    run("set row_limit 10", "datasets jwst program=1073")
        .exits(ExitCode.FAILED)
        .says("more than row_limit (10); nothing was fetched");
    run("set row_limit 10", "datasets jwst program=1073 --limit 3")
        .succeeds()
        .says("the first 3 only");
    run("set row_limit 10", "datasets jwst program=1073 --all").succeeds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "datasets hts program=1|no mission search is called hts|did you mean hst?",
        "datasets hst programm=1|Hubble has no column programm|did you mean program?",
        "datasets hst program=abc|abc is no whole number|numbers like",
        "datasets program=3|of which mission search?|the name comes first",
        "datasets hst|at least one criterion|--fields",
        "datasets hst jwst program=3|datasets takes the name of one mission|",
        "datasets hst instrument!=ACS|nothing of this can be asked|--all",
        "datasets hst object=\"M 101\" radius=2deg|at most 30 arcmin|search takes larger ones",
        "datasets hst start=yesterda|yesterda|",
        "datasets hst program=1 --columns nosuch|nosuch|",
        "datasets hst program=1 --resolver NED|--resolver is for object=|",
      })
  void badInputIsExplainedAndChangesNothing(String line, String message, String advice) {
    int before = archive.requests("/search/hst");
    run(line).exits(ExitCode.USAGE).reportsOneError().says(message, advice == null ? "" : advice);
    // Only what columns there are may have been asked for.
    assertThat(archive.requests("/search/hst")).isEqualTo(before);
  }

  @Test
  void whatTheSearchCannotBeAskedIsJudgedHere() {
    run("datasets jwst program=1073 filter!=F150W exp_type=NRC_IMAGE --count")
        .succeeds()
        .says("judged here: filter!=F150W");
    String wanted =
        data(
                "csv",
                "datasets jwst program=1073 exp_type=NRC_IMAGE",
                "filter filter!=F150W",
                "count")
            .out()
            .strip();
    data("csv", "datasets jwst program=1073 filter!=F150W exp_type=NRC_IMAGE", "count")
        .prints(wanted);
  }

  @Test
  void theNumberIsThatOfTheRowsAlsoOfTargetsAtOnePlace() throws IOException {
    Files.writeString(
        folder.resolve("near.csv"),
        "name,ra,dec\na,210.8023,54.349\nb,210.83,54.349\nagain,210.8023,54.349\n");
    String asked = "datasets hst coordinates=@near.csv radius=3arcmin";
    run(asked).succeeds().says("40 datasets in 120 rows, one for each target", "near 3 targets");
    run(asked + " --count").succeeds().prints("120").says("rows, one for each dataset and each");
  }

  @Test
  void whereNoFileFitsItIsSaidHowToSeeWhichThereAre() {
    run("datasets jwst program=1073 level=3; products suffix=uncal")
        .succeeds()
        .says(
            "0 products of 24 datasets", "left out: 120 other files", "products alone lists them");
    run(SEARCH, "products suffix=nosuch").succeeds().says("products alone lists them");
  }

  @Test
  void ofADatasetNearSeveralTargetsTheNearestStays() throws IOException {
    Files.writeString(
        folder.resolve("near.csv"), "name,ra,dec\nfar,210.8023,54.349\nnear,210.83,54.349\n");
    String list = "datasets hst coordinates=@near.csv radius=3arcmin";
    String all = data("csv", list, "unique", "show match_name --all").out();
    assertThat(all.lines().skip(1).distinct()).containsExactly("near");
    run(list, "unique --by sci_data_set_name").succeeds();
  }

  @Test
  void aColumnThatTheArchiveDoesNotHaveIsNoFaultOfIts() {
    String asked = "datasets jwst program=1073 detector=NRCALONG";
    run(asked)
        .exits(ExitCode.FAILED)
        .says("the search of Webb at 127.0.0.1 has no column detector")
        .says("datasets jwst --fields lists what it has");
    run("datasets jwst program=1073 level=3 --columns detector,subarray", "show subarray")
        .succeeds()
        .says("the archive sent no column detector")
        .shows("FULL");
    // Once it has told of its columns, nothing needs to be asked.
    run("datasets jwst --fields", asked)
        .exits(ExitCode.USAGE)
        .says("Webb has no column detector")
        .shows("subarray");
  }

  @Test
  void columnsAreListedInsteadOfRowsWhichIsSaid() {
    run("datasets hst --fields").succeeds().shows("sci_pep_id").doesNotSay("note");
    run("datasets hst program=16123 --limit 3 --fields")
        .succeeds()
        .shows("sci_pep_id")
        .says("note: --fields lists columns only; without it the rest of the line is asked");
  }

  @Test
  void aMissionThatTheArchiveDoesNotKnowIsRefusedByIt() {
    run("datasets roman program=3")
        .exits(ExitCode.FAILED)
        .says("the archive refused the question (status 400): Unknown mission: roman")
        .doesNotSay("{");
  }

  @Test
  void callsOfCurlMakeThemNot() {
    run(HUBBLE, "export script x.sh --as curl")
        .exits(ExitCode.FAILED)
        .says("rows with columns of their own", "export script writes it for this shell");
  }
}
