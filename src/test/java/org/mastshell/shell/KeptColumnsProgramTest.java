package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.terminal.Candidates;

/** The columns that missions' searches announce outlast the program. */
class KeptColumnsProgramTest extends DemoProgramTest {
  private static final String NOWHERE = "http://127.0.0.1:1";
  private static final String ANNOUNCED =
      """
      [{"column_name": "nova_mag", "qual_type": "float", "field_name": "Nova",
        "description": "Brightness of the nova"}]
      """;

  private Path cache(String home) {
    return folder.resolve(home).resolve("cache");
  }

  private Path file(String home, String server, String mission) {
    String address = server.replaceFirst("http://", "").replaceFirst("/$", "").replace(':', '-');
    return cache(home).resolve("columns-" + mission + "-" + address + ".csv");
  }

  private void keep(String home, String server, String asked, String... lines) throws IOException {
    Files.createDirectories(cache(home));
    Files.write(
        file(home, server, "jwst"),
        Stream.of(
                Stream.of("asked," + asked),
                Stream.of(lines),
                Stream.of("end," + (lines.length + 1)))
            .flatMap(all -> all)
            .toList());
  }

  private void keepNova(String server, String asked) throws IOException {
    keep("mastshell-home", server, asked, "column,nova_mag,DECIMAL,,Nova,Brightness of the nova,");
  }

  private AssertableProgram.Ended at(String server, String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder).arguments("--server", server).at("2026-11-22T12:00:00Z");
    program.command("set retries 0");
    List.of(lines).forEach(program::command);
    return program.run();
  }

  private int questions() {
    return archive.requests("/search/util");
  }

  @Test
  void theyAreKnownToALaterProgramWithoutTheArchive() throws IOException {
    String server;
    try (FaultyArchive announcing =
        FaultyArchive.answeringFor(
            archive.url(),
            "column_list",
            "application/json",
            ANNOUNCED.getBytes(StandardCharsets.UTF_8))) {
      server = announcing.url();
      at(server, "datasets jwst --fields").succeeds().shows("nova_mag");
    }

    at(server, "datasets jwst nova_mga=3")
        .exits(ExitCode.USAGE)
        .says("did you mean nova_mag?")
        .reportsOneError();
    at(server, "datasets jwst nova_mag=bright").exits(ExitCode.USAGE).says("bright is no number");
    at(server, "datasets hst nova_mag=3").exits(ExitCode.ARCHIVE);
    at(NOWHERE, "datasets jwst nova_mag=3").exits(ExitCode.ARCHIVE).doesNotSay("sent:");
  }

  @Test
  void tabOffersThem() throws IOException {
    keep("home", NOWHERE, "2026-11-01T10:00:00Z", "column,nova_mag,DECIMAL,,Nova,Brightness,");
    try (PersonAtShell person = new PersonAtShell(folder, NOWHERE)) {
      Candidates candidates = new Candidates(person.view());
      assertThat(candidates.at("datasets jwst nov|").inserted()).containsExactly("nova_mag=");
      assertThat(candidates.at("datasets hst nov|").inserted()).doesNotContain("nova_mag=");
      person.type("set server " + archive.url());
      assertThat(new Candidates(person.view()).at("datasets jwst nov|").inserted())
          .doesNotContain("nova_mag=");
    }
  }

  @Test
  void theArchiveIsAskedAgainWhenTheyAreOld() throws IOException {
    String server = archive.url().toString();
    int before = questions();
    at(server, "datasets jwst programm=1").exits(ExitCode.USAGE);
    assertThat(questions()).isEqualTo(before + 1);
    at(server, "datasets jwst programm=1").exits(ExitCode.USAGE);
    assertThat(questions()).isEqualTo(before + 1);

    keepNova(server, "2026-11-14T10:00:00Z");
    at(server, "datasets jwst nova_mga=1").exits(ExitCode.USAGE).doesNotSay("nova_mag?");
    assertThat(questions()).isEqualTo(before + 2);
    assertThat(file("mastshell-home", server, "jwst"))
        .content()
        .contains("asked,2026-11-22T12:00:00Z")
        .doesNotContain("nova_mag");
    // What is known of old is asked for again, too.
    keepNova(server, "2026-11-14T10:00:00Z");
    at(server, "datasets jwst nova_mag=1").exits(ExitCode.USAGE).says("has no column nova_mag");
    assertThat(questions()).isEqualTo(before + 3);
    // One of the future has a wrong date.
    keepNova(server, "2027-11-14T10:00:00Z");
    at(server, "datasets jwst nova_mga=1").exits(ExitCode.USAGE);
    assertThat(questions()).isEqualTo(before + 4);
  }

  @Test
  void whatIsOldServesWhileTheArchiveDoesNotAnswer() throws IOException {
    keepNova(NOWHERE, "2026-01-02T10:00:00Z");

    at(NOWHERE, "datasets jwst nova_mga=1")
        .exits(ExitCode.USAGE)
        .says(
            "did not answer (connection refused); these are its columns of 2026-01-02 10:00",
            "nova_mag?");
    at(NOWHERE, "datasets jwst --fields")
        .succeeds()
        .shows("nova_mag")
        .says("did not answer (connection refused); these are its columns of 2026-01-02 10:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000",
        "asked,2026-11-22T11:00:00Z\ncolumn,nova_mag,DECIMAL,,Nova,Brightness,\n",
        "asked,2026-11-22T11:00:00Z\ncolumn,nova_mag,DECIMAL,,Nova,Brightness,\nend,7\n",
        "asked,2026-11-22T11:00:00Z\ncolumn,nova_mag,WEIGHT,,Nova,Brightness,\nend,2\n",
        "asked,2026-11-22T11:00:00Z\ncolumn,nova mag,DECIMAL,,Nova,Brightness,\nend,2\n",
        "asked,2026-11-22T11:00:00Z\ncolumn,nova_mag,DECIMAL,,Nova,\u001b[31mred,\nend,2\n",
        "asked,now\nend,1\n",
      })
  void aDamagedOrForgedFileIsPassedOverAndAskedForAnew(String text) throws IOException {
    String server = archive.url().toString();
    Path file = file("mastshell-home", server, "jwst");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    int before = questions();

    at(server, "datasets jwst nova_mga=3")
        .exits(ExitCode.USAGE)
        .reportsOneError()
        .doesNotSay("nova_mag?");

    assertThat(questions()).isEqualTo(before + 1);
    assertThat(file).content().contains("opticalElements");
  }

  @Test
  void aRefreshOfTheVocabularyRenewsThoseThatAreKept() throws IOException {
    String server = archive.url().toString();
    keepNova(server, "2026-11-20T10:00:00Z");
    int before = questions();

    at(server, "vocabulary refresh").succeeds().says("columns of mission searches: jwst");
    assertThat(questions()).isEqualTo(before + 1);
    assertThat(file("mastshell-home", server, "jwst"))
        .content()
        .contains("asked,2026-11-22T12:00:00Z")
        .doesNotContain("nova_mag");
    at(server, "vocabulary").succeeds().says("columns of mission searches: jwst, 2026-11-22 12:00");
  }

  @Test
  void theCacheShowsAndClearsThem() throws IOException {
    String server = archive.url().toString();
    at(server, "datasets jwst --fields; datasets hst --fields").succeeds();

    at(server, "set format csv; cache").succeeds().shows("columns,127.0.0.1:", ",none,2,");
    at(server, "cache clear values").succeeds().says("2 lists of columns removed");
    assertThat(file("mastshell-home", server, "jwst")).doesNotExist();
    int before = questions();
    at(server, "cache clear values; datasets jwst programm=1").exits(ExitCode.USAGE);
    assertThat(questions()).isEqualTo(before + 1);
  }

  @Test
  void nothingIsKeptWhereTheSettingsOrTheFolderDoNotLetIt() throws IOException {
    String server = archive.url().toString();
    at(server, "set cache_age 0; datasets jwst --fields").succeeds();
    assertThat(cache("mastshell-home")).doesNotExist();
    AssertableProgram.in(folder)
        .arguments("--demo")
        .command("datasets jwst --fields")
        .run()
        .succeeds();
    assertThat(cache("mastshell-home")).doesNotExist();

    keepNova(server, "2026-11-20T10:00:00Z");
    at(server, "set cache_age 0; datasets jwst nova_mga=1")
        .exits(ExitCode.USAGE)
        .doesNotSay("mag?");
    Path folder = cache("mastshell-home");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      at(server, "datasets jwst nova_mga=1").exits(ExitCode.USAGE).says("nova_mag?");
      at(server, "datasets hst --fields").succeeds().reportsNothing().shows("sci_obs_type");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void safeModeReadsAndKeepsThem() throws IOException {
    String server = archive.url().toString();
    Path visitors = Files.createDirectories(folder.resolve("visitors"));
    AssertableProgram safe =
        AssertableProgram.in(visitors)
            .home(folder)
            .arguments("--safe", "--server", server)
            .command("datasets jwst programm=1");
    int before = questions();
    safe.run().exits(ExitCode.USAGE).says("did you mean program?");
    safe.run().exits(ExitCode.USAGE);
    assertThat(questions()).isEqualTo(before + 1);
  }
}
