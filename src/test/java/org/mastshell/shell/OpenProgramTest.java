package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.archive.Cancellation;
import org.mastshell.archive.CancelledException;
import org.mastshell.command.ExitCode;
import org.opentest4j.TestAbortedException;

/** Pages of a row, in a browser that is a script of the test. */
@DisabledOnOs(OS.WINDOWS)
class OpenProgramTest extends DemoProgramTest {

  private Path browser(String script) throws IOException {
    Path browser = Files.writeString(folder.resolve("browser"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    return browser;
  }

  @Test
  void thePortalOpensAtTheObservation() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = browser("echo \"$1\" >'" + seen + "'; echo noise; echo noise >&2\n");
    program()
        .environment("BROWSER", browser.toString())
        .environment("MAST_API_TOKEN", "test-token-not-a-secret")
        .command(SEARCH)
        .command("open 1")
        .run()
        .succeeds()
        .says("opened the observation in the archive's Portal, at 127.0.0.1")
        .prints("");
    await().until(() -> Files.exists(seen) && Files.size(seen) > 0);
    String address = Files.readString(seen).strip();
    assertThat(URLDecoder.decode(address, StandardCharsets.UTF_8))
        .contains("\"freeText\":\"jw01073-o001_t001_nircam_clear-f277w\"", "CAOMFILTERED");
  }

  @Test
  void aBrowserGetsNoToken() throws IOException {
    Path environment = folder.resolve("environment");
    Path browser = browser("env >'" + environment + "'; echo done >>'" + environment + "'\n");
    program()
        .environment("BROWSER", browser + " %s")
        .environment("MAST_API_TOKEN", "test-token-not-a-secret")
        .environment("KEPT", "yes")
        .command(SEARCH)
        .command("open 2 program")
        .run()
        .succeeds();
    await().until(() -> Files.exists(environment));
    await().until(() -> Files.readString(environment).endsWith("done\n"));
    assertThat(Files.readString(environment)).contains("KEPT=yes").doesNotContain("test-token");
  }

  private Path only(String... programs) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : programs) {
      Path there =
          Stream.of("/usr/bin", "/bin")
              .map(place -> Path.of(place, program))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow(() -> new TestAbortedException("no " + program));
      Files.createSymbolicLink(bin.resolve(program), there);
    }
    return bin;
  }

  // Ctrl-C goes to the process group of the shell: a browser in it would end with the command.
  @ParameterizedTest
  @ValueSource(strings = {"setsid ps", "perl ps"})
  void aBrowserIsInNoGroupThatCtrlCGoesTo(String programs) throws IOException {
    Path groups = folder.resolve("groups");
    Path browser =
        browser(
            "{ ps -o pgid= -p $$; ps -o pgid= -p $PPID; echo done; } >'%s.part'\n".formatted(groups)
                + "/bin/mv '%s.part' '%s'\n".formatted(groups, groups));
    program()
        .environment("BROWSER", browser.toString())
        .environment("PATH", only(programs.split(" ")).toString())
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .succeeds();
    await().until(() -> Files.exists(groups));
    List<String> own = Files.readAllLines(groups).stream().map(String::strip).toList();
    assertThat(own).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void whereNothingMakesSessionsCtrlCIsNotHeeded() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = browser("kill -INT $$; echo alive >'%s'\n".formatted(seen));
    program()
        .environment("BROWSER", browser.toString())
        .environment("PATH", "")
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .succeeds();
    await().until(() -> Files.exists(seen));
  }

  @Test
  void ctrlCEndsTheWaitingAndNotTheBrowser() throws Exception {
    Path started = folder.resolve("started");
    Path ended = folder.resolve("ended");
    Path browser =
        browser(
            "echo >'%s'; while [ -e '%s' ]; do /bin/sleep 0.1; done; echo >'%s'\n"
                .formatted(started, started, ended));
    Cancellation cancellation = new Cancellation();
    Map<String, String> environment = Map.of("BROWSER", browser.toString(), "PATH", "");
    SystemBrowser system = new SystemBrowser(environment, "Linux");
    Thread key =
        new Thread(
            () -> {
              await().until(() -> Files.exists(started));
              cancellation.cancel();
            });
    key.start();
    assertThatThrownBy(() -> system.show(URI.create("http://127.0.0.1:9/"), cancellation))
        .isInstanceOf(CancelledException.class);
    key.join();
    assertThat(ended).doesNotExist();
    Files.delete(started);
    await().until(() -> Files.exists(ended));
  }

  @Test
  void theNextBrowserIsTakenWhereOneIsMissing() throws IOException {
    Path seen = folder.resolve("seen");
    Path browser = browser("echo \"$1\" >'" + seen + "'\n");
    program()
        .environment("BROWSER", "nosuchbrowser:" + browser)
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .succeeds();
    await().until(() -> Files.exists(seen) && Files.size(seen) > 0);
    program()
        .environment("BROWSER", "nosuchbrowser")
        .environment("PATH", "")
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .exits(ExitCode.FAILED)
        .says("there is no program xdg-open");
  }

  @Test
  void whereThereIsNoBrowserTheAddressIsSaid() throws IOException {
    program()
        .environment("BROWSER", folder.resolve("nowhere").toString())
        .environment("PATH", "")
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .exits(ExitCode.FAILED)
        .says("nowhere; there is no program xdg-open", "program/?program=1073", "BROWSER=firefox");
    Path failing = browser("exit 3\n");
    program()
        .environment("BROWSER", failing.toString())
        .environment("PATH", "")
        .command(SEARCH)
        .command("open 1 program")
        .run()
        .exits(ExitCode.FAILED)
        .says("cannot be started");
  }

  @Test
  void linksAreListed() {
    run(SEARCH, "open 3 --links")
        .succeeds()
        .shows("portal", "preview", "data", "program/?program=1073", "https://doi.org/10.");
    assertThat(run(SEARCH, "open 3 --links").out().lines()).last().asString().startsWith("portal ");
    data("json", SEARCH, "products 1 suffix=i2d", "open 1 --links")
        .shows("\"data\":\"http", "Download/file?uri=mast%3AJWST", "\"portal\":");
    // The longest address comes last, whole and on one line, so that it can be copied.
    assertThat(run(SEARCH, "show 3").says("open 3 opens it in").out().lines().toList())
        .anyMatch(line -> line.startsWith("open preview"))
        .anyMatch(line -> line.startsWith("open program"))
        .last()
        .asString()
        .matches("open portal +: http.*Portal\\.html\\?searchQuery=\\S+");
    assertThat(data("csv", SEARCH, "show 3").out()).doesNotContain("open portal");
  }

  @Test
  void aListedFileCanBeFetched() throws Exception {
    String out =
        data("csv", SEARCH, "products 1 suffix=i2d extension=fits", "open 1 data --links").out();
    URI address = URI.create(out.lines().skip(1).findFirst().orElseThrow().strip());
    HttpResponse<byte[]> reply =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(new String(reply.body(), 0, 6, StandardCharsets.US_ASCII)).isEqualTo("SIMPLE");
  }

  @Test
  void mistakesAreExplained() {
    run(SEARCH, "open").exits(ExitCode.USAGE).says("open takes one row", "as in open 1");
    run(SEARCH, "open 1-3").exits(ExitCode.USAGE).says("open takes one row");
    run(SEARCH, "open 1 previw").exits(ExitCode.USAGE).says("no previw", "preview");
    run(SEARCH, "open 99").exits(ExitCode.USAGE);
    run("open 1").exits(ExitCode.FAILED).says("search first");
    run(SEARCH, "products 1 suffix=uncal", "open 1 preview")
        .exits(ExitCode.FAILED)
        .says("row 1 has no preview", "open 1 --links");
    run("sql VALUES (1)", "open 1")
        .exits(ExitCode.FAILED)
        .says("row 1 has no links", "dataURI, obsid or obs_id");
    run(SEARCH, "filter obs_id=nosuch", "open 1")
        .exits(ExitCode.FAILED)
        .says("the set has no rows");
  }
}
