package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.ExitCode;

/** Files for spreadsheets in which nothing is a formula. */
class SafeCsvProgramTest {
  private static final String MADE =
      "@who,n,what\r\n"
          + "=HYPERLINK(\"http://127.0.0.1:9\"),-5,F444W\r\n".replace("\"", "")
          + "a;+b,12,it's\r\n"
          + "'-x,1,-5.3\r\n";

  @TempDir Path folder;

  @BeforeEach
  void aFileFromSomebodyElse() throws IOException {
    Files.writeString(folder.resolve("made.csv"), MADE);
  }

  private AssertableProgram program() {
    return AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--no-session");
  }

  @Test
  void withoutTheOptionEveryTextIsAsItWas() throws IOException {
    program().command("import made.csv --kind rows; export as-is.csv").run().succeeds();
    assertThat(folder.resolve("as-is.csv")).hasContent(MADE.replace("\r\n", "\n"));
  }

  @Test
  void exportedTextsAreNoFormulasAndComeBack() throws IOException {
    program()
        .command("import made.csv --kind rows; name was")
        .command("export safe.csv --safe-csv; export safe.tsv --safe-csv")
        .command("import safe.csv back --kind rows --safe-csv; export back.csv")
        .run()
        .succeeds()
        .says("  note: 4 cells or names would be taken for formulas");
    assertThat(Files.readString(folder.resolve("safe.csv")))
        .isEqualTo(
            "'@who,n,what\r\n"
                + "'=HYPERLINK(http://127.0.0.1:9),-5,F444W\r\n"
                + "a;'+b,12,it's\r\n"
                + "''-x,1,-5.3\r\n");
    assertThat(Files.readString(folder.resolve("safe.tsv"))).startsWith("'@who\tn\twhat\n'=HYPER");
    assertThat(Files.readString(folder.resolve("back.csv"))).isEqualTo(MADE);
  }

  @Test
  void importSaysWhatItSeesAndWhatUndoesIt() {
    program()
        .command("import made.csv --kind rows; export safe.csv --safe-csv; import safe.csv")
        .run()
        .says("3 cells have an apostrophe before what would be a formula, as --safe-csv writes it");
  }

  @Test
  void theSettingHoldsForAllThatIsWritten() throws IOException {
    program()
        .arguments("--format", "csv")
        .command("set safe_csv on; import made.csv --kind rows; show; export set.csv")
        .command("show --output shown.csv; export set.json")
        .run()
        .succeeds()
        .shows("'@who,n,what", "'=HYPER", "a;'+b", "''-x,1,-5.3");
    assertThat(folder.resolve("set.csv")).content().contains("'=HYPER");
    assertThat(folder.resolve("shown.csv")).content().contains("'=HYPER");
    assertThat(folder.resolve("set.json")).content().contains("\"=HYPER");
  }

  @Test
  void whatAListHadNoResultForIsKeptFromItToo() throws IOException {
    Files.writeString(folder.resolve("targets.txt"), "=1+1\nM 101\n");
    program()
        .command("set safe_csv on; search object=@targets.txt radius=1arcmin --unmatched left.csv")
        .run()
        .says("saved: ");
    assertThat(folder.resolve("left.csv")).content().contains("'=1+1");
  }

  @Test
  void whatWasSavedSoStandsForTheSameValuesInAList() throws IOException {
    Files.writeString(folder.resolve("names.txt"), "-abc\n@x,=y\n");
    Files.writeString(folder.resolve("own.csv"), "obs_id\n-abc\n\"@x,=y\"\nother\n");
    program()
        .command("set safe_csv on; search obs_id=@names.txt --unmatched left.csv")
        .command("import own.csv --kind rows; filter obs_id!=@left.csv:obs_id; show")
        .arguments("--format", "csv")
        .run()
        .succeeds()
        .prints("obs_id\nother");
    assertThat(folder.resolve("left.csv")).content().contains("'-abc");
    program()
        .command("import own.csv --kind rows; filter obs_id!=@left.csv:obs_id; count")
        .run()
        .succeeds()
        .prints("3");
  }

  @Test
  void showHasItForOneAnswer() {
    program()
        .command("import made.csv --kind rows; show --format tsv --safe-csv")
        .run()
        .succeeds()
        .shows("'@who\tn\twhat", "a;'+b\t12");
    program()
        .command("import made.csv --kind rows; show --output shown.csv --safe-csv")
        .run()
        .succeeds()
        .says("4 cells or names");
  }

  @Test
  void otherFormatsHaveNoFormulas() {
    for (String command :
        new String[] {
          "export x.vot --safe-csv",
          "show --format json --safe-csv",
          "show --safe-csv",
          "show --output x.ecsv --safe-csv"
        }) {
      program()
          .command("import made.csv --kind rows; " + command)
          .run()
          .exits(ExitCode.USAGE)
          .says("--safe-csv is for CSV and TSV");
    }
    program()
        .command("import made.csv --kind rows; export x.vot; import x.vot --safe-csv")
        .run()
        .exits(ExitCode.FAILED)
        .says("x.vot is VOTable, and --safe-csv is for CSV and TSV");
    program()
        .command("import made.csv --kind rows; export script --safe-csv")
        .run()
        .exits(ExitCode.USAGE)
        .says("--safe-csv is for tables");
  }
}
