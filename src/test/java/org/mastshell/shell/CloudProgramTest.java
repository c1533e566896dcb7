package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

class CloudProgramTest extends DemoProgramTest {
  private static final String ONE = SEARCH + "; products 1 suffix=i2d visit=1 --previews; unique";
  private static final String LOOKUP = "/api/v0.1/path_lookup";
  private static final String BUCKET = "/stpubdata";
  private static final String DOWNLOADS = "/api/v0.1/Download/file";

  private String endpoint() {
    return "set cloud_endpoint " + DemoArchive.bucket(archive.url());
  }

  @Test
  void publicFilesComeFromTheBucket() throws IOException {
    int bucket = archive.requests(BUCKET);
    int downloads = archive.requests(DOWNLOADS);
    int lookups = archive.requests(LOOKUP);
    run(endpoint(), "set source auto", ONE, "download")
        .succeeds()
        .says("the cloud has 4 of 12 public files", "4 from the cloud, 8 from the archive");
    assertThat(archive.requests(BUCKET) - bucket).isEqualTo(4);
    assertThat(archive.requests(DOWNLOADS) - downloads).isEqualTo(8);
    assertThat(archive.requests(LOOKUP) - lookups).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("mastDownload/manifest.csv")))
        .anySatisfy(line -> assertThat(line).endsWith(",cloud"))
        .anySatisfy(line -> assertThat(line).endsWith(",archive"));

    run(endpoint(), "set source auto", ONE, "download --update")
        .succeeds()
        .says("0 files fetched", "12 here already");
    run(ONE, "download --update")
        .succeeds()
        .says("12 here already")
        .shows("it came from the cloud, which alone can say if it changed");
    program()
        .screen(100, 14)
        .command(ONE + "; download --update")
        .run()
        .succeeds()
        .says("12 here already", "4 files: here; it came from the cloud, which alone can say if")
        .doesNotSay("files: unchanged at the archive");
  }

  @Test
  void cloudSaysWhatItDidNotFindThere() {
    run(endpoint(), "set source cloud", ONE, "download")
        .succeeds()
        .says("from the archive, since the cloud does not have: ", ".jpg")
        .shows("from the archive: the cloud does not have it");
  }

  @Test
  void thePlanSaysHowManyFilesTheCloudHas() throws IOException {
    int lookups = archive.requests(LOOKUP);
    run(endpoint(), "set source cloud", ONE, "download --dry-run")
        .succeeds()
        .says("the cloud has 4 of 12 public files", "from the archive, since the cloud does not");
    assertThat(archive.requests(LOOKUP) - lookups).isEqualTo(1);
    String set = String.join("; ", endpoint(), "set source cloud", ONE);
    JsonNode plan = new ObjectMapper().readTree(data("json", set, "download --dry-run").out());
    assertThat(plan.get("in_cloud").asInt()).isEqualTo(4);
    plan = new ObjectMapper().readTree(data("json", ONE, "download --dry-run").out());
    assertThat(plan.get("in_cloud").isNull()).isTrue();
    lookups = archive.requests(LOOKUP);
    run(set, "download --background").succeeds().says("4 from the cloud, 8 from the archive");
    assertThat(archive.requests(LOOKUP) - lookups).isEqualTo(1);
  }

  @Test
  void whatIsGoneOnWithComesTheSameWay() throws Exception {
    String two = SEARCH + "; products 1 suffix=i2d visit=1; unique; pick 1-2";
    try (FaultyArchive faulty = FaultyArchive.failingFor(archive.url(), "_i2d.fits", 503)) {
      for (String folder : List.of("a", "b", "c")) {
        AssertableProgram.in(this.folder)
            .arguments("--server", faulty.url())
            .command("set retries 0; set cloud_endpoint " + faulty.url() + BUCKET)
            .command("set source cloud; " + two + "; download --dir " + folder)
            .run()
            .exits(ExitCode.DOWNLOADS);
      }
    }
    for (int job = 1; job <= 3; job++) {
      Path file = folder.resolve("mastshell-home/state/downloads").resolve(job + ".jsonl");
      // As if the archive had moved to an address where it is well.
      Files.writeString(
          file, Files.readString(file).replaceFirst("http://[0-9.:]+", archive.url().toString()));
    }
    run(endpoint(), "resume 1")
        .succeeds()
        .says(
            "  source cloud, as it was begun\n", "2 of 2 public files", "2 from the cloud, 0 from");
    run(endpoint(), "resume 2 --background")
        .succeeds()
        .says("  source cloud, as it was begun\n", "2 from the cloud, 0 from the archive");
    run(endpoint(), "set source archive", "resume 3")
        .succeeds()
        .says("  source archive, as it is set now; it was begun with source cloud\n")
        .doesNotSay("from the cloud");
  }

  @Test
  void aBucketThatDoesNotAnswerIsCalledThat() {
    run("set cloud_endpoint https://127.0.0.1:9", "set source auto", ONE, "download")
        .succeeds()
        .says("0 from the cloud, 12 from the archive")
        .shows("the bucket at 127.0.0.1 did not answer")
        .doesNotSay("the archive at 127.0.0.1");
  }

  @Test
  void exclusiveFilesAreNotLookedUp() {
    int lookups = archive.requests(LOOKUP);
    int bucket = archive.requests(BUCKET);
    program()
        .environment("MAST_API_TOKEN", DemoArchive.TEST_TOKEN)
        .command(endpoint())
        .command("set source cloud")
        .command("search rights=exclusive level=2; products 1 productType=SCIENCE")
        .command("download")
        .run()
        .succeeds();
    assertThat(archive.requests(LOOKUP)).isEqualTo(lookups);
    assertThat(archive.requests(BUCKET)).isEqualTo(bucket);
  }

  @Test
  void theEndpointIsASafeAddress() {
    run("set cloud_endpoint http://example.org").exits(ExitCode.USAGE).says("https address");
    run("set cloud_endpoint https://mirror.example.org/stpubdata").succeeds();
    run("set source clowd").says("did you mean cloud?");
  }
}
