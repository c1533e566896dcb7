package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.download.Manifest;
import org.mastshell.download.ManifestEntry;

class RepairProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";
  private static final String DOWNLOADS = "/api/v0.1/Download/file";

  @Test
  void exactlyTheBadFilesAreFetchedAgainWithoutAnySet() throws IOException {
    run(EIGHT, "download").succeeds();
    List<byte[]> before = contents();
    VerifyProgramTest.damage(fits());
    int asked = archive.requests(DOWNLOADS);

    AssertableProgram.Ended ended =
        run("download --repair")
            .succeeds()
            .says("4 good · 3 damaged · 1 missing", "4 files to fetch", "4 files fetched, 80.6 kB");

    assertThat(ended.out().lines().filter(line -> line.contains("COMPLETE"))).hasSize(4);
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(asked + 4);
    assertThat(contents()).usingElementComparator(Arrays::compare).isEqualTo(before);
    run("verify").succeeds().says("8 good");
    run("download --repair").succeeds().says("8 good", "nothing to fetch again");
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(asked + 4);
  }

  @Test
  void twoFoldersAreNoPlace() throws IOException {
    Files.createDirectories(folder.resolve("ra"));
    run("download --repair ra --dir rb")
        .exits(ExitCode.USAGE)
        .says("--repair names the folder already", "download --repair ra");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    run(EIGHT, "download 1-4").succeeds();
    VerifyProgramTest.damage(fits());
    List<byte[]> damaged = contents();
    int asked = archive.requests(DOWNLOADS);
    run("download --repair --dry-run").succeeds().says("4 files to fetch").shows("to fetch");
    assertThat(contents()).usingElementComparator(Arrays::compare).isEqualTo(damaged);
    assertThat(archive.requests(DOWNLOADS)).isEqualTo(asked);
  }

  @Test
  void theDamagedFileStaysUntilTheNewOneIsWhole() throws Exception {
    run(EIGHT, "download").succeeds();
    Path bad = fits().get(0);
    byte[] bytes = Files.readAllBytes(bad);
    bytes[12_000] ^= 1;
    Files.write(bad, bytes);
    Files.delete(fits().get(7));
    String name = bad.getFileName().toString();
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), name, 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; download --repair")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("1 file fetched", "1 failed", "download --repair")
          .shows("the archive has no such file");
    }
    assertThat(bad).hasBinaryContent(bytes);
    run("verify").exits(ExitCode.DOWNLOADS).says("7 good · 1 damaged");
    run("download --repair mastDownload").succeeds().says("1 file fetched");
    run("verify").succeeds();
  }

  @Test
  void whatFailedAtFirstIsFetchedToo() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; " + EIGHT + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .says("4 files fetched", "4 failed");
    }
    run("download --repair").succeeds().says("4 good · 4 missing", "4 files fetched");
    assertThat(fits()).hasSize(8);
  }

  @Test
  void whatAPersonHasPutInThePlaceOfWhatFailedStaysThere() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "nrcblong_i2d", 404)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command("set retries 0; " + EIGHT + "; download")
          .run()
          .exits(ExitCode.DOWNLOADS);
    }
    Path root = folder.resolve("mastDownload");
    String failed =
        Manifest.read(root.resolve("manifest.csv")).entries().stream()
            .filter(entry -> !entry.isFetched())
            .map(ManifestEntry::path)
            .findFirst()
            .orElseThrow();
    Files.createDirectories(root.resolve(failed).getParent());
    Path own = Files.writeString(root.resolve(failed), "my own notes");
    run("verify").exits(ExitCode.DOWNLOADS).shows("--repair saves the archive's file beside");
    run("download --repair").succeeds().says("4 files fetched").shows("_i2d-2.fits");
    assertThat(own).hasContent("my own notes");
    assertThat(Path.of(own.toString().replace("_i2d.fits", "_i2d-2.fits"))).isRegularFile();
    run("download --repair").exits(ExitCode.DOWNLOADS).says("1 bad file is in no manifest");
  }

  @Test
  void theListedSizeStaysAsItWas() throws Exception {
    String list = "show 1 size";
    String size = data("csv", EIGHT, list).out().lines().toList().get(1);
    String other = String.valueOf(Long.parseLong(size) + 2880);
    try (FaultyArchive wrong =
        FaultyArchive.rewriting(archive.url(), ":" + size + ",", ":" + other + ",")) {
      List<String> lines = List.of(EIGHT, "download 1");
      String noted = "listed as %s bytes, has %s".formatted(other, size);
      asking(wrong, lines).run().succeeds().says(noted);
      Files.delete(fits().get(0));
      asking(wrong, List.of("download --repair")).run().succeeds().says("1 file fetched", noted);
      ManifestEntry record =
          Manifest.read(folder.resolve("mastDownload/manifest.csv")).entries().iterator().next();
      assertThat(record.listedSize()).isEqualTo(Long.parseLong(other));
      assertThat(record.message()).contains(noted);
      asking(wrong, List.of(EIGHT, "download 1 --dry-run")).run().succeeds().shows("here");
      asking(wrong, lines).run().succeeds().says("1 here already").doesNotSay("stale");
    }
  }

  @Test
  void aRepairIsGivenNoHintOfFolders() throws IOException {
    String products = SEARCH + "; products 1 suffix=cal,asn; unique";
    run(products, "download").succeeds().says("--flat puts all into one");
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      for (Path file :
          all.filter(one -> one.toString().matches(".*(_cal.fits|_asn.json)")).toList()) {
        Files.delete(file);
      }
    }
    run("download --repair").succeeds().says("files fetched").doesNotSay("--flat");
  }

  private AssertableProgram asking(FaultyArchive server, List<String> lines) {
    AssertableProgram program = AssertableProgram.in(folder).arguments("--server", server.url());
    lines.forEach(program::command);
    return program;
  }

  @Test
  void exclusiveFilesNeedALogin() throws IOException {
    run("search rights=exclusive level=2; products 1 productType=SCIENCE", "download")
        .exits(ExitCode.LOGIN);
    run("download --repair").exits(ExitCode.LOGIN).says("4 exclusive", "4 refused");
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command("download --repair")
        .run()
        .succeeds()
        .says("4 files fetched");
    run("verify").succeeds().says("4 good");
  }

  @Test
  void flatFoldersAndBothKindsAtOnceAreMended() throws IOException {
    run(EIGHT, "download 1-2", "download 3-4 --flat").succeeds();
    for (Path file : fits()) {
      Files.write(file, new byte[20_160]);
    }
    run("download --repair .").succeeds().says("2 files fetched");
    run("verify .").succeeds();
    run("download --repair --dir .").succeeds();
  }

  @Test
  void bothKindsAtOnceAreOneDocument() throws IOException {
    run(EIGHT, "download 1-2", "download 3-4 --flat").succeeds();
    for (Path file : fits()) {
      Files.write(file, new byte[20_160]);
    }
    String plans = data("json", "download --repair . --dry-run").out();
    assertThat(new ObjectMapper().readTree(plans)).hasSize(2);
    assertThat(data("csv", "download --repair .").out().lines()).hasSize(5);
  }

  @Test
  void aFileOfNoManifestIsLeftAloneAndSaid() throws IOException {
    run(EIGHT, "download 1").succeeds();
    Path mine = Files.writeString(folder.resolve("mastDownload/mine.fits"), "none");
    run("download --repair")
        .exits(ExitCode.DOWNLOADS)
        .says("1 bad file is in no manifest, or outside of the folder, and left alone");
    assertThat(mine).hasContent("none");
  }

  @Test
  void aLinkThatLeadsNowhereIsSaidAndLeftAlone() throws IOException {
    run(EIGHT, "download 1-2").succeeds();
    Path file = fits().get(0);
    Path away = folder.resolve("disk-that-is-away").resolve("there.fits");
    Files.delete(file);
    Files.createSymbolicLink(file, away);
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .shows("OUTSIDE", "a link in its place leads to " + away + ", which is not there")
        .shows("mount its disk, or move the link away")
        .says("1 good · 1 outside")
        .doesNotSay("damaged");
    run("download --repair")
        .exits(ExitCode.DOWNLOADS)
        .says("nothing to fetch again", "left alone: verify names it");
    assertThat(file).isSymbolicLink();
    run(EIGHT, "download 1-2 --dry-run")
        .succeeds()
        .says("1 that cannot be written")
        .shows("a link in its place leads to ");
    run(EIGHT, "download 1-2").exits(ExitCode.DOWNLOADS).says("leads to " + away, "1 failed");
    assertThat(file).isSymbolicLink();
  }

  @Test
  void aManifestCannotHaveAnythingWrittenElsewhere() throws IOException {
    Path root = Files.createDirectories(folder.resolve("got/mastDownload"));
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.createSymbolicLink(root.resolve("out"), outside);
    String uri = uriOfTheFirst();
    Files.writeString(
        root.resolve("manifest.csv"),
        "path,uri,status,bytes,listed_size,message,sha256,time\n"
            + Stream.of("../../outside/a.fits", "out/a.fits", folder.resolve("b.fits").toString())
                .map(path -> path + "," + uri + ",COMPLETE,6,,,,2026-01-01T00:00:00Z\n")
                .reduce("", String::concat));
    run("download --repair got").exits(ExitCode.DOWNLOADS).says("left alone");
    assertThat(outside).isEmptyDirectory();
    assertThat(folder.resolve("b.fits")).doesNotExist();
  }

  @Test
  void whatItCannotMeanIsAnError() {
    run("download --repair").exits(ExitCode.FAILED).says("nothing was downloaded into");
    run("download --repair nosuch").exits(ExitCode.USAGE).says("there is no nosuch", "^");
    run("download --repair suffix=i2d").exits(ExitCode.USAGE).says("takes no rows or criteria");
    run("download 1 --repair").exits(ExitCode.USAGE).says("takes no rows or criteria");
    run("download --repair --flat").exits(ExitCode.USAGE).says("takes no --flat");
  }

  @Test
  void aFolderWithAnotherNameIsNotWrittenInto() throws IOException {
    run(EIGHT, "download 1").succeeds();
    Files.delete(fits().get(0));
    Files.move(folder.resolve("mastDownload"), folder.resolve("data"));
    run("verify data").exits(ExitCode.DOWNLOADS).says("1 missing");
    run("download --repair data").exits(ExitCode.FAILED).says("give the folder back its name");
  }

  private String uriOfTheFirst() {
    return data("csv", EIGHT, "show 1 dataURI").out().lines().toList().get(1);
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : fits()) {
      contents.add(Files.readAllBytes(file));
    }
    return contents;
  }

  private List<Path> fits() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith("_i2d.fits"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
