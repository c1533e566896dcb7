package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;

/** What is said of bytes, sizes and refusals before and after a download. */
class DownloadWordsProgramTest extends DemoProgramTest {
  private static final String EIGHT = SEARCH + "; products 1 suffix=i2d visit=1,2; unique";
  private static final String NAME = "jw01073001001_02101_00001_nrcalong_i2d.fits";
  private static final int KEPT = 10_160;

  @Test
  void bytesThatWereHereAreNotCountedAsFetched() throws IOException {
    run(EIGHT, "download 1").succeeds().says("1 file fetched, 20.2 kB").doesNotSay("of parts");
    breakOff();
    run(EIGHT, "download --dry-run 1-2")
        .succeeds()
        .says("2 files to fetch, 30.2 kB · 1 partly here, 10.2 kB");
    run(EIGHT, "download 1-2")
        .succeeds()
        .says("2 files to fetch, 30.2 kB", "2 files fetched, 30.2 kB · 10.2 kB of parts were here");
    run("verify").succeeds().says("2 good");
  }

  @Test
  void eventsTellBytesThatWereHereApart() throws IOException {
    run(EIGHT, "download 1").succeeds();
    breakOff();
    String end = data("jsonl", EIGHT, "download 1").out().lines().reduce("", (a, b) -> b);
    JsonNode event = new ObjectMapper().readTree(end);
    assertThat(event.get("bytes").asInt()).isEqualTo(20_160 - KEPT);
    assertThat(event.get("bytes_kept").asInt()).isEqualTo(KEPT);
  }

  @Test
  void aSizeThatNobodyKnowsIsNotNothing() throws IOException {
    Files.writeString(folder.resolve("rows.csv"), "dataURI\nmast:JWST/product/no_such.fits\n");
    run("import rows.csv", "download --dry-run")
        .succeeds()
        .says("  1 file to fetch · 0 here · 1 of unknown size")
        .doesNotSay("0 B");
    run("import rows.csv", "download").exits(ExitCode.DOWNLOADS);
    run("jobs").succeeds();
    JsonNode jobs = new ObjectMapper().readTree(data("json", "jobs").out());
    assertThat(jobs.get(0).get("size").isNull()).isTrue();
  }

  @Test
  void someSizesThatNobodyKnowsMakeALowerLimit() throws IOException {
    Files.writeString(
        folder.resolve("rows.csv"),
        "dataURI,size\nmast:JWST/product/no_such.fits,\nmast:JWST/product/other.fits,500\n");
    run("import rows.csv", "download --dry-run")
        .succeeds()
        .says("  2 files to fetch, at least 500 B · 0 here · 1 of unknown size");
  }

  @Test
  void aPublicFileThatIsRefusedIsNotCalledExclusive() throws Exception {
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), NAME, 403)) {
      AssertableProgram.in(folder)
          .arguments("--server", faulty.url())
          .command(EIGHT + "; download")
          .run()
          .exits(ExitCode.LOGIN)
          .says("7 files fetched", "1 refused")
          .says("1 file was refused by the archive, which lists it as public")
          .doesNotSay("exclusive");
    }
  }

  @Test
  void whatIsOfUnverifiedVersionIsSaidOfWhatIsHere() throws IOException {
    run(EIGHT, "download 1-3").succeeds();
    Files.delete(folder.resolve("mastDownload/manifest.csv"));
    Files.writeString(place(), "another length");
    run(EIGHT, "download --dry-run --existing overwrite 1-3").succeeds().says("3 replace what");
    run(EIGHT, "download --dry-run 1-3")
        .succeeds()
        .says("2 here, 40.3 kB (2 of unverified version)")
        .doesNotSay("of them");
  }

  @Test
  void aFormatCanBeAskedForByTheCommand() throws IOException {
    ObjectMapper json = new ObjectMapper();
    AssertableProgram.Ended plan = quiet(EIGHT, "download --dry-run --format json 1-2");
    assertThat(json.readTree(plan.out()).get("to_fetch").asInt()).isEqualTo(2);
    assertThat(quiet(EIGHT, "download --format jsonl 1-2").out().lines()).hasSize(4);
    assertThat(json.readTree(quiet("verify --format json").out())).hasSize(2);
    assertThat(json.readTree(quiet("jobs --format json").out())).isEmpty();
    assertThat(quiet(EIGHT, "download 1-3 --format csv").out()).startsWith("file,status,bytes");
    Files.delete(place());
    assertThat(json.readTree(quiet("download --repair --dry-run --format json").out()).size())
        .isPositive();
    Path inTheWay = Files.createDirectory(place());
    run(EIGHT, "download 1,4").exits(ExitCode.DOWNLOADS);
    Files.delete(inTheWay);
    assertThat(quiet("resume --format jsonl").out().lines()).hasSize(4);
    type(EIGHT, "download --background --format jsonl").says("at a prompt it is told in words");
    type("resume --background --format csv").says("at a prompt it is told in words");
    run("verify --format nosuch").exits(ExitCode.USAGE).says("no format is called nosuch");
  }

  private AssertableProgram.Ended quiet(String... lines) {
    AssertableProgram program = program().arguments("--quiet");
    for (String line : lines) {
      program.command(line);
    }
    return program.run().succeeds();
  }

  private Path place() {
    return folder.resolve("mastDownload/JWST/jw01073001001_02101_00001_nrcalong/" + NAME);
  }

  /** Makes of the file, and its record, what a download leaves that was broken off. */
  private void breakOff() throws IOException {
    Path root = folder.resolve("mastDownload");
    ObjectMapper json = new ObjectMapper();
    JsonNode entry = json.readTree(root.resolve("manifest.json").toFile()).get(0);
    ObjectNode note = json.createObjectNode().put("form", "mastshell part 1");
    for (String name : new String[] {"uri", "version", "listed_size"}) {
      note.set(name, entry.get(name));
    }
    note.set("length", entry.get("bytes"));
    for (String name : new String[] {"etag", "last_modified", "source"}) {
      note.set(name, entry.get(name));
    }
    note.put("bytes", KEPT);
    byte[] all = Files.readAllBytes(place());
    Files.write(Path.of(place() + ".part"), Arrays.copyOf(all, KEPT));
    Files.writeString(Path.of(place() + ".part.json"), note.toString());
    Files.delete(place());
    Files.delete(root.resolve("manifest.csv"));
    Files.delete(root.resolve("manifest.json"));
  }
}
