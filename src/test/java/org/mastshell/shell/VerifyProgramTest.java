package org.mastshell.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

class VerifyProgramTest extends DemoProgramTest {
  /** Eight FITS files of eight observations. */
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";

  @Test
  void whatStandsInTheWayOfARepairIsNamedFirst() throws IOException {
    run(EIGHT, "download 1-3").succeeds();
    List<Path> files = fits();
    Files.delete(files.get(0));
    Files.createDirectory(files.get(0));
    Files.delete(files.get(1));
    Files.writeString(Path.of(files.get(1) + ".part"), "of a browser");
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("move away first:", files.get(0).getFileName() + ": a folder is in its place")
        .says(files.get(1).getFileName() + ".part stands there")
        .says("then download --repair");
    Files.delete(files.get(2));
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("move away first:", " fetches the 3 bad ones again");
  }

  @Test
  void whatWasFetchedIsGood() {
    run(EIGHT, "download").succeeds();
    run("verify")
        .succeeds()
        .says("8 files checked, 161 kB · 8 good", folder.resolve("mastDownload").toString())
        .doesNotSay("repair")
        .shows("GOOD");
    run("verify --quick").succeeds().says("8 good");
    run("verify mastDownload").succeeds().says("8 good");
    run("verify mastDownload/manifest.csv").succeeds().says("8 good");
    run("verify .").succeeds().says("8 good");
  }

  @Test
  void aWebPageIsSeenWhereOneFileIsNamedToo() throws IOException {
    Files.writeString(folder.resolve("page.csv"), "<!DOCTYPE html><html><p>Sorry</p></html>");
    run("verify page.csv")
        .exits(ExitCode.DOWNLOADS)
        .says("1 damaged")
        .shows("it is a web page in place of the file");
  }

  @Test
  void eachDamagedFileIsFoundAndNoOther() throws IOException {
    run(EIGHT, "download").succeeds();
    List<Path> files = fits();
    damage(files);

    AssertableProgram.Ended ended =
        run("verify").exits(ExitCode.DOWNLOADS).says("4 good · 3 damaged · 1 missing");
    ended.says("download --repair " + folder.resolve("mastDownload"));
    assertThat(ended.out().lines().filter(line -> line.contains("DAMAGED"))).hasSize(3);
    assertThat(ended.out())
        .contains("its bytes have changed (SHA-256): the data of HDU 2 (ERR) have changed")
        .contains("has 15000 bytes in place of 20160: the header of HDU 3 is cut off at byte 15000")
        .contains("has 41 bytes in place of 20160: it is a web page in place of the file")
        .contains("is not there any more");
    String rows = failing("csv", "verify").out();
    assertThat(rows.lines().toList().get(0)).isEqualTo("file,status,bytes,message,path,dataURI");
    for (int i = 0; i < 3; i++) {
      assertThat(row(rows, files.get(i))).contains(",DAMAGED,").contains(",mast:JWST/product/");
    }
    assertThat(row(rows, files.get(3))).contains(",MISSING,,");
    for (int i = 4; i < 8; i++) {
      assertThat(row(rows, files.get(i))).contains(",GOOD,20160,");
    }
    // A length that has not changed is all that can be seen without reading.
    run("verify --quick").exits(ExitCode.DOWNLOADS).says("5 good · 2 damaged · 1 missing");
  }

  @Test
  void otherFilesAreJudgedByTheirContent() throws IOException {
    run(EIGHT, "download 1").succeeds();
    Path here = Files.createDirectories(folder.resolve("mastDownload/mine"));
    byte[] good = Files.readAllBytes(fits().get(0));
    Files.write(here.resolve("copy.fits"), good);
    Files.write(here.resolve("cut.fits"), Arrays.copyOf(good, 9000));
    Files.writeString(here.resolve("notes.txt"), "mine");
    Files.write(here.resolve("half.fits.part"), new byte[9]);
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("4 files checked", "2 good · 1 that cannot be judged · 1 damaged")
        .says("1 other of which only a .part is here")
        .shows("not in the manifest")
        .doesNotSay("download --repair");
    Files.delete(here.resolve("cut.fits"));
    run("verify").succeeds();
  }

  @Test
  void aFolderWithoutAManifestIsJudgedByContent() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    Files.delete(folder.resolve("mastDownload/manifest.csv"));
    run("verify").succeeds().says("there is no manifest in", "2 good");
  }

  @Test
  void aFlatFolderHasItsManifestBesideItsFiles() throws IOException {
    run(EIGHT, "download 1-2 --flat --dir here").succeeds();
    Files.createDirectories(folder.resolve("here/below"));
    Files.writeString(folder.resolve("here/below/other.fits"), "not fetched");
    run("verify here").succeeds().says("2 files checked", "2 good");
    run("set download_dir here; verify").succeeds().says("2 good");
    run("verify here/mastDownload_manifest.csv").succeeds().says("2 good");
  }

  @Test
  void twoManifestsInOnePlaceAreOneDocument() throws IOException {
    run(EIGHT, "download 1-2", "download 3-4 --flat").succeeds();
    JsonNode rows = new ObjectMapper().readTree(data("json", "verify .").out());
    assertThat(rows).hasSize(4);
    assertThat(data("csv", "verify .").out().lines()).hasSize(5);
    run("verify .").succeeds().says("2 files checked", "2 good");
    assertThat(data("json", "verify mastDownload").out().lines()).hasSize(4);
  }

  @Test
  void aPlaceWithoutFilesIsADocumentToo() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    AssertableProgram.Ended ended =
        program().arguments("--quiet", "--format", "json").command("verify empty").run();
    assertThat(ended.exits(ExitCode.FAILED).out().strip()).isEqualTo("[]");
    run("verify empty").exits(ExitCode.FAILED).says("nothing was downloaded into it");
    run("set download_dir empty; verify")
        .exits(ExitCode.FAILED)
        .says("nothing was downloaded into");
  }

  @Test
  void aFolderInADownloadIsCheckedBySettingAsByName() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    for (String where : List.of("mastDownload", "mastDownload/JWST")) {
      run("verify " + where).succeeds().says("2 good");
      run("set download_dir " + where, "verify").succeeds().says("2 good");
      run("set download_dir " + where, "download --repair").succeeds().says("2 good");
    }
  }

  @Test
  void filesOfOthersInAFlatFolderAreOnlyMinded() throws IOException {
    run(EIGHT, "download 1-2 --flat").succeeds();
    Files.writeString(folder.resolve("list.json"), "");
    Files.write(folder.resolve("mine.fits"), Arrays.copyOf(new byte[9000], 9000));
    run("verify")
        .succeeds()
        .says("4 files checked", "2 good · 2 to be minded")
        .shows("WARNING", "it is empty; not in the manifest");
    run("download --repair").succeeds().says("nothing to fetch again");
    // In a folder that is downloads' alone nobody else writes.
    run(EIGHT, "download 3 --layout '{program}/{filename}'").succeeds();
    Files.writeString(folder.resolve("1073/cut.json"), "{");
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("home/other.json"), "{");
    run("verify").exits(ExitCode.DOWNLOADS).says("1 damaged", "2 to be minded");
  }

  @Test
  void whatFailedOrWasRefusedIsMissing() {
    run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download")
        .exits(ExitCode.LOGIN);
    run("verify").exits(ExitCode.DOWNLOADS).says("4 missing").shows("its download was refused: ");
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path root = Files.createDirectories(folder.resolve("got/mastDownload/in"));
    Files.createSymbolicLink(root.resolve("link.txt"), secret);
    Files.createSymbolicLink(folder.resolve("got/mastDownload/out"), folder);
    StringBuilder manifest =
        new StringBuilder("path,uri,status,bytes,listed_size,message,sha256,time\n");
    for (String path :
        List.of(
            "../../secret.txt",
            secret.toString(),
            "in/link.txt",
            "out/secret.txt",
            "in/../../../secret.txt",
            "in//x")) {
      manifest.append(path).append(",mast:x/y,COMPLETE,6,,,,2026-01-01T00:00:00Z\n");
    }
    Files.writeString(folder.resolve("got/mastDownload/manifest.csv"), manifest);
    String rows = failing("csv", "verify got").out();
    assertThat(rows.lines().skip(1)).hasSize(6);
    assertThat(rows.lines().skip(1)).allMatch(row -> row.contains(",OUTSIDE,"));
    run("verify got").exits(ExitCode.DOWNLOADS).says("6 outside of the folder");
  }

  @Test
  void aFolderInThePlaceOfAFileIsNoGoodOne() throws IOException {
    run(EIGHT, "download 1").succeeds();
    Path file = fits().get(0);
    Files.delete(file);
    Files.createDirectory(file);
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("1 damaged")
        .shows("a folder is in its place: move it away");
    run("download --repair")
        .exits(ExitCode.DOWNLOADS)
        .says("0 files to fetch", "1 that cannot be written")
        .says("a folder is in its place: move it away", "  download --repair ");
    Files.delete(file);
    run("download --repair").succeeds().says("1 file fetched");
  }

  @Test
  void whatIsNotThereIsAnErrorThatPointsAtTheWord() {
    run("verify")
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("nothing was downloaded into", "verify DIR");
    run("verify nosuch").exits(ExitCode.USAGE).says("there is no nosuch", "^");
    run("verify a b").exits(ExitCode.USAGE).says("does not take b");
  }

  /** The fetched files in order. */
  private List<Path> fits() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      return all.filter(file -> file.toString().endsWith("_i2d.fits")).sorted().toList();
    }
  }

  /** Changes a byte of the first, cuts the second, puts a page for the third, takes the fourth. */
  static void damage(List<Path> files) throws IOException {
    byte[] bytes = Files.readAllBytes(files.get(0));
    bytes[12_000] ^= 1;
    Files.write(files.get(0), bytes);
    Files.write(files.get(1), Arrays.copyOf(Files.readAllBytes(files.get(1)), 15_000));
    Files.write(files.get(2), "<!DOCTYPE html><title>Maintenance</title>".getBytes(UTF_8));
    Files.delete(files.get(3));
  }

  private AssertableProgram.Ended failing(String format, String line) {
    return program()
        .arguments("--quiet", "--format", format)
        .command(line)
        .run()
        .exits(ExitCode.DOWNLOADS);
  }

  private static String row(String rows, Path file) {
    return rows.lines()
        .filter(row -> row.startsWith(file.getFileName().toString()))
        .findFirst()
        .orElseThrow();
  }
}
