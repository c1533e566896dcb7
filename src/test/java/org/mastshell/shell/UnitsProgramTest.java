package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The units of columns that the archive does not have. */
class UnitsProgramTest {
  private static final String LINES =
      """
      # %ECSV 1.0
      # ---
      # delimiter: ','
      # datatype:
      # - {name: line, datatype: string}
      # - {name: wave, unit: um, datatype: float64}
      # - {name: flux, unit: Jy, datatype: float64}
      # - {name: time, unit: s, datatype: int64}
      line,wave,flux,time
      Pa-a,1.875,0.5,60
      Br-a,4.051,1.5,120
      H2,2.121,2.5,7200
      """;

  @TempDir Path folder;

  @BeforeEach
  void lines() throws IOException {
    Files.writeString(folder.resolve("lines.ecsv"), LINES);
  }

  private AssertableProgram.Ended run(String... commands) {
    AssertableProgram program =
        AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--no-session");
    for (String command : commands) {
      program.command(command);
    }
    return program.run();
  }

  @Test
  void theyStandInHeadersAndRecordsAndWhereColumnsAreDescribed() {
    run("import lines.ecsv", "show").succeeds().shows("wave (um)", "flux (Jy)", "time (s)");
    run("import lines.ecsv", "show 2").succeeds().shows("4.051 um", "1.5 Jy", "120 s");
    run("import lines.ecsv", "set format csv", "describe")
        .succeeds()
        .shows("wave,decimal,um,", "flux,decimal,Jy,", "time,integer,s,");
    run("import lines.ecsv", "describe").succeeds().shows("1.875 … 4.051 um", "60 … 7200 s");
    run("import lines.ecsv", "set format csv", "stats wave").succeeds().shows("wave,um,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter flux>0",
        "sort -wave",
        "unique --by wave",
        "pick 1-2",
        "filter flux>9; undo",
        "name mine; sql SELECT * FROM mine",
        "name mine; sql SELECT wave FROM mine ORDER BY flux",
        "name mine; sql SELECT wave AS lambda FROM mine",
        "name one; sort wave; name two; union one two --by line",
        "name one; sort wave; name two; intersect one two --by line",
        "name one; sql SELECT line, wave FROM one; join one --on line"
      })
  void theyStayWithTheColumns(String commands) {
    run("import lines.ecsv", commands, "show").succeeds().shows(" (um)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecsv", "vot", "fits", "sqlite"})
  void filesKeepThem(String format) {
    String file = "b." + format;
    run("import lines.ecsv", "export " + file, "import " + file, "show")
        .succeeds()
        .shows("wave (um)", "flux (Jy)", "time (s)");
    run("import lines.ecsv", "export " + file + " wave line --force", "import " + file, "show")
        .succeeds()
        .shows("wave (um)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "erg / (s cm2) | erg s-1 cm-2 | erg.s**-1.cm**-2",
        "1e-17 erg/s   | 10**-17 erg/s | 10**-17erg/s",
        "\\xb5m        | um             | um",
        "furlong       | furlong        | furlong"
      })
  void filesHaveThemAsTheirStandardWritesThem(String unit, String fits, String votable)
      throws IOException {
    Files.writeString(
        folder.resolve("u.ecsv"), LINES.replace("unit: Jy", "unit: \"" + unit + "\""));
    run("import u.ecsv", "export b.ecsv; export b.vot; export b.fits").succeeds();
    assertThat(folder.resolve("b.ecsv")).content().contains("unit: \"" + fits + "\"");
    assertThat(folder.resolve("b.vot")).content().contains("unit=\"" + votable + "\"");
    assertThat(folder.resolve("b.fits"))
        .content(StandardCharsets.ISO_8859_1)
        .contains("TUNIT3  = '" + fits);
    run("import b.vot", "show flux").succeeds().shows("flux (" + fits + ")");
  }

  /** Positions of a person's own rows: the column's own unit counts. */
  @Test
  void hourAnglesOfOwnRowsAreNoDegrees() throws IOException {
    Files.writeString(
        folder.resolve("stars.ecsv"),
        LINES
            .replace("name: wave, unit: um", "name: ra, unit: hourangle")
            .replace("name: flux, unit: Jy", "name: dec, unit: deg")
            .replace("line,wave,flux", "line,ra,dec"));
    run("import stars.ecsv stars", "search coordinates=@stars")
        .succeeds()
        .says("28.12500 +0.50000", "60.76500 +1.50000");
  }

  @Test
  void aSessionKeepsThem() {
    for (String command : new String[] {"import lines.ecsv", "sort wave"}) {
      session(command).succeeds();
    }
    session("show").succeeds().shows("wave (um)", "flux (Jy)");
    session("undo", "show").succeeds().shows("wave (um)", "flux (Jy)");
  }

  private AssertableProgram.Ended session(String... commands) {
    AssertableProgram program =
        AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--session", "lab");
    for (String command : commands) {
      program.command(command);
    }
    return program.run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wave>3um",
        "wave>3000nm",
        "wave>30000A",
        "wave>3",
        "flux=1.5Jy",
        "flux=1.5",
        "time=2min",
        "time=100s..3min",
        "time=120"
      })
  void valuesAreTypedWithThem(String criterion) {
    run("import lines.ecsv", "filter " + criterion, "set format jsonl", "show line")
        .succeeds()
        .prints("{\"line\":\"Br-a\"}");
  }

  /** Columns of one's own stand beside the archive's. */
  @Test
  void theyStayInSetsOfObservationsToo() throws IOException {
    Files.writeString(folder.resolve("obs.ecsv"), LINES.replace("line", "obs_id"));
    run("import obs.ecsv", "filter wave>3um", "show obs_id wave flux")
        .succeeds()
        .says("3 observations", "1 observation")
        .shows("wave (um)", "flux (Jy)", "4.051");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Å", "Angstrom", "Deg", "MIN", "micron"})
  void unitsAreKnownHoweverTheyAreWritten(String unit) throws IOException {
    Files.writeString(folder.resolve("u.ecsv"), LINES.replace("unit: um", "unit: " + unit));
    String typed =
        switch (unit) {
          case "Deg" -> "180arcmin";
          case "MIN" -> "180s";
          case "micron" -> "3000nm";
          default -> "0.3nm";
        };
    run("import u.ecsv", "filter wave>" + typed, "count").succeeds().prints("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"km / s", "km s-1", "km.s**-1", "km/s"})
  void aUnitThatIsNotKnownIsTypedInItsSpelling(String unit) throws IOException {
    Files.writeString(folder.resolve("u.ecsv"), LINES.replace("unit: Jy", "unit: " + unit));
    run("import u.ecsv", "filter flux>1.5km/s", "count").succeeds().prints("1");
  }

  /** In files a unit is what the standards mean by it, where a person may mean something else. */
  @Test
  void anAmpereIsNoAngstrom() throws IOException {
    Files.writeString(folder.resolve("u.ecsv"), LINES.replace("unit: um", "unit: A"));
    run("import u.ecsv", "filter wave>3A", "count").succeeds().prints("1");
    run("import u.ecsv", "filter wave>3nm").exits(ExitCode.USAGE).says("wave is in A");
  }

  @Test
  void anotherUnitIsRefused() {
    run("import lines.ecsv", "filter wave>3s")
        .exits(ExitCode.USAGE)
        .says("s is a unit of duration, and wave is a wavelength", "nm um mm");
    run("import lines.ecsv", "filter flux>3um")
        .exits(ExitCode.USAGE)
        .says("flux is in Jy, and um cannot be made that here", "write the number alone: 3");
  }

  @Test
  void theUnitOfColumnsOfTheArchiveIsKnownUnderOtherNames() {
    run(
            "search program=1073 filters=F277W",
            "sql SELECT obs_id AS what, t_exptime AS seconds, 2*t_exptime AS double FROM _",
            "show")
        .succeeds()
        .shows("seconds (s)", " double\n");
    run(
            "search program=1073 filters=F277W",
            "sql SELECT obs_id AS what, t_exptime AS seconds FROM _",
            "filter seconds>5min",
            "count")
        .succeeds()
        .prints("8");
  }

  @Test
  void theUnitsOfACatalogueStayInRowsThatAreMadeOfIt() {
    run(
            "catalog tic coordinates='80.5 -69.5' radius=0.1",
            "sql SELECT ID, Tmag, Tmag AS t FROM _",
            "show")
        .succeeds()
        .shows("Tmag (mag)", "t (mag)");
  }

  /** What is an alias of an archive's column may be a column, too. */
  @Test
  void anOwnColumnWithoutUnitHasNoneThoughItIsCalledByAnAlias() throws IOException {
    Files.writeString(
        folder.resolve("own.csv"), "name,t_exptime,exptime,start\na,60,1,x\nb,120,2,y\n");
    run(
            "import own.csv own",
            "sql SELECT t_exptime AS t, exptime AS e, start AS s FROM own",
            "show")
        .succeeds()
        .shows("t (s)  e  s");
    run(
            "import own.csv own",
            "sql SELECT name FROM own; name names",
            "join names own --on name",
            "set format csv",
            "describe")
        .succeeds()
        .shows("t_exptime,duration,s,", "exptime,integer,,");
  }

  /** SQLite names the first query's column for all of them. */
  @ParameterizedTest
  @ValueSource(strings = {"UNION ALL", "union", "EXCEPT", "INTERSECT"})
  void rowsOfSeveralQueriesHaveNoUnitOfOneOfThem(String word) {
    AssertableProgram.Ended ended =
        run(
                "import lines.ecsv lines",
                "sql SELECT wave AS x FROM lines "
                    + word
                    + " SELECT wave + "
                    + (word.equals("INTERSECT") ? 0 : 9)
                    + " FROM lines",
                "show")
            .succeeds();
    assertThat(ended.out()).contains(" x\n").doesNotContain("(um)");
    run("import lines.ecsv lines", "sql SELECT wave AS \"union\" FROM lines", "show")
        .succeeds()
        .shows("union (um)");
  }

  @Test
  void cellsOfDifferentUnitsArePutIntoOne() throws IOException {
    Files.writeString(
        folder.resolve("more.ecsv"),
        LINES
            .replace("unit: um", "unit: nm")
            .replace("unit: Jy", "unit: mag")
            .replace("Pa-a,1.875", "Pf-a,7460"));
    AssertableProgram.Ended ended =
        run(
            "import lines.ecsv one",
            "import more.ecsv two",
            "union one two --by line",
            "show line wave flux");
    ended
        .succeeds()
        .shows("wave (um)  flux", "7.46")
        .says(
            "wave was in nm there, and is in um",
            "flux has no unit any more, since it is in Jy in one set and in mag in another");
    assertThat(ended.out()).doesNotContain("flux (");
  }

  /** A column's name tells the unit where nothing else does. */
  @ParameterizedTest
  @CsvSource({"own archive", "archive own"})
  void aColumnThatIsCalledAsOneOfTheArchiveIsReadInItsUnitAfterwards(String sets)
      throws IOException {
    Files.writeString(
        folder.resolve("own.ecsv"),
        LINES
            .replace("name: wave, unit: um", "name: em_min, unit: s")
            .replace("line,wave", "line,em_min"));
    Files.writeString(folder.resolve("archive.csv"), "line,em_min\nX,5\n");
    run(
            "import own.ecsv own",
            "import archive.csv archive",
            "union " + sets + " --by line",
            "show line em_min")
        .succeeds()
        .shows("5 nm")
        .says("all of em_min is read in nm now, though it is in s in one set")
        .doesNotSay("no unit");
  }

  @Test
  void secondsAreNotMadeDates() throws IOException {
    Files.writeString(folder.resolve("archive.csv"), "line,t_min\nX,59772.5\n");
    run(
            "import lines.ecsv",
            "sql SELECT line, time AS t_min FROM _; name own",
            "import archive.csv archive",
            "union archive own --by line")
        .succeeds()
        .says("all of t_min is read in d now, though it is in s in one set");
  }

  @Test
  void aColumnThatIsCalledAsOneOfTheArchiveIsPutIntoOneUnit() throws IOException {
    Files.writeString(folder.resolve("archive.csv"), "line,em_min\nX,5\n");
    String own = "sql SELECT line, wave AS em_min FROM _; name own";
    run(
            "import lines.ecsv",
            own,
            "import archive.csv archive",
            "union own archive --by line",
            "show line em_min")
        .succeeds()
        .shows("em_min (um)", "0.005")
        .says("em_min was in nm there, and is in um");
    run(
            "import lines.ecsv",
            own,
            "import archive.csv archive",
            "union archive own --by line",
            "filter em_min=1875nm",
            "count")
        .succeeds()
        .prints("1")
        .says("em_min was in um there, and is in nm");
  }

  /** In plain rows nobody knows whose a column is; its unit tells that it is not the archive's. */
  @Test
  void aColumnThatIsCalledAsOneOfTheArchiveKeepsAUnitThatCannotBeTheArchives() throws IOException {
    Files.writeString(
        folder.resolve("rows.ecsv"),
        LINES.replace("name: time", "name: em_min").replace("flux,time", "flux,em_min"));
    run("import rows.ecsv", "show").succeeds().shows("em_min (s)");
  }
}
