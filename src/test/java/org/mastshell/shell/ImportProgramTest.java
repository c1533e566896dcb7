package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nan", "NaN", "NA", "N/A", "null", "None", "-", "--", "inf", "-nan", "#N/A", "<NA>"
      })
  void aMissingNumberMakesNoTextOfAColumnOfOnesOwn(String word) throws IOException {
    file("x.csv", "name,mag,n\na,13.5,1\nb," + word + "," + word + "\nc,,\nd,14.5,4\n");
    AssertableProgram.Ended ended =
        program("import x.csv", "show", "describe mag n").run().succeeds();
    ended.says(
        "1 cell of mag was taken as missing (" + word + ")",
        "1 cell of n was taken as missing (" + word + ")");
    assertThat(ended.out())
        .startsWith("name,mag,n\r\na,13.5,1\r\nb,,\r\nc,,\r\nd,14.5,4\r\n")
        .contains("mag,decimal,,4,2,2,13.5,14.5,14", "n,integer,,4,2,2,1,4,2.5");
  }

  @Test
  void amongTextsAndAloneTheyAreTexts() throws IOException {
    AssertableProgram.Ended ended =
        imported(
            "x.csv", "name,mag,all,kind,flag,quoted\nNA,1,NA,-,true,\"NA\"\n2b,2,nan,F,NA,3\n");
    ended.doesNotSay("taken as missing");
    assertThat(ended.out())
        .isEqualTo("name,mag,all,kind,flag,quoted\r\nNA,1,NA,-,true,NA\r\n2b,2,nan,F,NA,3\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ecsv", "vot", "fits", "json"})
  void textsThatSpellNumbersAndMissingOnesComeBackAsTexts(String format) throws IOException {
    file("x.csv", "name,text\na,\"1\"\nb,\"NA\"\n");
    program(
            "import x.csv",
            "export y." + format,
            "import y." + format,
            "set format csv; describe text")
        .run()
        .succeeds()
        .doesNotSay("taken as missing")
        .shows("text,text,,2,0,2");
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
    file("ml.csv", "a,b\n\"x\n# y\",1\n\"z\",2\n");
    program("search obs_id=@ml.csv:a").run().says("ml.csv: 2 values").doesNotSay("left out");
    file("in.csv", "a,b\n  # see,\"x\nF277W,1\n");
    program("search program=1073 filters=@in.csv:a")
        .run()
        .succeeds()
        .says("in.csv: 1 value of the column a, 1 line that begins with # left out");
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

  @Test
  void aQuoteInACommentNeverReachesTheNextLine() throws IOException {
    String rows = "obs_id,note\njw01,a\n# see, \"x\",\n%s#a,\"b,c\njw02,b\n%sjw04,d\n";
    for (String indent : List.of("", "  ")) {
      AssertableProgram.Ended ended = imported("x.csv", rows.formatted(indent, ""));
      ended.says(
          "3 observations", "2 lines that begin with # were taken for comments: lines 3 and 4");
      assertThat(ended.out()).isEqualTo("obs_id,note\r\njw01,a\r\njw02,b\r\njw04,d\r\n");
      ended = imported("y.csv", rows.formatted(indent, "jw03,\"c\"\n"));
      assertThat(ended.out()).isEqualTo("obs_id,note\r\njw01,a\r\njw02,b\r\njw03,c\r\njw04,d\r\n");
    }
  }

  @Test
  void aQuoteThatIsNotClosedSwallowsNoRows() throws IOException {
    file("x.csv", "obs_id,note\njw01,a\njw02,\"b\njw03,c\njw04,d\n");
    program("import x.csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("a quote in line 3 is not closed")
        .doesNotSay("observations (");
    program("search obs_id=@x.csv").run().says("a quote in line 3 is not closed");
  }

  @Test
  void aTableOfNothingButArraysIsRefused() throws IOException {
    file(
        "x.vot",
        """
        <?xml version="1.0"?>
        <VOTABLE version="1.3"><RESOURCE><TABLE>
        <FIELD name="flux" datatype="double" arraysize="3"/>
        <DATA><TABLEDATA><TR><TD>1 2 3</TD></TR></TABLEDATA></DATA>
        </TABLE></RESOURCE></VOTABLE>
        """);
    program("import x.vot")
        .run()
        .exits(ExitCode.FAILED)
        .says("x.vot cannot be imported", "no column with single values", "flux")
        .doesNotSay("fault of the program");
    file("x.json", "[{\"flux\": [1, 2], \"wave\": [3, 4]}]");
    program("import x.json")
        .run()
        .exits(ExitCode.FAILED)
        .says("no column with single values", "flux, wave");
  }

  @Test
  void inOneColumnALineThatBeginsSoIsAComment() throws IOException {
    file("ids.csv", "obs_id\njw01\n# done already\njw02\n");
    program("import ids.csv")
        .run()
        .says("line 3 begins with # and was taken for a comment")
        .says("2 values of obs_id in ids.csv, looked up")
        .says("2 values of the column obs_id, 1 line that begins with # left out");
    AssertableProgram.Ended ended =
        program("import ids.csv --kind observations", "show --all").run().succeeds();
    ended.says("2 observations", "line 3 begins with # and was taken for a comment");
    assertThat(ended.out()).isEqualTo("obs_id\r\njw01\r\njw02\r\n");
  }

  @Test
  void quotesKeepAValueOfOneColumnFromBeingAComment() throws IOException {
    file("ids.csv", "obs_id\n\"#1\"\n\" # 2\"\n");
    AssertableProgram.Ended ended =
        program("import ids.csv --kind rows", "export y.csv", "import y.csv --kind rows", "show")
            .run()
            .succeeds();
    assertThat(ended.out()).isEqualTo("obs_id\r\n\"#1\"\r\n\" # 2\"\r\n");
  }

  @Test
  void aListOfNothingButCommentsIsNotLookedUp() throws IOException {
    file("ids.csv", "obs_id\n#1\n");
    program("import ids.csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("line 2 begins with # and was taken for a comment")
        .says("ids.csv holds no values of obs_id")
        .doesNotSay("looked up", "^");
  }

  @Test
  void aTextThatReadsAsANumberStaysAText() throws IOException {
    AssertableProgram.Ended ended =
        program(
                "search program=1073",
                "sql SELECT DISTINCT '1e3' a, 'true' b, '42' proposal_id, 1.50 d FROM obs",
                "export x.csv",
                "import x.csv",
                "sql SELECT typeof(a) || typeof(b) t, a, b FROM _",
                "show")
            .run()
            .succeeds();
    assertThat(ended.out()).isEqualTo("t,a,b\r\ntexttext,1e3,true\r\n");
    assertThat(folder.resolve("x.csv"))
        .hasContent("a,b,proposal_id,d\r\n\"1e3\",\"true\",42,1.5\r\n");
  }

  @Test
  void quotesOfAFileThatQuotesEverythingTellNothing() throws IOException {
    file("x.csv", "\"star\",\"mag\"\n\"Vega\",\"0.03\"\n\"Deneb\",\"1.25\"\n");
    AssertableProgram.Ended ended =
        program("import x.csv", "filter mag>0.1", "show").run().succeeds();
    assertThat(ended.out()).isEqualTo("star,mag\r\nDeneb,1.25\r\n");
  }

  @Test
  void aTsvWhoseFirstNameBeginsLikeACommentComesBack() throws IOException {
    file("x.csv", "\"#count\",n\n\"#a\",2\n");
    AssertableProgram.Ended ended =
        program("import x.csv", "export x.tsv", "import x.tsv", "show").run().succeeds();
    ended.doesNotSay("comment");
    assertThat(ended.out()).isEqualTo("\"#count\",n\r\n\"#a\",2\r\n");
    program("search obs_id=@x.tsv:#count").run().says("1 value of the column #count");
  }

  @Test
  void aRowOfDashesIsARow() throws IOException {
    AssertableProgram.Ended ended = imported("x.csv", "star,kind\na,b\n--,-\n");
    assertThat(ended.out()).isEqualTo("star,kind\r\na,b\r\n--,-\r\n");
    program("import x.csv", "export x.tsv").run().succeeds();
    assertThat(program("import x.tsv", "show").run().succeeds().out()).isEqualTo(ended.out());
  }

  @Test
  void aCommentWithAnOpenQuoteInATableOfOneColumnIsOne() throws IOException {
    file("single.csv", "obsid\n# taken,\"from somewhere\n1\n");
    program("import single.csv --kind observations", "show")
        .run()
        .succeeds()
        .says("line 2 begins with # and was taken for a comment")
        .prints("obsid\n1");
  }

  @Test
  void aRowOverSeveralLinesMayBeginLikeAComment() throws IOException {
    AssertableProgram.Ended ended = imported("x.csv", "id,note\n#1,\"two\nlines,b\"\n2,c\n");
    ended.says("2 rows").doesNotSay("comment");
    ended.prints("id,note\n\"#1\",\"two\nlines,b\"\n2,c");
    program("search obs_id=@x.csv:id").run().says("1 value of the column id");
    ended = imported("y.csv", "id,note\n# a,\"b\n1,\"c\"\n# d,\"e\nf\",g\n2,h\n");
    ended.says("lines that begin with # were taken for comments: lines 2 and 4");
  }

  @Test
  void quotesAroundEveryCellTellNothingBelowPlainNamesEither() throws IOException {
    file("x.csv", "ra,dec,name\n\"10.5\",\"-20\",\"a\"\n\"11.5\",\"-21\",\"b\"\n");
    program("import x.csv", "filter ra>11", "show")
        .run()
        .succeeds()
        .prints("ra,dec,name\n11.5,-21,b");
    file("y.csv", "ra,dec\n\"10.5\",\"-20\"\n\"11.5\",\"-21\"\n");
    program("import y.csv", "filter ra>11", "show").run().succeeds().prints("ra,dec\n11.5,-21");
    file("z.csv", "ra,dec\n\"10.5\",-20\n\"11.5\",-21\n");
    program("import z.csv", "sql SELECT typeof(ra) t FROM _ LIMIT 1", "show")
        .run()
        .prints("t\ntext");
    program(
            "search program=1073",
            "sql SELECT DISTINCT '1e3' a, 'x,y' b FROM obs",
            "export own.csv",
            "import own.csv",
            "sql SELECT typeof(a) t FROM _",
            "show")
        .run()
        .prints("t\ntext");
  }

  @Test
  void aListOfTargetsIsSentWhereTheyAreFound() throws IOException {
    file("names.txt", "M101\nM51\n");
    program("import names.txt")
        .run()
        .says(
            "none of the 2 values is an obs_id",
            "search target=@names.txt looks for them as names of targets",
            "search object=@names.txt for what lies near them")
        .doesNotSay("no single criterion is at fault");
    file("names.txt", "M 101\neta Car\n");
    program("search object=@names.txt", "count").run().succeeds().says("near 2 of 2 targets");
  }

  @Test
  void valuesWithBlanksAreATableOfOneColumn() throws IOException {
    file("names.txt", "name\n# far\nM 101\n\"eta Car\"\n");
    program("import names.txt --kind rows", "show")
        .run()
        .succeeds()
        .says("line 2 begins with # and was taken for a comment")
        .prints("name\nM 101\neta Car");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Ada\nour secret target list follows\n",
        "jw01073-o001\nour secret target list\n",
        "<html>\n<body>\n",
        "\\documentclass{article}\n",
        "=====  =====\nname   ra\n",
        "=====\nname\n",
        "{{page}}\n",
        "%PDF-1.4\n%\u00e2\u00e3\n",
        "a\u0001b\n",
        "10.68 41.27\n11.2 40.1\n"
      })
  void linesThatAreNoNamesAreNotSent(String text) throws IOException {
    file("letter.txt", text);
    program("import letter.txt")
        .run()
        .exits(ExitCode.FAILED)
        .says(
            "letter.txt cannot be imported: line ",
            " is no name of an observation",
            "search target=@letter.txt",
            "import letter.txt --kind rows")
        .doesNotSay("sent:", "\u0001");
  }

  @Test
  void aTableWhoseNamesStandInACommentIsATable() throws IOException {
    AssertableProgram.Ended ended =
        imported("cat.txt", "# made by hand\n# ra dec mag\n10.68 41.27 3.4\n83.6 22 8.4\n");
    assertThat(ended.out()).isEqualTo("ra,dec,mag\r\n10.68,41.27,3.4\r\n83.6,22,8.4\r\n");
    ended.says("2 rows");
    ended = imported("named.txt", "# name ra dec\nM31 10.68 41.27\n");
    assertThat(ended.out()).isEqualTo("name,ra,dec\r\nM31,10.68,41.27\r\n");
  }

  @Test
  void namesOfTwoWordsBelowACommentOfTwoWordsAreNoTable() throws IOException {
    file("names.txt", "# target list\nNGC 1365\nNGC 253\n");
    program("import names.txt")
        .run()
        .exits(ExitCode.FAILED)
        .says("line 2 is no name of an observation", "search target=@names.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t"})
  void whatOthersWriteForAMissingNumberIsMissing(String separator) throws IOException {
    String text = "obsid,t_exptime,target_name\n1,12.5,N/A\n2,N/A,-\n3,--,x\n4,null,y\n5,nan,z\n";
    AssertableProgram.Ended ended = imported("x.csv", text.replace(",", separator));
    assertThat(ended.out())
        .isEqualTo("obsid,t_exptime,target_name\r\n1,12.5,N/A\r\n2,,-\r\n3,,x\r\n4,,y\r\n5,,z\r\n");
    ended.says("4 cells of t_exptime were taken as missing (N/A, --, null, nan)");
    program("import x.csv", "filter exptime>1", "count").run().succeeds().prints("1");
  }

  @Test
  void aWordThatIsNoMissingNumberIsNotTakenAsOne() throws IOException {
    AssertableProgram.Ended ended = imported("x.csv", "obsid,t_exptime,mine\n1,abc,x\n2,3,N/A\n");
    assertThat(ended.out()).isEqualTo("obsid,t_exptime,mine\r\n1,abc,x\r\n2,3,N/A\r\n");
    ended.doesNotSay("taken as missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vot", "vot.gz", "ecsv.gz", "fits"})
  void aFileThatIsCutOffIsCalledSo(String format) throws IOException {
    String whole = "whole." + format;
    program("search program=1073 filters=F277W", "export " + whole).run().succeeds();
    byte[] bytes = Files.readAllBytes(folder.resolve(whole));
    for (int part : new int[] {bytes.length / 2, bytes.length - 100}) {
      Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, part));
      AssertableProgram.Ended ended = program("import cut").run().exits(ExitCode.FAILED);
      ended.says("cannot be imported: it is cut off").doesNotSay("ZLIB", "entity");
      if (format.equals("vot")) {
        assertThat(ended.err()).containsPattern("it is cut off in line [1-9]");
      }
    }
  }

  @Test
  void brokenXmlIsFoundByItsLine() throws IOException {
    file("x.vot", "<?xml version='1.0'?>\n<VOTABLE>\n<a></b>\n</VOTABLE>\n");
    program("import x.vot").run().exits(ExitCode.FAILED).says("its XML is broken in line 3: ");
  }

  @Test
  void controlCharactersInFitsAreCalledSo() throws IOException {
    file("x.csv", "obs_id,mine\na,\"x\ty\"\nb,\u00e4\n");
    program("import x.csv", "export x.fits")
        .run()
        .succeeds()
        .says("1 cell with control characters", "1 cell with letters beyond ASCII");
  }

  @Test
  void anEmptySetHasNoRowsToPreview() {
    program("search program=1073 exptime>999999s", "preview 1")
        .run()
        .succeeds()
        .says("no rows to preview");
  }
}
