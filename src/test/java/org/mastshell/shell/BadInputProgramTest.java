package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** Bad input of every kind: one clear message, the code that is documented, nothing changed. */
class BadInputProgramTest extends DemoProgramTest {
  private static final String HTML =
      "<!DOCTYPE html><html><body><h1>Maintenance</h1></body></html>";

  /** The code with which a script of the lines ends, and that a shell still has its 12 rows. */
  private AssertableProgram.Ended refused(ExitCode code, String... lines) {
    String[] script = Stream.concat(Stream.of(SEARCH), Stream.of(lines)).toArray(String[]::new);
    run(script).exits(code).reportsOneError();
    String[] typed = Stream.concat(Stream.of(script), Stream.of("count")).toArray(String[]::new);
    return type(typed).succeeds().reportsOneError().shows("12\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "search obs_colection=JWST | no field is called obs_colection | did you mean obs_collection",
        "search mission=JWST date=2022-13-45 | 2022-13-45 is no date | a date is like",
        "search mission=JWST start=2022-06..2022-05 | 2022 | ^",
        "search mission=JWST --frobnicate | search has no option --frobnicate | --count, --limit",
        "search mission=JWST exptime>5parsec | 5parsec | s",
        "search mission=JWST level=three | three | ^",
        "search mission= | mission | ^",
        "search mission | mission | ^",
        "search coordinates=nowhere | nowhere | ^",
        "search coordinates=\"10 20\" radius=-1 | -1 | ^",
        "search radius=3arcmin | radius | ^",
        "search target=@missing.txt | missing.txt | ^",
        "source missing.mast | there is no script missing.mast | looked for",
        "frobnicate | no command is called frobnicate | help",
        "count extra | extra | ^",
        "undo 3 | 3 | ^",
        "filter filters~/(/ | regular expression | ^",
      })
  void whatCannotBeReadIsAUsageError(String line, String what, String advice) {
    refused(ExitCode.USAGE, line).says(what, advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\""})
  void aQuoteThatIsNeverClosedIsAUsageError(String quote) {
    String open = "search target=" + quote + "M 101";
    String said = "the quote " + quote + " is not closed";
    run(SEARCH, open).exits(ExitCode.USAGE).reportsOneError().says(said, "close it with");
    type(SEARCH, open, "count", "M" + quote, "count").reportsNothing().shows("0\n");
    type(SEARCH, open, "count").succeeds().reportsOneError().says(said, "close it with");
  }

  @Test
  void nothingIsSentForALineThatCannotBeRead() {
    int before = archive.requests("/");
    run("search mission=JWST filterz=F277W").exits(ExitCode.USAGE);
    assertThat(archive.requests("/")).isEqualTo(before);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(200, "text/html", HTML),
        Arguments.of(503, "text/html", HTML),
        Arguments.of(502, "text/plain", ""),
        Arguments.of(200, "application/json", "{\"status\":\"COMPLETE\",\"data\":[{\"obs_id\":"),
        Arguments.of(200, "application/json", ""),
        Arguments.of(200, "application/json", "[]"),
        Arguments.of(200, "application/json", "{\"status\":\"COMPLETE\"}"),
        Arguments.of(404, "text/html", HTML),
        Arguments.of(200, "application/json", "{\"status\":\"WHATEVER\",\"msg\":\"x\"}"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void anArchiveThatAnswersNonsenseIsAFaultOfTheArchive(int status, String type, String body)
      throws IOException {
    try (FaultyArchive faulty = FaultyArchive.answering(status, type, body)) {
      String move = "set server " + faulty.url();
      for (String line : new String[] {"search program=1", "products"}) {
        refused(ExitCode.ARCHIVE, "set retries 0", move, line).doesNotSay("<html", "\tat ");
      }
    }
  }

  @Test
  void anAccountServiceThatAnswersNonsenseIsAFaultToo() throws IOException {
    try (FaultyArchive faulty = FaultyArchive.answering(200, "text/html", HTML)) {
      String move = "set server " + faulty.url();
      refused(ExitCode.ARCHIVE, "set retries 0", move, "whoami").doesNotSay("<html");
    }
  }

  @Test
  void aRefusedConnectionIsSaid() {
    refused(ExitCode.ARCHIVE, "set retries 0", "set server http://127.0.0.1:1", "products")
        .says("the archive at 127.0.0.1 did not answer (connection refused)", "set server");
  }

  @Test
  void anUnknownHostIsSaid() {
    refused(
            ExitCode.ARCHIVE,
            "set retries 0",
            "set server http://no-such-host.invalid",
            "search program=1")
        .says("no-such-host.invalid did not answer (its address is unknown)");
  }

  @Test
  void aQuestionThatTheArchiveRejectsIsAFailure() throws IOException {
    String body = "{\"status\":\"ERROR\",\"msg\":\"Invalid column name 'x'.\"}";
    try (FaultyArchive faulty = FaultyArchive.answering(200, "application/json", body)) {
      refused(ExitCode.FAILED, "set server " + faulty.url(), "search program=1")
          .says("Invalid column name 'x'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"download", "download --flat", "download --curl"})
  void aDownloadFolderThatCannotBeMadeIsSaid(String download) throws IOException {
    Files.writeString(folder.resolve("taken"), "this is a file");
    run("set download_dir taken/below", SEARCH, "products 1 suffix=i2d visit=1", download)
        .exits(ExitCode.FAILED)
        .reportsOneError()
        .says("taken")
        .doesNotSay("fault of the program");
    type("set download_dir taken/below", SEARCH, "products 1 suffix=i2d visit=1", download, "count")
        .reportsOneError()
        .shows("4\n");
    assertThat(folder.resolve("taken")).hasContent("this is a file");
  }

  @Test
  void aReadOnlyDownloadFolderIsSaid() throws IOException {
    Path readOnly = Files.createDirectory(folder.resolve("readonly"));
    assertThat(readOnly.toFile().setWritable(false)).isTrue();
    // The superuser may write there all the same, but not among the processes.
    Path place = Files.isWritable(readOnly) ? Path.of("/proc/self") : readOnly;
    assumeThat(place).exists();
    for (String option : new String[] {"--dir " + place, "--curl " + place + "/x.sh"}) {
      run(SEARCH, "products 1 suffix=i2d visit=1", "download " + option)
          .exits(ExitCode.FAILED)
          .reportsOneError()
          .says(place.toString())
          .doesNotSay("fault of the program");
    }
  }

  @Test
  void aDiskThatIsTooFullIsSaidBeforeAnythingIsFetched() throws IOException {
    try (FaultyArchive vast =
        FaultyArchive.rewriting(archive.url(), "\"size\":20160", "\"size\":9000000000000000")) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("--server", vast.url(), "--on-error", "continue")
              .typed(SEARCH, "products 1 suffix=i2d visit=1", "download", "count")
              .run()
              .exits(ExitCode.FAILED)
              .reportsOneError()
              .says("these files need ", "free");
      ended.prints("4");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".fits"))).isEmpty();
    }
  }

  @Test
  void aWrongTokenIsRefused() {
    program()
        .environment("MAST_API_TOKEN", "wrong-token-not-a-secret")
        .arguments("-i")
        .typed(SEARCH, "login", "wrong-token-not-a-secret", "count")
        .run()
        .succeeds()
        .reportsOneError()
        .says("the archive refused the token")
        .prints("12");
    program()
        .environment("MAST_API_TOKEN", "wrong-token-not-a-secret")
        .command("login")
        .run()
        .exits(ExitCode.LOGIN)
        .reportsOneError();
  }

  @Test
  void controlCharactersOfTheArchiveDoNotReachTheScreen() throws IOException {
    String body = "{\"status\":\"ERROR\",\"msg\":\"bad \\u001b[31mred\\u0007 column\"}";
    try (FaultyArchive faulty = FaultyArchive.answering(200, "application/json", body)) {
      AssertableProgram.Ended ended =
          run("set retries 0", "set server " + faulty.url(), "search program=1");
      assertThat(ended.err()).doesNotContain("\u001b", "\u0007");
      assertThat(ended.code()).isNotEqualTo(ExitCode.DONE);
    }
  }
}
