package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/** Files that a mission's search lists, which only that search can give out. */
class DatasetFilesTest extends DemoProgramTest {
  private static final String DATASETS =
      "datasets hst instrument=WFC3 aperture=UVIS* filter=F814W program=16123";
  private static final String FILES = DATASETS + "; products suffix=flc";

  @Test
  void theArchivesScriptThatCannotFetchThemIsNotMade() {
    int scripts = archive.requests("/api/v0.1/Download/bundle.sh");
    for (String option : new String[] {"--curl", "--curl --dry-run"}) {
      run(FILES, "download 1 " + option)
          .exits(ExitCode.FAILED)
          .says("the archive's own script cannot fetch", "download --to curl");
    }
    assertThat(archive.requests("/api/v0.1/Download/bundle.sh")).isEqualTo(scripts);
    assertThat(folder.toFile().list((place, name) -> name.endsWith(".sh"))).isEmpty();
    run(FILES, "download 1 --to curl fetch.sh").succeeds();
    assertThat(folder.resolve("fetch.sh")).content().contains("/search/hst/");
  }

  @Test
  void theyAreNotLookedForInTheCloud() {
    int lookups = archive.requests("/api/v0.1/path_lookup");
    String endpoint = "set cloud_endpoint " + DemoArchive.bucket(archive.url());
    run(endpoint, "set source cloud", FILES, "download 1-2 --dry-run")
        .succeeds()
        .says("not looked for in the cloud: 2 files that a mission's search has listed")
        .doesNotSay("does not have");
    run(endpoint, "set source cloud", FILES, "download 1-2")
        .succeeds()
        .says("not looked for in the cloud: 2 files", "2 files fetched")
        .doesNotSay("does not have");
    run(endpoint, FILES, "download 3-4 --to s5cmd fetch.sh")
        .says("2 files: a mission's search has listed them, so they are not looked for in the")
        .doesNotSay("not known to be in the cloud");
    assertThat(archive.requests("/api/v0.1/path_lookup")).isEqualTo(lookups);
  }

  @Test
  void othersBesideThemAreLookedFor() {
    String both = FILES + "; name hubble; " + SEARCH + "; products 1 suffix=i2d extension=fits";
    run(
            "set cloud_endpoint " + DemoArchive.bucket(archive.url()),
            "set source cloud",
            both,
            "union hubble _",
            "download --dry-run")
        .succeeds()
        .says("the cloud has 13 of 13 public files", "not looked for in the cloud: 5 files");
  }

  @Test
  void aBrowserFindsThem() throws Exception {
    String out = data("csv", FILES, "open 1 data --links").out();
    URI address = URI.create(out.lines().skip(1).findFirst().orElseThrow().strip());
    HttpResponse<byte[]> reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(new String(reply.body(), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("SIMPLE");
  }

  @Test
  void rowsOfKeywordsAndDatasetsHaveLinksToo() {
    data("json", "keywords nircam program=1073 filter=F277W level=1b", "open 1 --links")
        .shows("\"data\":\"http", "uri=mast%3AJWST", "program/?program=1073");
    data("json", DATASETS, "open 1 --links").shows("hst-program-info/program/?program=16123");
  }

  @Test
  void thePictureBesideAFileIsItsPreview() {
    String webb = "datasets jwst program=1073 filter=F277W --limit 2; products";
    for (String wanted :
        new String[] {"preview 1 --output one.jpg", "preview 2 --output two.jpg"}) {
      run(webb, wanted).succeeds();
    }
    assertThat(folder.resolve("one.jpg")).hasSameBinaryContentAs(folder.resolve("two.jpg"));
  }

  @Test
  void theyAreCitedAndDrawnAsTheirDatasetsAre() {
    String cited =
        run(FILES, "cite").succeeds().shows("16123 (PI THORNE)", "Instruments: WFC3").out();
    assertThat(cited).doesNotContain("are not known here");
    for (String drawing : new String[] {"plot sky", "plot time"}) {
      String drawn = run(DATASETS, drawing).succeeds().out();
      assertThat(drawn).isNotBlank();
      run(FILES, drawing).succeeds().prints(drawn.stripTrailing());
    }
  }

  @Test
  void rowsOfKeywordsNameWebbAndTheirProgram() {
    run("keywords nircam program=1073 filter=F277W level=1b", "cite")
        .succeeds()
        .shows("James Webb Space Telescope", "Instruments: NIRCAM", "    1073");
  }
}
