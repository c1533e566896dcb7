package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TutorialProgramTest {
  @TempDir Path folder;

  @Test
  void theTutorialRunsFromSearchToFiles() throws IOException {
    Path tutorial = Path.of("docs/tutorial.mast").toAbsolutePath();

    AssertableProgram.in(folder)
        .arguments("--demo", "-f", tutorial.toString())
        .run()
        .succeeds()
        .says(
            "12 observations · JWST · NIRCAM/IMAGE · level 3",
            "unique by dataURI",
            "12 files fetched")
        .shows("jw01073001001_02101_00001_nrcalong_uncal.fits");

    try (Stream<Path> files = Files.walk(folder.resolve("mastDownload"))) {
      assertThat(files.filter(file -> file.toString().endsWith("_uncal.fits")))
          .hasSize(12)
          .allSatisfy(file -> assertThat(Files.size(file) % 2880).isZero());
    }
  }

  @Test
  void aSecondRunFetchesNothingAgain() throws IOException {
    String lines =
        "search program=1073 filters=F277W; products obsnum=1 suffix=i2d; unique; download";
    AssertableProgram.in(folder).arguments("--demo", "-c", lines).run().succeeds();

    AssertableProgram.in(folder)
        .arguments("--demo", "-c", lines)
        .run()
        .succeeds()
        .says("0 files to fetch", "here already");
  }
}
