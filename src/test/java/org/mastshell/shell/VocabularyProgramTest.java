package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** The command vocabulary, and what is kept of the archive's lists. */
class VocabularyProgramTest extends DemoProgramTest {
  private static final String NOWHERE = "http://127.0.0.1:1";

  private Path cache() {
    return folder.resolve("mastshell-home/cache");
  }

  private Path file(String server) {
    String name = server.replaceFirst("http://", "values-").replace(':', '-');
    return cache().resolve(name + ".csv");
  }

  private void keep(String server, String... lines) throws IOException {
    Files.createDirectories(cache());
    Files.write(
        file(server),
        Stream.of(
                Stream.of("asked,2020-02-03T04:05:06Z"),
                Stream.of(lines),
                Stream.of("end," + (lines.length + 1)))
            .flatMap(all -> all)
            .toList());
  }

  private int requests() {
    return archive.requests("/");
  }

  private AssertableProgram.Ended down(String line) {
    return AssertableProgram.in(folder)
        .arguments("--server", NOWHERE)
        .command("set retries 0; " + line)
        .run();
  }

  @Test
  void statusShowsTheListsAndAsksNothing() {
    int before = requests();
    AssertableProgram.Ended ended = run("set format csv; vocabulary");

    ended
        .succeeds()
        .shows("field,bundled,dated,archive,asked,renewal", "instrument_name,73,2026-", "suffix,")
        .says("127.0.0.1 has said nothing yet: vocabulary refresh asks it now");
    assertThat(run("set format csv; vocabulary status").out()).isEqualTo(ended.out());
    assertThat(requests()).isEqualTo(before);
    assertThat(cache()).doesNotExist();
  }

  @Test
  void refreshAsksKeepsAndSaysWhatIsNew() {
    run("set format csv; vocabulary refresh")
        .succeeds()
        .shows("field,values,new,which", "obs_collection,12,0,")
        .says("190 values of 14 fields from 127.0.0.1, ");

    int before = requests();
    assertThat(data("csv", "vocabulary").out())
        .containsPattern(
            "obs_collection,23,2026-\\d\\d-\\d\\d,12,20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d,20")
        .contains("sequence_number,,,11,");
    run("values mission").succeeds().shows("JWST", "337");
    assertThat(requests()).isEqualTo(before);

    run("vocabulary refresh").succeeds().says("0 of them new");
    assertThat(requests()).isGreaterThan(before);
  }

  @Test
  void newIsWhatWasKnownFromNeitherSide() throws IOException {
    try (FaultyArchive renamed =
        FaultyArchive.rewriting(archive.url(), "MIRI/IFU", "MIRI/NEWMODE")) {
      AssertableProgram program =
          AssertableProgram.in(folder)
              .arguments("--server", renamed.url(), "--format", "csv")
              .command("vocabulary refresh");
      program
          .run()
          .succeeds()
          .shows("instrument_name,29,1,MIRI/NEWMODE", "obs_collection,12,0,")
          .says("190 values of 14 fields from 127.0.0.1, ");
      program.run().succeeds().shows("instrument_name,29,0,").says("0 of them new");
    }
  }

  @Test
  void whenTheArchiveIsDownWhatWasHereStays() throws IOException {
    down("vocabulary refresh")
        .exits(ExitCode.ARCHIVE)
        .reportsOneError()
        .says("did not answer", "the lists that come with the program stay in use");
    assertThat(cache()).doesNotExist();

    keep(NOWHERE, "value,obs_collection,JWST,77");
    String kept = Files.readString(file(NOWHERE));
    down("vocabulary refresh")
        .exits(ExitCode.ARCHIVE)
        .reportsOneError()
        .says("what it said on 2020-02-03 04:05 stays in use");
    assertThat(file(NOWHERE)).hasContent(kept);
    down("set format csv; values mission")
        .succeeds()
        .shows("JWST,77,James Webb")
        .says("did not answer", "these are its values of 2020-02-03 04:05");
    down("set format csv; vocabulary")
        .succeeds()
        .shows("obs_collection,23,2026-10-01,1,2020-02-03 04:05,due");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "obs_collection,JWST,77\n", "asked,2020-02-03T04:05:06Z\n", "\u0000"})
  void aDamagedFileIsPassedOverAndRenewed(String text) throws IOException {
    Path file = file(archive.url().toString());
    Files.createDirectories(cache());
    Files.writeString(file, text);

    run("vocabulary").succeeds().says("has said nothing yet").reportsNothing();
    run("vocabulary refresh").succeeds().reportsNothing();
    run("vocabulary").succeeds().says("asked: 127.0.0.1");
  }

  @Test
  void nothingIsKeptWhereTheSettingsDoNotWantIt() {
    run("set cache_age 0; vocabulary refresh; vocabulary")
        .succeeds()
        .says("kept until the shell ends, since cache_age is 0", "cache_age is 0: nothing is kept");
    assertThat(cache()).doesNotExist();
    run("set refresh off; vocabulary").succeeds().says("refresh is off: nothing is asked");
  }

  @Test
  void aCacheThatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectories(cache().getParent());
    Files.writeString(cache(), "a file in the place of the folder");

    run("vocabulary refresh; values mission")
        .succeeds()
        .says("note: the lists cannot be kept in " + cache())
        .shows("337");
  }

  @Test
  void nothingIsKeptOfTheEmbeddedArchive() {
    AssertableProgram.in(folder)
        .arguments("--demo")
        .command("vocabulary refresh; values mission")
        .run()
        .succeeds()
        .shows("337");
    assertThat(cache()).doesNotExist();
  }

  @Test
  void aMistypedValueIsComparedWithThoseThatTheArchiveLists() {
    run("search provenance_name=CALFUES").succeeds().doesNotSay("did you mean");
    run("vocabulary refresh; search provenance_name=CALFUES")
        .succeeds()
        .says("did you mean CALFUSE?");
    run("vocabulary refresh; search provenance_name=CALFUSE").succeeds().doesNotSay("did you mean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vocabulary refrsh | did you mean refresh?",
        "vocabulary now | help vocabulary lists them all",
        "vocabulary refresh now | this is vocabulary refresh",
        "vocabulary --now | no option",
      })
  void whatItDoesNotTakeIsAnError(String line, String advice) {
    run(line).exits(ExitCode.USAGE).reportsOneError().says(advice);
  }

  @Test
  void aColumnThatTheArchiveAnnouncesIsAFieldLikeTheOthers() throws IOException {
    keep(archive.url().toString(), "column,seeing,DECIMAL,arcsec,Seeing,Width of a star,0.7");

    run("set format csv; fields seeing")
        .succeeds()
        .shows("seeing,\"\",observations,decimal,arcsec,Width of a star,0.7");
    run("vocabulary").succeeds().says("fields known from the archive alone: seeing");
    // The rows of this archive lack what its list of columns announces: that is no empty result.
    run(SEARCH + " seeing<1; count")
        .exits(ExitCode.ARCHIVE)
        .says("judged here: seeing=..1", "its rows have no seeing");
    run(SEARCH + " seing<1").exits(ExitCode.USAGE).says("did you mean seeing");
    run(SEARCH + " seeing=blurred").exits(ExitCode.USAGE).says("blurred is no number");
    down("search seeing=1").exits(ExitCode.USAGE).says("no field is called seeing");
  }

  @Test
  void controlCLeavesTheOldOnes() throws Exception {
    try (DemoArchive slow = DemoArchive.start(new DemoOptions(0, 0, Duration.ofMinutes(5), 0))) {
      keep(slow.url().toString(), "value,obs_collection,JWST,77");
      String kept = Files.readString(file(slow.url().toString()));
      StringWriter err = new StringWriter();
      World world =
          new World(
              Map.of(
                  "MASTSHELL_HOME",
                  folder.resolve("mastshell-home").toString(),
                  "MASTSHELL_SERVER",
                  slow.url().toString()),
              folder,
              folder,
              new BufferedReader(new StringReader("")),
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              World.Terminals.none(),
              Clock.systemUTC());
      Interrupts interrupts = new Interrupts();
      CompletableFuture<ExitCode> code =
          CompletableFuture.supplyAsync(
              () -> new Program(world, interrupts).run("-c", "vocabulary refresh"));
      await().until(() -> slow.requests("/api") > 0);
      assertThat(interrupts.interrupt()).isTrue();
      await().until(code::isDone);

      assertThat(code.join()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(err.toString()).contains("interrupted; nothing has changed");
      assertThat(file(slow.url().toString())).hasContent(kept);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-f -", "-i"})
  void scriptsAskNothingInTheBackground(String how) throws IOException {
    keep(archive.url().toString(), "value,obs_collection,JWST,77");
    int before = requests();
    StringWriter out = new StringWriter();
    World world =
        new World(
            Map.of("MASTSHELL_HOME", folder.resolve("mastshell-home").toString()),
            folder,
            folder,
            new WatchfulInput("fields mission\nvocabulary\nvalues suffix\n"),
            new PrintWriter(out),
            new PrintWriter(out),
            World.Terminals.none(),
            Clock.systemUTC());
    String server = archive.url().toString();
    String[] arguments = ("--no-rc --server " + server + " " + how).strip().split(" ");

    assertThat(new Program(world).run(arguments)).as(out.toString()).isEqualTo(ExitCode.DONE);

    assertThat(out.toString()).contains("2020-02-03 04:05", "uncal");
    assertThat(requests()).isEqualTo(before);
  }

  /** Lines; whenever one is asked for, nothing may be going on in the background. */
  private static final class WatchfulInput extends BufferedReader {
    WatchfulInput(String lines) {
      super(new StringReader(lines));
    }

    @Override
    public String readLine() throws IOException {
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("renewal of the lists of values");
      return super.readLine();
    }
  }
}
