package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The files of cutouts are on the disk: their pictures are shown from there. */
class CutoutPicturesProgramTest extends DemoProgramTest {
  private static final String DEEP = "cutout zcut coordinates=\"189.49206 62.20615\" size=20 ";
  private static final String FITS =
      "cutout tess coordinates=\"210.8 54.3\" size=10 sector=14 --to cut";

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("cut"))) {
      return found.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void aPictureIsShown(String format) throws IOException {
    String cut = DEEP + "format=" + format + " survey=goods_north --to cut";
    run(cut, "preview 1 --output seen." + format).succeeds().says("saved: ");
    assertThat(folder.resolve("seen." + format)).hasSameBinaryContentAs(files().get(0));
    int before = archive.requests("/api/v0.1/Download");
    data("csv", "set format csv", cut, "preview 1").shows("row,name,preview,width", "cut/");
    assertThat(archive.requests("/api/v0.1/Download")).isEqualTo(before);
  }

  @Test
  void fitsIsForOtherPrograms() {
    run(FITS, "preview 1")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("no preview of row 1 (tess-s0014", "it is FITS", "ds9 ", "format=png");
    run(FITS, "open 1")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("the file of row 1 cannot be opened: it is FITS", "ds9 ");
    run(FITS, "open 1 --links").succeeds().shows("file:///", "tess-s0014");
  }

  @Test
  void aTableOfOthersWithFilesAndPathsIsNone() throws IOException {
    Files.writeString(
        folder.resolve("mine.csv"), "file,path,doi\nnotes.csv,/none/notes.csv,10.17909/t9-abc\n");
    run("import mine.csv", "open 1 --links").doesNotSay("is not there").doesNotSay("FITS");
    run("import mine.csv", "open 1").doesNotSay("is not there").doesNotSay("FITS");
  }

  @Test
  void whatIsGoneIsSaid() throws IOException {
    program()
        .arguments("--session", "s")
        .command(DEEP + "format=png survey=goods_north --to cut")
        .run()
        .succeeds();
    Files.delete(files().get(0));
    program()
        .arguments("--session", "s")
        .command("preview 1")
        .run()
        .exits(ExitCode.FAILED)
        .says("is not there any more; the same cutout again fetches it");
    program()
        .arguments("--session", "s")
        .command("open 1")
        .run()
        .exits(ExitCode.FAILED)
        .says("is not there any more");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theBrowserShowsAPicture() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser =
        Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho \"$1\" >'" + seen + "'\n");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    program()
        .environment("BROWSER", browser.toString())
        .command(DEEP + "format=png survey=goods_north --to cut")
        .command("open 1")
        .run()
        .succeeds()
        .says("opened " + folder.resolve("cut"));
    await().until(() -> Files.exists(seen) && Files.size(seen) > 0);
    assertThat(Files.readString(seen).strip()).isEqualTo(files().get(0).toUri().toString());
  }
}
