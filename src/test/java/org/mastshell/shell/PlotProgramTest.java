package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.chart.Pictures;
import org.mastshell.command.ExitCode;

class PlotProgramTest extends DemoProgramTest {
  private static final String EVERYTHING = "search --all obs_collection=*";

  @Test
  void drawsTheFieldOfTheSet() {
    run(SEARCH, "plot")
        .succeeds()
        .shows("12 observations around 05h21m57s -69°29'51\"", "NIRCAM/IMAGE 12", "-69°30'", "⡇");
    run(SEARCH, "plot sky 1 --center 1 --radius 10arcmin").succeeds().shows("field 20' × 20'");
  }

  @Test
  void drawsTheWholeSkyAndSaysWhatHasNoFootprint() {
    run(EVERYTHING, "plot sky")
        .succeeds()
        .shows("on the whole sky", "A JWST 337", "12h", "+60°")
        .says("12 of 579 without a footprint: drawn as points");
    run(SEARCH, "plot sky --all-sky").succeeds().shows("on the whole sky");
  }

  @Test
  void drawsTimesWavelengthsAndValues() {
    run(EVERYTHING, "plot time --by mission")
        .succeeds()
        .shows("564 observations along time", "JWST", "2010")
        .says("15 of 579 without a date");
    run(EVERYTHING, "plot spectral").succeeds().shows("GALEX FUV", "wavelength, nm");
    run(SEARCH, "plot hist t_min --bins 4").succeeds().shows("t_min of 12 rows", "2022-06");
    run(SEARCH, "products 1", "plot hist size --log").succeeds().shows("kB");
  }

  @Test
  void productsAreDrawnByTheirObservations() {
    run(SEARCH, "products 1-2", "plot sky").succeeds().shows("2 observations around");
    run(SEARCH, "products 1", "plot hist t_exptime").succeeds().shows("t_exptime, s");
  }

  @Test
  void programsGetTheNumbers() {
    data("csv", SEARCH, "plot hist calib_level").prints("from,to,count\n2.5,3.5,12");
    assertThat(data("csv", SEARCH, "plot sky").out().lines().findFirst())
        .contains("group,observations,ra,dec,reach");
    run("set pictures off", SEARCH, "plot time").succeeds().shows("group", "2022-05-02");
  }

  @Test
  void savesPicturesAndReplacesNothing() throws IOException {
    run(SEARCH, "plot sky --output field.png --size 640x480").succeeds().says("saved: ");
    assertThat(Pictures.read(Files.readAllBytes(folder.resolve("field.png"))).width())
        .isEqualTo(640);
    run(SEARCH, "plot time --output time.svg").succeeds();
    assertThat(Files.readString(folder.resolve("time.svg"))).contains("<svg", "NIRCAM/IMAGE");
    Files.writeString(folder.resolve("mine.svg"), "mine");
    run(SEARCH, "plot sky --output mine.svg").exits(ExitCode.FAILED).says("there already");
    assertThat(folder.resolve("mine.svg")).hasContent("mine");
    run(SEARCH, "plot sky --output mine.svg --force").succeeds();
    assertThat(Files.readString(folder.resolve("mine.svg"))).contains("<svg");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .doesNotContain("field.png.part")
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plot nosuch",
        "plot hist",
        "plot hist nosuch",
        "plot hist target_name",
        "plot hist t_min --bins 0",
        "plot sky --bins 3",
        "plot time --radius 3",
        "plot sky --center nowhere",
        "plot sky --center 13",
        "plot sky --radius 60",
        "plot sky --radius 0",
        "plot sky --all-sky --radius 1",
        "plot sky --by nosuch",
        "plot sky --output field.gif",
        "plot sky --size 800x600",
        "plot sky --output a.png --size 10x10",
        "plot 14",
        "preview",
        "preview 13",
        "preview 1-2 --output a.jpg",
        "preview 1 --output a.txt",
      })
  void badInputIsOneError(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().says("^").prints("12");
    run(SEARCH, wrong).exits(ExitCode.USAGE);
  }

  @Test
  void aPlaceThatCannotBeReadIsCountedOnce() throws IOException {
    Files.writeString(
        folder.resolve("places.csv"), "obsid,s_ra,s_dec\n1,80.5,-69.5\n2,1e200,-69.5\n3,,\n");
    run("import places.csv", "plot sky")
        .succeeds()
        .says(
            "1 of 3 without a footprint: drawn as points",
            "2 of 3 without a footprint or a position: not drawn")
        .shows("1 observation around");
  }

  @Test
  void groupsOfSeveralColumnsDoNotRunTogether() throws IOException {
    Files.writeString(
        folder.resolve("groups.csv"),
        "obsid,instrument_name,filters,em_min,em_max\n1,A B,C,100,200\n2,A,B C,300,400\n"
            + "3,A, ,500,600\n4,A,,700,800\n");
    data("csv", "import groups.csv", "plot spectral")
        .prints(
            "group,observations,from,to\nA B · C,1,100,200\nA · B C,1,300,400\n"
                + "A (none),2,500,800");
  }

  @Test
  void severalColumnsBehindByAreShown() {
    run(SEARCH, "plot sky --by filters level")
        .exits(ExitCode.USAGE)
        .says("plot does not take level", "columns stand together: --by filters,level");
    run(SEARCH, "plot sky --by filters,level").succeeds().shows("F277W 3 12");
  }

  @Test
  void anEmptySetIsNoError() {
    run("search target=nosuch", "plot sky").succeeds().says("nothing to draw").prints("");
    data("csv", "search target=nosuch", "plot sky").prints("group,observations,ra,dec,reach");
    run("plot").exits(ExitCode.FAILED).reportsOneError();
  }

  @Test
  void showsTheArchivesPictures() throws IOException {
    run(SEARCH, "preview 1-2").succeeds().shows("1 jw01073-o001_t001", "2 jw01073-o002_t001", "█");
    run(SEARCH, "preview 1 --output one.jpg").succeeds();
    run(SEARCH, "preview 1 --output one.png").succeeds();
    run(SEARCH, "preview 1 --output one.svg").succeeds();
    assertThat(Pictures.mediaType(Files.readAllBytes(folder.resolve("one.jpg"))))
        .isEqualTo("image/jpeg");
    assertThat(Pictures.mediaType(Files.readAllBytes(folder.resolve("one.png"))))
        .isEqualTo("image/png");
    assertThat(Files.readString(folder.resolve("one.svg"))).contains("data:image/jpeg;base64,");
    data("csv", SEARCH, "preview 1").shows("row,name,preview,width,height,bytes");
  }

  @Test
  void saysWhyThereIsNoPreview() throws IOException {
    for (String body : List.of("\u00ff\u00d8 broken", "plain text")) {
      byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
      try (FaultyArchive faulty =
          FaultyArchive.answeringFor(archive.url(), "Download/file", "image/jpeg", bytes)) {
        AssertableProgram.in(folder)
            .arguments("--server", faulty.url())
            .command(SEARCH)
            .command("preview 1")
            .run()
            .exits(ExitCode.ARCHIVE)
            .reportsOneError()
            .says("no preview of row 1");
      }
    }
    try (FaultyArchive missing = FaultyArchive.failingFor(archive.url(), "Download/file", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", missing.url())
          .command(SEARCH)
          .command("preview 1-2")
          .run()
          .exits(ExitCode.FAILED)
          .says("no preview of row 1", "no preview of row 2");
    }
  }
}
