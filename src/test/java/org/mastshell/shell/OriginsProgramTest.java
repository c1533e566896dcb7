package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** What is written about rows claims no other origin than the one they have. */
class OriginsProgramTest extends DemoProgramTest {
  private static final String MADE_UP = "made-up data of the embedded archive (mastshell --demo)";

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve(file)).replace("\n", " ");
  }

  private void twoRows() throws IOException {
    Files.writeString(folder.resolve("two.csv"), "obs_id,s_ra,s_dec\na,1,2\nb,3,4\n");
  }

  private AssertableProgram.Ended demo(String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--no-session");
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecsv", "vot", "fits", "sqlite"})
  void aFileOfRowsFromAFileNamesNoArchive(String format) throws IOException {
    twoRows();
    run("import two.csv", "sort -s_ra", "sql SELECT * FROM obs", "export x." + format).succeeds();
    String bytes = Files.readString(folder.resolve("x." + format), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("import two.csv").doesNotContain(archive.url().toString());
  }

  @Test
  void productsThatWereAskedForAreTheArchives() throws IOException {
    run(
            SEARCH,
            "export o.vot",
            "import o.vot",
            "products suffix=i2d",
            "filter level=3",
            "export p.ecsv")
        .succeeds();
    assertThat(written("p.ecsv")).contains("archive: \"" + archive.url());
  }

  @Test
  void aPageOfRowsFromAFileDoesNotNameTheArchive() throws IOException {
    twoRows();
    run("import two.csv", "report page.html").succeeds();
    assertThat(written("page.html"))
        .contains("<title>2 observations from a file</title>")
        .doesNotContain("MAST archive", "Mikulski", "<dt>archive</dt>");
  }

  @Test
  void rowsFromAFileThatNameNoMissionNeedNoAcknowledgement() throws IOException {
    twoRows();
    run("import two.csv", "cite")
        .succeeds()
        .shows("Nothing to acknowledge is known of these 2 observations: they are from a file")
        .doesNotSay("error:");
    assertThat(run("import two.csv", "cite").out()).doesNotContain("Mikulski");
    assertThat(run("import two.csv", "cite --bibtex").exits(ExitCode.DONE).out())
        .startsWith("% Nothing to acknowledge is known");
  }

  @Test
  void rowsOfAMissionFromAFileAreAcknowledgedIfTheyAreTheArchives() {
    run(SEARCH, "export o.vot", "import o.vot", "cite")
        .succeeds()
        .shows(
            "Acknowledgements for 12 observations",
            "They are from a file. If its rows are those of the archive:",
            "Mikulski Archive");
  }

  @Test
  void dataThatAreMadeUpAreCalledSo() throws IOException {
    demo(SEARCH, "export o.ecsv", "report page.html", "cite")
        .succeeds()
        .shows("These are " + MADE_UP + ". Of the archive's own one would write:");
    assertThat(written("o.ecsv")).contains("archive: \"" + MADE_UP + "\"");
    assertThat(written("page.html"))
        .contains("<title>12 observations, made up by the embedded archive</title>", MADE_UP)
        .doesNotContain("MAST archive</title>");
  }
}
