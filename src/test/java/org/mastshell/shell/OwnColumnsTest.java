package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.ExitCode;

/** Columns that only a set has, and the archive does not. */
class OwnColumnsTest {
  private static final String AFTER_THE_FILE = "2099-01-01T12:00:00Z";

  @TempDir Path folder;

  @BeforeEach
  void aPersonHasATable() throws IOException {
    AssertableProgram.Ended found =
        run("search program=1073 filters=F277W", "show obsid --limit 2");
    String[] ids = found.succeeds().out().split("\\R", -1);
    Files.writeString(
        folder.resolve("mine.csv"), "obsid,note\n" + ids[1] + ",x\n" + ids[2] + ",y\n");
  }

  private AssertableProgram.Ended run(String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder)
            .at(AFTER_THE_FILE)
            .arguments("--demo", "--no-rc", "--no-session", "--format", "csv");
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  @Test
  void theScriptOfASetWithoutThemNamesThemAllTheSame() throws IOException {
    run("import mine.csv", "filter note=x", "products 1", "export script b.mast", "count")
        .succeeds();
    assertThat(Files.readString(folder.resolve("b.mast"))).contains("filter note=x");
    String rows = run("import mine.csv", "filter note=x", "products 1", "count").out();
    assertThat(AssertableProgram.in(folder).arguments("--demo", "--no-rc", "b.mast").run().err())
        .contains(rows.strip() + " products");
    run(
            "search program=1073 filters=F277W",
            "sql SELECT obsid, calib_level*2 AS twice FROM obs",
            "filter twice=6",
            "products 1",
            "export script c.mast")
        .succeeds();
    assertThat(Files.readString(folder.resolve("c.mast"))).contains("filter twice=6");
  }

  @Test
  void theirValuesAreCountedInTheSet() {
    AssertableProgram.Ended ended =
        AssertableProgram.in(folder)
            .environment("MASTSHELL_SERVER", "http://127.0.0.1:9")
            .arguments("--no-rc", "--no-session", "--format", "csv")
            .command("import mine.csv")
            .command("values note")
            .run();
    ended.succeeds().prints("value,count,meaning\nx,1,\"\"\ny,1,\"\"");
    assertThat(ended.err().lines()).last().isEqualTo("counted in set #1");
  }

  @Test
  void theyAreListedAsThoseOfTheSet() {
    AssertableProgram.Ended ended = run("import mine.csv", "fields note");
    assertThat(ended.succeeds().out()).contains("\nnote,\"\",this set,text");
    run("import mine.csv", "fields obsid").shows("observations");
  }

  @Test
  void aSearchByThemIsRefusedAndAsksNothing() throws IOException {
    try (ListeningArchive archive = ListeningArchive.start(200, "{}")) {
      AssertableProgram.in(folder)
          .arguments("--server", archive.url(), "--no-rc", "--no-session")
          .command("import mine.csv; search note=x")
          .run()
          .exits(ExitCode.USAGE)
          .reportsOneError()
          .says("note");
      assertThat(archive.authorizations()).isEmpty();
    }
  }
}
