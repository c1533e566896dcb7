package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose columns are called by our words for the archive's: no value of them is lost. */
class ImportedAliasesTest {
  private static final String OBSERVATIONS =
      "obs_id,RA,Dec,Exptime,start,Filter\nabc,1.5,2.5,33,59000.5,F1\n";
  @TempDir Path folder;

  private AssertableProgram.Ended run(String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder)
            .arguments("--demo", "--no-rc", "--no-session", "--format", "csv");
    for (String line : lines) {
      program.command(line);
    }
    return program.run().succeeds();
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void areTheColumnsOfTheArchive() throws IOException {
    file("al.csv", OBSERVATIONS);
    AssertableProgram.Ended ended =
        run("import al.csv", "filter ra>1 start=2020-05", "show", "export al2.csv");
    ended
        .says(
            "taken as the archive's columns: RA as s_ra, Dec as s_dec, Exptime as t_exptime,"
                + " start as t_min, Filter as filters")
        .prints("obs_id,s_ra,s_dec,t_exptime,t_min,filters\nabc,1.5,2.5,33,59000.5,F1");
    assertThat(folder.resolve("al2.csv"))
        .hasContent("obs_id,s_ra,s_dec,t_exptime,t_min,filters\nabc,1.5,2.5,33,59000.5,F1");
  }

  @Test
  void ofProductsToo() throws IOException {
    file("p.csv", "dataURI,name,level,kind,rights,version\nmast:a/b,b,3,image,PUBLIC,1.10\n");
    run("import p.csv", "filter level=3", "show")
        .prints(
            "dataURI,productFilename,calib_level,dataproduct_type,dataRights,prvversion\n"
                + "mast:a/b,b,3,image,PUBLIC,1.10");
  }

  @Test
  void keepTheirDigitsWhereTheyAreTexts() throws IOException {
    file("o.csv", "obsid,target,program,instrument,level\n1,0042,01073,NIRCAM,3\n");
    run("import o.csv", "show")
        .prints("obsid,target_name,proposal_id,instrument_name,calib_level\n1,0042,01073,NIRCAM,3");
    file("o.json", "[{\"obsid\": 1, \"Target\": 1.50, \"level\": 3}]");
    run("import o.json", "show").prints("obsid,target_name,calib_level\n1,1.50,3");
  }

  @Test
  void stayWhereThePersonSaysRows() throws IOException {
    file("al.csv", OBSERVATIONS);
    run("import al.csv --kind rows", "filter RA>1", "show")
        .doesNotSay("taken as")
        .prints(OBSERVATIONS.strip());
    file("stars.csv", "name,ra,dec\na,1,2\n");
    run("import stars.csv", "show").doesNotSay("taken as").prints("name,ra,dec\na,1,2");
  }

  @Test
  void stayBesideTheArchivesOwn() throws IOException {
    file("both.csv", "obsid,ra,s_ra,program,pid\n1,10,20,30,40\n2,11,21,31,41\n");
    AssertableProgram.Ended ended =
        run("import both.csv", "filter ra=10 s_ra=20 pid=40", "show", "show ra pid");
    ended
        .says(
            "columns of your own: ra beside s_ra, pid beside proposal_id",
            "taken as the archive's column: program as proposal_id")
        .prints("obsid,ra,s_ra,proposal_id,pid\n1,10,20,30,40\nra,pid\n10,40");
    run("import both.csv", "sql SELECT ra, s_ra FROM _", "show").prints("ra,s_ra\n10,20\n11,21");
  }

  @Test
  void stayWhereTheirValuesDoNotFit() throws IOException {
    file("odd.csv", "obsid,ra,level,moving,end\n1,10:46:03,L3,yes,2459000.5\n");
    AssertableProgram.Ended ended =
        run("import odd.csv", "filter ra=10:46:03 level=L3", "show", "export odd.json");
    ended
        .says(
            "columns of your own, since the values are not the archive's:"
                + " ra (s_ra), level (calib_level), moving (mtFlag), end (t_max)")
        .prints("obsid,ra,level,moving,end\n1,10:46:03,L3,yes,2459000.5");
    assertThat(folder.resolve("odd.json")).content().contains("\"ra\":\"10:46:03\"", "\"L3\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "t_min"})
  void ofDatesMayBeWrittenAsPeopleDo(String name) throws IOException {
    file("d.csv", "obsid," + name + "\n1,2022-07-12\n2,2022-07-12T12:00:00Z\n3,\n");
    run("import d.csv", "filter start=2022-07-12", "show")
        .says("t_min was in dates, and is in MJD here")
        .prints("obsid,t_min\n1,59772\n2,59772.5");
  }

  @Test
  void ofDatesMayBeAwayFromGreenwich() throws IOException {
    file(
        "d.csv",
        "obsid,t_min\n1,2022-07-12T00:00:00+00:00\n2,2022-07-12 02:30:00.5+02:30\n"
            + "3,2022-07-11T22:00-0200\n4,2022-07-12T00:00:00Z\n");
    run("import d.csv", "show")
        .says("t_min was in dates, and is in MJD here")
        .prints("obsid,t_min\n1,59772\n2,59772.000005787035\n3,59772\n4,59772");
  }

  @Test
  void thatAreNotWhatTheArchiveHasThereAreSaid() throws IOException {
    file("d.csv", "obsid,t_min,calib_level,mtFlag\n1,2022-07-12,3,maybe\n2,unknown,x,true\n");
    run("import d.csv", "show")
        .says(
            "t_min is text here, since 1 of its 2 values is no date (unknown): no criterion of"
                + " dates finds its rows",
            "calib_level is text here, since 1 of its 2 values is no number (x): no criterion of"
                + " numbers finds its rows",
            "mtFlag is text here, since 1 of its 2 values is neither true nor false (maybe)")
        .prints("obsid,t_min,calib_level,mtFlag\n1,2022-07-12,3,maybe\n2,unknown,x,true");

    file("e.csv", "obsid,t_min\n1,2022-07-12\n2,59772.5\n");
    run("import e.csv").says("t_min is text here, since some of its values are dates, others MJD");

    file("f.csv", "obsid,t_min,calib_level\n1,,\n2,59772.5,\n");
    run("import f.csv").doesNotSay("is text here");

    file("g.csv", "a,size\n1,small\n2,large\n");
    run("import g.csv").doesNotSay("is text here");
  }

  @Test
  void bringTheirUnits() throws IOException {
    String header =
        """
        # %%ECSV 1.0
        # ---
        # datatype:
        # - {name: obsid, datatype: string}
        # - {name: RA, unit: %s, datatype: float64}
        # - {name: Exptime, unit: %s, datatype: float64}
        obsid RA Exptime
        1 30 2
        """;
    file("x.ecsv", header.formatted("arcmin", "min"));
    run("import x.ecsv", "show")
        .says("s_ra was in arcmin, and is in deg here", "t_exptime was in min, and is in s here")
        .prints("obsid,s_ra,t_exptime\n1,0.5,120");
    file("y.ecsv", header.formatted("hourangle", "s"));
    run("import y.ecsv", "show")
        .says("column of your own, since the values are not the archive's: RA (s_ra)")
        .prints("obsid,RA,t_exptime\n1,30,2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vot", "fits", "ecsv", "json", "md", "tsv", "db"})
  void ofEveryFormat(String format) throws IOException {
    file("r.csv", "obs_id,RA,Target,level\nabc,1.5,M 1,3\n");
    run("import r.csv --kind rows", "export r." + format);
    run("import r." + format + " --kind observations", "show")
        .prints("obs_id,s_ra,target_name,calib_level\nabc,1.5,M 1,3");
  }

  @Test
  void columnsCalledAsWhatIsReadFromNamesKeepTheirValues() throws IOException {
    file("e.csv", "obs_id,exposure,date\njw01073-o001_t001_nircam_clear-f277w,33.5,soon\n");
    run("import e.csv", "filter exposure=33.5 date=soon", "show", "export e.json");
    assertThat(folder.resolve("e.json")).content().contains("33.5", "soon");
  }

  @Test
  void namesAreLookedUpByTheColumnOfTheFile() throws IOException {
    file("i.csv", "id,n\nabc,2\n");
    run("import i.csv --kind observations").says("search obs_id=@i.csv:id finds them");
  }

  @Test
  void whatTheCurrentSetHasSaysNothingOfAFile() throws IOException {
    file("o.csv", "obsid,ra,note\n1,x,2\n");
    file("p.csv", "obsid,ra,note\n1,5,0042\n");
    run("import o.csv", "import p.csv", "show").prints("obsid,s_ra,note\n1,5,0042");
  }

  @Test
  void ofOneSetAreNoneOfAnother() throws IOException {
    file("o.csv", "obsid,s_ra\n1,5\n");
    file("p.csv", "obsid,ra,s_ra\n1,6,7\n");
    run(
            "import o.csv o",
            "import p.csv p",
            "sql SELECT o.ra AS first, p.ra AS second FROM o JOIN p ON o.obsid = p.obsid",
            "show")
        .prints("first,second\n5,6");
  }

  @Test
  void anAnswerInSqlKeepsItsColumnsToo() {
    run(
            "search program=1073 filters=F277W",
            "sql SELECT obsid, t_min - 50000 AS start, level AS Target FROM obs LIMIT 1",
            "filter start=9000..10000",
            "show start Target")
        .prints("start,Target\n9701.46,3");
  }
}
