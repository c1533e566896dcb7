package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** What a download does whose standard output is closed by its reader, as head does. */
class ClosedOutputProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";

  @Test
  void aDownloadWhoseEventsNobodyReadsGoesOnToItsEnd() throws IOException {
    AssertableProgram.Ended ended = closed("jsonl", EIGHT, "download").succeeds();
    ended.says("8 files fetched");
    assertThat(ended.err()).containsOnlyOnce("takes no more");
    assertThat(fetched()).isEqualTo(8);
  }

  @Test
  void whatWasFetchedIsSaidThoughNobodyReadsItsTable() {
    closed("table", EIGHT, "download").succeeds().says("8 files fetched", "manifest: ");
  }

  @Test
  void oneInTheBackgroundDoesSoToo() throws IOException {
    AssertableProgram.Ended ended =
        closed("jsonl", EIGHT, "download --background").succeeds().says("8 files fetched");
    assertThat(ended.err()).containsOnlyOnce("takes no more");
    assertThat(fetched()).isEqualTo(8);
    closed("csv", EIGHT, "download --background --dir other", "show").succeeds();
    assertThat(folder.resolve("other/mastDownload/manifest.csv")).exists();
    run("resume").says("no download is left to go on with");
  }

  @Test
  void whatFailedIsSaidAndKeepsItsCode() {
    for (String format : new String[] {"jsonl", "csv", "table"}) {
      closed(format, "search rights=exclusive level=2; products 1 productType=SCIENCE", "download")
          .exits(ExitCode.LOGIN)
          .says("4 refused", "login first");
    }
    closed("csv", "verify").exits(ExitCode.DOWNLOADS).says("4 missing", "download --repair");
  }

  @Test
  void whyNothingOfAnAnswerCouldBeShownIsSaidToo() {
    String line = "search mission=JWST; sort level; preview 1-5";
    AssertableProgram.Ended open = run(line);
    String why = open.err().lines().reduce((one, last) -> last).orElseThrow();
    closed("table", line).exits(open.code()).says(why.strip());
  }

  @Test
  void allThatIsResumedGoesOnToo() throws IOException {
    List<String> names = data("csv", EIGHT, "show obs_id").out().lines().toList();
    Path missions = Files.createDirectories(folder.resolve("mastDownload/JWST"));
    List<Path> inTheWay = List.of(missions.resolve(names.get(1)), missions.resolve(names.get(3)));
    for (Path one : inTheWay) {
      Files.createFile(one);
    }
    run(EIGHT, "download 1-2").exits(ExitCode.DOWNLOADS);
    run(EIGHT, "download 3-4").exits(ExitCode.DOWNLOADS);
    for (Path one : inTheWay) {
      Files.delete(one);
    }
    closed("csv", "resume all").succeeds().says("download 1: ", "download 2: ");
    assertThat(fetched()).isEqualTo(4);
  }

  private AssertableProgram.Ended closed(String format, String... lines) {
    AssertableProgram program = program().arguments("--format", format).outFailsWith("Broken pipe");
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  private long fetched() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("mastDownload"))) {
      return all.filter(file -> file.toString().endsWith("_i2d.fits")).count();
    }
  }
}
