package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Tables that others made: no cell of them is lost unsaid. */
class ImportProgramTest {
  @TempDir Path folder;

  private AssertableProgram program(String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder)
            .arguments("--demo", "--no-rc", "--no-session", "--format", "csv");
    for (String line : lines) {
      program.command(line);
    }
    return program;
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private AssertableProgram.Ended imported(String name, String text) throws IOException {
    file(name, text);
    return program("import " + name, "show --all").run().succeeds();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv", "tsv", "ecsv", "md"})
  void columnsThatDifferInTheCaseOfLettersAreBothThere(String format) throws IOException {
    String text =
        switch (format) {
          case "json" -> "[{\"obsid\": 1, \"B\": 13.5, \"b\": 14.5}]";
          case "csv" -> "obsid,B,b\n1,13.5,14.5\n";
          case "tsv" -> "obsid\tB\tb\n1\t13.5\t14.5\n";
          case "md" -> "| obsid | B | b |\n| --- | --- | --- |\n| 1 | 13.5 | 14.5 |\n";
          default ->
              "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: obsid, datatype: int64}\n"
                  + "# - {name: B, datatype: float64}\n# - {name: b, datatype: float64}\n"
                  + "obsid B b\n1 13.5 14.5\n";
        };
    AssertableProgram.Ended ended = imported("x." + format, text);
    ended.says("another column b is called b_2");
    assertThat(ended.out()).isEqualTo("obsid,B,b_2\r\n1,13.5,14.5\r\n");
  }

  @Test
  void aNameThatIsFreeIsFound() throws IOException {
    AssertableProgram.Ended ended = imported("x.csv", "obsid,x,X,x_2,\n1,2,3,4,5\n");
    ended.says("another column X is called X_3", "a column without a name is called column5");
    assertThat(ended.out()).isEqualTo("obsid,x,X_3,x_2,column5\r\n1,2,3,4,5\r\n");
  }

  @Test
  void aMemberThatAnObjectOfJsonHasTwiceIsRefused() throws IOException {
    file("x.json", "[{\"obsid\": 1,\n\"b\": 13.5, \"b\": 14.5}]");
    program("import x.json").run().exits(ExitCode.FAILED).says("broken in line 2", "'b'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "ecsv"})
  void aRowThatBeginsLikeACommentIsARow(String format) throws IOException {
    String text =
        """
        obs_id,filters,n
        a,F1,1
        #7,F2,2
        # b,"F3, x",3
        """;
    String all =
        switch (format) {
          case "csv" -> text;
          case "tsv" -> text.replace("\"F3, x\"", "F3; x").replace(',', '\t').replace(';', ',');
          default ->
              "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n"
                  + "# - {name: obs_id, datatype: string}\n"
                  + "# - {name: filters, datatype: string}\n"
                  + "# - {name: n, datatype: int64}\n"
                  + text;
        };
    AssertableProgram.Ended ended = imported("x." + format, all);
    ended.says("3 ").doesNotSay("comment");
    assertThat(ended.out())
        .isEqualTo("obs_id,filters,n\r\na,F1,1\r\n\"#7\",F2,2\r\n\"# b\",\"F3, x\",3\r\n");
  }

  @Test
  void commentsAreCountedAndTheirLinesNamed() throws IOException {
    AssertableProgram.Ended ended =
        imported(
            "x.csv",
            "# made by hand, \"so to speak\n#\n\nobs_id,n\na,1\n# a word on the next\nb,2\n# end\n");
    ended.says(
        "2 observations", "4 lines that begin with # were taken for comments: lines 1, 2, 6 and 8");
    assertThat(ended.out()).isEqualTo("obs_id,n\r\na,1\r\nb,2\r\n");
  }

  @Test
  void commentsOfATableWithBlanksAndOfAListAreCountedToo() throws IOException {
    AssertableProgram.Ended ended = imported("x.txt", "# mine\nobsid n\n1 2\n# 3 4\n5 6\n");
    ended.says("2 lines that begin with # were taken for comments: lines 1 and 4");
    assertThat(ended.out()).isEqualTo("obsid,n\r\n1,2\r\n5,6\r\n");
    file("uris.txt", "# mine\nmast:JWST/product/a.fits\n#mast:JWST/product/b.fits\n");
    program("import uris.txt")
        .run()
        .succeeds()
        .says("1 product", "2 lines that begin with # were taken for comments: lines 1 and 3");
  }

  @Test
  void aListSaysHowManyOfItsLinesWerePassedOver() throws IOException {
    file("stars.csv", "# mine\nname,ra,dec\na,161.5125,-59.8667\n#5,10,10\n#6,11,11\n");
    program("search coordinates=@stars.csv radius=1arcmin")
        .run()
        .says("1 target (columns name, ra, dec), 2 lines that begin with # left out");
    file("filters.txt", "# mine\nF277W\n#F070W\n");
    program("search program=1073 filters=@filters.txt")
        .run()
        .succeeds()
        .says("filters.txt: 1 value, 1 line that begins with # left out");
  }

  @Test
  void namesInACommentAreNoneThatIsLeftOut() throws IOException {
    AssertableProgram.Ended ended = imported("x.csv", "# obs_id,t_exptime\na1,2\nb,3\n");
    assertThat(ended.out()).isEqualTo("obs_id,t_exptime\r\na1,2\r\nb,3\r\n");
    ended.doesNotSay("comment");
  }

  @Test
  void whatHasNeitherFilesNorObservationsIsRows() throws IOException {
    AssertableProgram.Ended ended = imported("stars.csv", "star,mag\nVega,0.03\nDeneb,1.25\n");
    ended.says(
        "2 rows",
        "plain rows, since no column is dataURI, productFilename, obsid or obs_id",
        "--kind observations|products");
    program("import stars.csv", "filter mag>1", "sql SELECT star FROM _", "show")
        .run()
        .succeeds()
        .shows("star\r\nDeneb");
  }

  @Test
  void observationsWithoutNumbersAreSaidToHaveNoProducts() throws IOException {
    file("x.csv", "obs_id,n\na,1\nb,2\n");
    program("import x.csv")
        .run()
        .succeeds()
        .says("2 observations", "without obsid, by which products are asked for:")
        .says("search obs_id=@x.csv:obs_id finds them in the archive");
    file("one.csv", "star\nVega\n");
    program("import one.csv --kind rows").run().succeeds().says("from 1 column of CSV");
  }

  @Test
  void aPersonSaysThatItIsRows() throws IOException {
    file("x.csv", "obs_id,n\na,1\nb,2\n");
    program("import x.csv --kind rows", "products")
        .run()
        .exits(ExitCode.FAILED)
        .says("2 rows (import x.csv --kind rows)")
        .doesNotSay("plain rows, since");
    program("import x.csv --kind row").run().exits(ExitCode.USAGE).says("did you mean rows?");
  }

  @Test
  void rowsHaveTheUnitsOfTheArchiveWhereTheyAreCalledAsThere() throws IOException {
    AssertableProgram.Ended ended =
        imported(
            "x.ecsv",
            """
            # %ECSV 1.0
            # ---
            # datatype:
            # - {name: EM_MIN, unit: um, datatype: float64}
            # - {name: mine, datatype: string}
            EM_MIN mine
            2.4 a
            """);
    ended.says("em_min was in um, and is in nm here");
    assertThat(ended.out()).isEqualTo("em_min,mine\r\n2400,a\r\n");
  }

  @Test
  void rowsComeBackFromEveryFormat() {
    List<String> files =
        List.of(
            "r.csv", "r.tsv", "r.json", "r.jsonl.gz", "r.md", "r.ecsv", "r.vot", "r.fits", "r.db");
    AssertableProgram program =
        program(
            "search program=1073",
            "sql SELECT instrument_name, filters, count(*) n, avg(t_exptime) t_exptime,"
                + " min(obs_id) obs_id, proposal_id, max(t_max) t_max"
                + " FROM obs GROUP BY 1, 2, proposal_id",
            "name was",
            "show --all");
    for (String file : files) {
      program
          .command("use was; export " + file)
          .command("import " + file + " --kind rows")
          .command("show --all");
    }
    AssertableProgram.Ended ended = program.run().succeeds();
    String header = "instrument_name,filters,n,t_exptime,obs_id,proposal_id,t_max";
    String[] shown = ended.out().split(header, -1);
    assertThat(shown).hasSize(files.size() + 2);
    assertThat(shown[1]).contains("NIRCAM");
    for (int i = 0; i < files.size(); i++) {
      assertThat(shown[i + 2]).as(files.get(i)).isEqualTo(shown[1]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"r.ecsv", "r.vot", "r.fits", "r.db"})
  void theFileSaysThatItsRowsAreRows(String name) {
    program(
            "search program=1073 filters=F277W",
            "sql SELECT obs_id, count(*) n FROM obs GROUP BY 1",
            "export " + name,
            "import " + name)
        .run()
        .succeeds()
        .says("12 rows (import " + name + ")");
    program(
            "search program=1073 filters=F277W",
            "export o" + name + " filters t_exptime",
            "import o" + name)
        .run()
        .succeeds()
        .says("12 observations (import o" + name + ")");
  }

  @Test
  void aNameThatFitsDoesNotKeepIsSaid() throws IOException {
    file("x.csv", "star,\u03bc\nVega,1\n");
    program("import x.csv", "export x.fits", "import x.fits")
        .run()
        .succeeds()
        .says("1 name of a column with letters beyond ASCII: the format has ? for each");
  }
}
