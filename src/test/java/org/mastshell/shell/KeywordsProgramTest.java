package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.command.ExitCode;

/** Keywords of Webb's instruments, from what is typed to the files. */
class KeywordsProgramTest extends DemoProgramTest {
  private static final String RAW = "keywords nircam program=1073 filter=F277W level=1b";

  @Test
  void withoutAWordTheInstrumentsAreListed() {
    run("keywords").succeeds().shows("nircam", "NIRSpec", "guidestar");
    run("keywords miri --fields").succeeds().shows("readpatt", "band").says("");
  }

  @Test
  void whatIsSentIsSaid() {
    run(RAW + " restricted=false")
        .succeeds()
        .says(
            "sent: program=1073 filter=F277W productLevel=1b",
            "judged here: isRestricted=false",
            "62 keyword rows · NIRCam · NRC_IMAGE · 1b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keywords nircam program=1073 filter=F277W level=1b|62",
        "keywords nircam program=1073 filter=f277w level=1b detector=NRCA*|31",
        "keywords nircam program=1073 filter=F277W,F444W level=1b|70",
        "keywords nircam program=1073 filter=F277W level=1b,1a|62",
        "keywords nircam program=1073 filter=F277W level=1b start=2022-06|26",
        "keywords nircam program=1073 filter=F277W level=1b exptime<1min|0",
        "keywords nircam program=1073 filter=F277W level=1b filter!=F277W|0",
        "keywords nircam program=1073 filter=F277W level~1|62",
        "keywords nircam program=1073 filter=F277W level=1b visit=1 observtn=6|18",
        "keywords nircam program=1000..1100 filter=F277W level=1b|62",
        "keywords nircam program>1073 filter=F277W level=1b|0",
      })
  void criteriaAreThoseOfOtherCommands(String line, int rows) {
    run(line + " --count").succeeds().prints(Integer.toString(rows));
    data("csv", line, "count").prints(Integer.toString(rows));
  }

  @Test
  void theFilesAreListedWithoutAskingAgain() {
    int before = archive.requests("/api/v0/invoke");
    run(RAW, "products", "unique").succeeds().says("62 products");
    // Counted first, then fetched.
    assertThat(archive.requests("/api/v0/invoke") - before).isEqualTo(2);
  }

  @Test
  void theFilesAreFetchedAndHaveTheSumThatWasListed() throws IOException, NoSuchAlgorithmException {
    String listed =
        data("csv", RAW + " --limit 1", "show filename checksum").out().lines().toList().get(1);
    String name = listed.substring(0, listed.indexOf(','));
    run(RAW + " --limit 1", "products", "download --flat --dir here").succeeds();
    Path file = folder.resolve("here").resolve(name);
    byte[] sum = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
    assertThat(listed).endsWith("," + HexFormat.of().formatHex(sum));
  }

  @Test
  void aFileThatHasNotTheListedSumIsRefused() throws IOException {
    String sum = sum();
    try (FaultyArchive other = FaultyArchive.rewriting(archive.url(), sum, "0".repeat(32))) {
      String[] lines = {RAW + " --limit 1", "products", "set retries 1"};
      AssertableProgram program =
          AssertableProgram.in(folder).arguments("--server", other.url().toString());
      for (String line : lines) {
        program.command(line);
      }
      program
          .command("download --flat --dir here")
          .run()
          .exits(ExitCode.DOWNLOADS)
          .shows("its MD5 is " + sum, "the archive lists " + "0".repeat(32));
      assertThat(folder.resolve("here").toFile().list((place, name) -> name.endsWith(".fits")))
          .isEmpty();
    }
  }

  @Test
  void theListedSumGoesWithADownloadInTheBackground() throws IOException {
    String sum = sum();
    try (FaultyArchive other = FaultyArchive.rewriting(archive.url(), sum, "0".repeat(32))) {
      AssertableProgram program =
          AssertableProgram.in(folder).arguments("--server", other.url().toString());
      program
          .command(RAW + " --limit 1")
          .command("products; set retries 1")
          .command("download --flat --dir here --background")
          .run()
          .exits(ExitCode.DOWNLOADS);
    }
  }

  private String sum() {
    return data("csv", RAW + " --limit 1", "show checksum").out().lines().toList().get(1);
  }

  @Test
  void theObservationsAreFound() {
    run("keywords nircam program=1073 filter=F277W level=3", "observations", "products suffix=i2d")
        .succeeds()
        .says("12 observations · JWST", "products of 12 observations");
  }

  @Test
  void fromTheProductsTheWayGoesBack() {
    run(RAW, "products", "observations").succeeds().says("62 keyword rows · NIRCam");
  }

  @Test
  void aSetOfKeywordsIsLikeAnyOther() {
    run(
            RAW,
            "facets detector",
            "filter facet:1",
            "sort -exptime",
            "pick 1-3",
            "describe",
            "stats exptime",
            "sql SELECT detector, count(*) AS n FROM _ GROUP BY detector",
            "undo",
            "export three.ecsv",
            "refresh",
            "export script again.mast")
        .succeeds()
        .shows("NRCALONG")
        .reportsNothing();
    program().arguments("again.mast").run().succeeds().says("3 keyword rows");
    assertThat(folder.resolve("three.ecsv"))
        .content()
        .contains("Effective exposure time", "unit: \"s\"");
  }

  @Test
  void datesThatAreWrittenOutAreDates() {
    data("csv", RAW + " --columns all --limit 1", "show date_obs date_obs_mjd")
        .shows("date_obs,date_obs_mjd", "59754.01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keywords nircan program=1|no instrument is called nircan|did you mean nircam?",
        "keywords nircam programm=1|NIRCam has no column programm|did you mean program?",
        "keywords program=3|of which instrument?|the name comes first",
        "keywords nircam|at least one criterion|--fields",
        "keywords nircam object=\"M 101\"|keywords knows no positions|search finds",
        "keywords nircam program=x|x is no whole number|numbers like",
        "keywords nircam program>1000|nothing of this can be asked|--all",
        "keywords nircam restricted=true|nothing of this can be asked|--all",
        "keywords nircam miri program=1|takes the name of one instrument|",
      })
  void badInputIsExplainedAndNothingIsAsked(String line, String message, String advice) {
    int before = archive.requests("/api");
    run(line).exits(ExitCode.USAGE).reportsOneError().says(message, advice == null ? "" : advice);
    assertThat(archive.requests("/api")).isEqualTo(before);
  }

  @Test
  void anInstrumentThatTheArchiveLacksIsRefusedByIt() {
    run("keywords wss program=1073").exits(ExitCode.FAILED).says("Unknown service");
  }

  @Test
  void aColumnThatDidNotComeIsFetchedByItsOwnCommand() {
    run("keywords nircam program=1073 filter=F277W level=1b", "show nosuch")
        .reportsOneError()
        .says("keywords … --columns all fetches every column");
    run("catalog tic coordinates='210.8 54.3' radius=5arcmin", "show nosuch")
        .reportsOneError()
        .says("catalog … --columns all fetches every column");
  }
}
