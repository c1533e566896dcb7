package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** What verify and --repair look at where they are given a part of a download, or one file. */
class VerifyPlacesProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";

  private List<Path> files;

  @BeforeEach
  void fetch() throws IOException {
    run(EIGHT, "download 1-3").succeeds();
    files = fits(folder.resolve("mastDownload"));
    assertThat(files).hasSize(3);
  }

  @Test
  void oneFileIsHeldAgainstTheManifestAboveIt() throws IOException {
    run("verify " + files.get(0))
        .succeeds()
        .says("1 file checked", "1 good", "mastDownload/manifest.csv");
    change(files.get(0));
    run("verify " + files.get(0))
        .exits(ExitCode.DOWNLOADS)
        .says("1 file checked", "1 damaged", "download --repair " + files.get(0));
    // Its neighbours are no matter here.
    Files.delete(files.get(1));
    run("verify " + files.get(2)).succeeds().says("1 good");
    run("download --repair " + files.get(0)).succeeds().says("1 file fetched");
    assertThat(files.get(1)).doesNotExist();
    run("verify " + files.get(0)).succeeds().says("1 good");
    run("verify " + files.get(1)).exits(ExitCode.DOWNLOADS).says("1 missing");
    run("download --repair " + files.get(1)).succeeds().says("1 file fetched");
  }

  @Test
  void aFileBesideAFlatManifestIsHeldAgainstIt() throws IOException {
    run(EIGHT, "download 1-2 --flat --dir here").succeeds();
    Path file = fits(folder.resolve("here")).get(0);
    change(file);
    run("verify " + file)
        .exits(ExitCode.DOWNLOADS)
        .says("1 damaged", "mastDownload_manifest.csv")
        .doesNotSay("2 files");
  }

  @Test
  void aFileThatNoManifestRecordsIsJudgedByItsContent() throws IOException {
    Path copy = Files.copy(files.get(0), folder.resolve("copy.fits"));
    run("verify copy.fits").succeeds().says("1 good", "no manifest records it");
    Files.write(copy, Arrays.copyOf(Files.readAllBytes(copy), 15_000));
    run("verify copy.fits").exits(ExitCode.DOWNLOADS).says("1 damaged").doesNotSay("repair");
    run("download --repair copy.fits").exits(ExitCode.DOWNLOADS).says("1 bad file is");
    // Beside a flat download too, since it is this one that a person asks about.
    run(EIGHT, "download 1 --flat").succeeds();
    run("verify copy.fits").exits(ExitCode.DOWNLOADS).says("1 damaged");
  }

  @Test
  void whatIsNeitherRecordedNorCanBeJudgedIsRefused() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("half.fits.part"), "mine");
    for (String name : List.of("notes.txt", "half.fits.part", "mastDownload/.mastDownload.lock")) {
      run("verify " + name).exits(ExitCode.USAGE).reportsOneError().says("^", "no manifest");
      run("download --repair " + name).exits(ExitCode.USAGE).says("no manifest");
    }
    Files.copy(files.get(0), folder.resolve("copy.fits"));
    run("verify copy.fits --quick").exits(ExitCode.USAGE).says("no manifest records");
  }

  @Test
  void aFolderBelowADownloadIsHeldAgainstTheManifestAboveIt() throws IOException {
    Path copy = folder.resolve("mg");
    copy(folder.resolve("mastDownload"), copy.resolve("mastDownload"));
    List<Path> copied = fits(copy);
    run("verify mg/mastDownload/JWST")
        .succeeds()
        .says("3 good", copy.resolve("mastDownload/manifest.csv").toString())
        .doesNotSay("no manifest");
    Files.delete(copied.get(0));
    change(copied.get(1));
    run("verify mg/mastDownload/JWST")
        .exits(ExitCode.DOWNLOADS)
        .says("1 good · 1 damaged · 1 missing")
        .says("download --repair " + copy.resolve("mastDownload/JWST"));
    run("verify mg/mastDownload/JWST --quick").exits(ExitCode.DOWNLOADS).says("2 good · 1 missing");
    // Only what is below.
    Path one = copied.get(2).getParent();
    run("verify " + one).succeeds().says("1 file checked", "1 good");
    Path gone = copied.get(0).getParent();
    Files.delete(gone);
    run("verify " + gone).exits(ExitCode.DOWNLOADS).says("1 missing");
    run("download --repair mg/mastDownload/JWST").succeeds().says("2 files fetched");
    run("verify mg").succeeds().says("3 good");
  }

  @Test
  void aFolderOfALayoutIsHeldAgainstTheFlatManifestAboveIt() throws IOException {
    run(EIGHT, "download 1-2 --dir own --layout '{program}/{filename}'").succeeds();
    Files.delete(fits(folder.resolve("own")).get(0));
    Files.writeString(folder.resolve("own/1073/cut.json"), "{");
    run("verify own/1073")
        .exits(ExitCode.DOWNLOADS)
        .says("1 good · 1 damaged · 1 missing", "own/mastDownload_manifest.csv");
  }

  @Test
  void aFolderThatNoManifestRecordsIsJudgedByContent() throws IOException {
    Path other = Files.createDirectories(folder.resolve("mastDownload/other"));
    Files.copy(files.get(0), other.resolve("copy.fits"));
    run("verify mastDownload/other").succeeds().says("there is no manifest in", "1 good");
  }

  @Test
  void aTornManifestOfferedByItsTwinCostsNothing() throws IOException {
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    Files.delete(files.get(0));
    for (String torn : torn(manifest)) {
      Files.writeString(manifest, torn);
      run("verify")
          .exits(ExitCode.DOWNLOADS)
          .says("manifest.json", "2 good · 1 missing")
          .doesNotSay("judged by their content");
    }
    // The version and the hash of the files that are here outlive the next download.
    run(EIGHT, "download 1-3").succeeds().says("1 file fetched").doesNotSay("unverified");
    run("verify").succeeds().says("3 files checked", "3 good").doesNotSay("manifest.json");
    assertThat(Files.readString(manifest)).doesNotContain("SKIPPED");
  }

  @Test
  void ofATornManifestWithoutATwinEachReadableLineCounts() throws IOException {
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    Files.delete(folder.resolve("mastDownload/manifest.json"));
    Files.writeString(manifest, "garbage,\"unclosed\n", StandardOpenOption.APPEND);
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("damaged", "3 good · 1 to be minded")
        .shows("WARNING");
    Files.delete(files.get(0));
    run("verify").exits(ExitCode.DOWNLOADS).says("1 missing");
    run(EIGHT, "download --dry-run 1-3")
        .succeeds()
        .says("1 file to fetch", "2 here", "is damaged")
        .doesNotSay("unverified");
  }

  @Test
  void aManifestThatTellsNothingIsSaidAndNoSuccess() throws IOException {
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    Files.delete(folder.resolve("mastDownload/manifest.json"));
    for (String text : List.of("", "mine\n1\n")) {
      Files.writeString(manifest, text);
      run("verify")
          .exits(ExitCode.DOWNLOADS)
          .says("cannot be read as a manifest", "3 good · 1 to be minded")
          .shows("WARNING");
      run("download --repair").exits(ExitCode.DOWNLOADS).says("nothing to fetch again");
    }
  }

  @Test
  void whatStoodInThePlaceOfAFileIsKeptWhereAManifestFurtherUpSaysOtherwise() throws IOException {
    Path own = Files.createDirectories(folder.resolve("pub/mine")).resolve("data.fits");
    recordedInAFlatManifest("pub", "mine/data.fits");
    for (String text : List.of("my own data", "my other data", "my own data")) {
      Files.writeString(own, text);
      run("download --repair pub/mine/data.fits --dry-run")
          .says("1 replaces what is here, which is kept beside as .damaged")
          .doesNotSay("0 here");
      run("download --repair pub/mine/data.fits")
          .succeeds()
          .says("1 file fetched")
          .shows("the old file is kept beside it, as data.fits.damaged");
      assertThat(own).hasSameBinaryContentAs(files.get(0));
    }
    assertThat(folder.resolve("pub/mine/data.fits.damaged")).hasContent("my own data");
    assertThat(folder.resolve("pub/mine/data.fits.damaged-2")).hasContent("my other data");
    assertThat(folder.resolve("pub/mine/data.fits.damaged-3")).doesNotExist();
    Files.writeString(own, "a third");
    run("download --repair pub/mine").succeeds().says("1 file fetched");
    assertThat(folder.resolve("pub/mine/data.fits.damaged-3")).hasContent("a third");
  }

  @Test
  void aManifestThatOthersCanHaveWrittenCountsOnlyIfItIsNamed() throws IOException {
    Path own = Files.createDirectories(folder.resolve("pub/mine")).resolve("data.fits");
    recordedInAFlatManifest("pub", "mine/data.fits");
    Path manifest = folder.resolve("pub/mastDownload_manifest.csv");
    for (Path open : List.of(folder.resolve("pub"), own.getParent(), manifest)) {
      Set<PosixFilePermission> closed = Files.getPosixFilePermissions(open);
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
      Files.copy(files.get(1), own);
      run("verify pub/mine/data.fits").succeeds().says("1 good", manifest + " does not count");
      run("verify pub/mine").succeeds().says("1 good", manifest + " does not count");
      Files.writeString(own, "my own data");
      run("download --repair pub/mine/data.fits")
          .exits(ExitCode.DOWNLOADS)
          .says(manifest + " does not count", "left alone");
      assertThat(own).hasContent("my own data");
      run("verify pub").exits(ExitCode.DOWNLOADS).says("1 damaged");
      Files.delete(own);
      Files.setPosixFilePermissions(open, closed);
    }
    Files.writeString(own, "my own data");
    run("verify pub/mine/data.fits").exits(ExitCode.DOWNLOADS).says("by " + manifest);
  }

  private void recordedInAFlatManifest(String where, String path) throws IOException {
    String uri = data("csv", EIGHT, "show 1 dataURI").out().lines().toList().get(1);
    Files.writeString(
        folder.resolve(where).resolve("mastDownload_manifest.csv"),
        "path,uri,status,bytes,listed_size,message,sha256,time\n%s,%s,COMPLETE,20160,20160,,,%s\n"
            .formatted(path, uri, "2026-01-01T00:00:00Z"));
  }

  @Test
  void lostRecordsAreRememberedUntilAPersonHasSeenToThem() throws IOException {
    Path root = folder.resolve("mastDownload");
    String lost = String.valueOf(files.get(0).getFileName());
    for (String name : List.of("manifest.csv", "manifest.json")) {
      List<String> lines = Files.readAllLines(root.resolve(name));
      List<String> torn = lines.stream().map(s -> s.contains(lost) ? "\"" + s : s).toList();
      Files.write(root.resolve(name), torn);
    }
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("only a part of its records known", "download the same products again");
    run("download --repair")
        .exits(ExitCode.DOWNLOADS)
        .says("nothing to fetch again", "download the same products again");

    run(EIGHT, "download 4").succeeds();
    Files.delete(files.get(0));
    List<Path> marks = marks(root);
    assertThat(marks).hasSize(2);
    run("verify")
        .exits(ExitCode.DOWNLOADS)
        .says("records were lost", "download the same products again", marks.get(0).toString());
    run("verify " + files.get(1)).succeeds();
    run("download --repair")
        .exits(ExitCode.DOWNLOADS)
        .says("nothing to fetch again", "then remove");

    run(EIGHT, "download 1-3").succeeds().says("1 file fetched");
    run("verify").exits(ExitCode.DOWNLOADS).says("4 good");
    run(EIGHT, "download 1-3").succeeds();
    assertThat(marks(root)).as("no more than once").isEqualTo(marks);
    for (Path mark : marks) {
      Files.delete(mark);
    }
    run("verify").succeeds().says("4 files checked", "4 good");
  }

  @Test
  void theSameDownloadSetsADamagedManifestAsideThoughNothingIsToFetch() throws IOException {
    Path root = folder.resolve("mastDownload");
    for (String name : List.of("manifest.csv", "manifest.json")) {
      byte[] whole = Files.readAllBytes(root.resolve(name));
      Files.write(root.resolve(name), Arrays.copyOf(whole, whole.length - 30));
    }
    run("verify").exits(ExitCode.DOWNLOADS).says("download the same products again");
    run(EIGHT, "download 1-3").succeeds().says("3 here already");
    List<Path> marks = marks(root);
    assertThat(marks).hasSize(2);
    run("verify").exits(ExitCode.DOWNLOADS).says("3 good", "remove what is named *.lost-records");
    for (Path mark : marks) {
      Files.delete(mark);
    }
    run("verify").succeeds().says("3 files checked", "3 good");
  }

  private static List<Path> marks(Path root) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      return all.filter(file -> file.toString().endsWith(".lost-records")).sorted().toList();
    }
  }

  private static List<String> torn(Path manifest) throws IOException {
    String whole = Files.readString(manifest);
    return List.of(
        whole + "garbage,\"unclosed\n", whole.substring(0, whole.length() * 2 / 3), "", "mine\n");
  }

  private static void change(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[12_000] ^= 1;
    Files.write(file, bytes);
  }

  private static List<Path> fits(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> file.toString().endsWith("_i2d.fits")).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.sorted(Comparator.naturalOrder()).toList()) {
        Path there = to.resolve(from.relativize(one));
        Files.createDirectories(there.getParent());
        Files.copy(one, there);
      }
    }
  }
}
