package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.demo.DemoArchive;

/** The token is nowhere but where it was stored, whatever was done while it was in use. */
@DisabledOnOs(OS.WINDOWS)
class TokenTracesProgramTest extends DemoProgramTest {
  private static final String TOKEN = DemoArchive.TEST_TOKEN;
  private static final TokenTraces TRACES = new TokenTraces(TOKEN);
  private static final String EXCLUSIVE = "search rights=exclusive level=2; name secret";

  /** All that writes, speaks or starts something, and what goes wrong. */
  private static final List<String> EVERYTHING =
      List.of(
          "log notes.txt",
          "whoami",
          EXCLUSIVE,
          "export observations.csv; export observations.ecsv; export observations.sqlite",
          "report page.html --thumbnails; plot sky --output sky.svg; preview 1 --output p.png",
          "export script all.mast; export script all.py --as python",
          "export script all.sh --as curl",
          "show 1; describe; facets; stats; inspect 1; open 1; open 1 --links; samp send; clip",
          "products 1; name files; export files.vot; export files.json; export files.fits.gz",
          "export files.md; export files.tsv --safe-csv; cite; sql SELECT * FROM files LIMIT 3",
          "download suffix=uncal --dry-run; download suffix=uncal; verify",
          "download suffix=uncal --dir again --background",
          "download suffix=uncal --dir other --to curl curl.sh",
          "download suffix=uncal --dir other --to wget wget.sh",
          "download suffix=uncal --dir other --to aria2 aria2.sh",
          "download suffix=uncal --dir other --to s5cmd s5cmd.sh",
          "download suffix=uncal --dir other --to slurm slurm.sh --shards 2",
          "download suffix=uncal --dir other --curl bundle.sh",
          "jobs; resume; cache; vocabulary; resolve M 101; searches; history; set; results",
          "session save kept; session export kept kept.mastsession; session info",
          // What goes wrong says much of itself.
          "search nosuch=1",
          "download --nosuch",
          "export /nosuch/folder/x.csv",
          "import page.html",
          "login " + TOKEN,
          "login --token " + TOKEN,
          "MAST_API_TOKEN=" + TOKEN,
          "download suffix=uncal --dir /proc/nosuch",
          "session load nosuch",
          "set server http://127.0.0.1:9; set retries 0; whoami; search program=1; login",
          "log off");

  private AssertableProgram everything(AssertableProgram program) throws IOException {
    Path browser = folder.resolve("browser");
    if (!Files.exists(browser)) {
      Files.writeString(
          browser,
          "#!/bin/sh\n{ echo \"$@\"; env; tr '\\0' ' ' </proc/$$/cmdline; tr '\\0' ' '"
              + " </proc/$$/environ; } >> "
              + folder.resolve("started")
              + "\n");
      Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    }
    AssertableProgram all =
        program
            .environment("BROWSER", browser.toString())
            .environment("SAMP_HUB", "std-lockurl:" + folder.resolve("nohub").toUri())
            .arguments("--on-error", "continue", "--session", "everything");
    EVERYTHING.forEach(all::command);
    return all;
  }

  @ParameterizedTest
  @CsvSource({"table,false", "json,true", "jsonl,false", "csv,true"})
  void ofTheEnvironmentItIsNowhere(String format, boolean verbose) throws IOException {
    AssertableProgram program =
        program().environment("MAST_API_TOKEN", TOKEN).arguments("--format", format);
    AssertableProgram.Ended ended = everything(verbose ? program.arguments("-v") : program).run();
    // It was in use.
    assertThat(ended.out() + ended.err()).contains("Demo Astronomer");
    assertThat(folder.resolve("mastDownload")).isDirectory();
    assertThat(folder.resolve("started")).content().contains("MASTSHELL_HOME=");
    assertThat(folder.resolve("slurm.sh")).isNotEmptyFile();
    assertThat(folder.resolve("kept.mastsession")).isNotEmptyFile();
    TRACES.areNowhere(folder, ended.out(), ended.err());
  }

  @Test
  void ofALoginThatIsStoredItIsInOneFileAndLogoutRemovesIt() throws IOException {
    type("login --store", TOKEN).succeeds().says("token kept in ");
    List<Path> stored = TRACES.below(folder);
    assertThat(stored).hasSize(1);
    AssertableProgram.Ended ended = everything(program().arguments("-v")).run();
    assertThat(ended.out() + ended.err()).contains("Demo Astronomer");
    assertThat(TRACES.in(ended.out() + ended.err())).isEmpty();
    assertThat(TRACES.below(folder)).isEqualTo(stored);
    AssertableProgram.Ended out = run("logout");
    out.succeeds();
    TRACES.areNowhere(folder, out.out(), out.err());
  }

  @Test
  void ofALoginThatIsTypedItIsNowhere() throws IOException {
    List<String> lines = new ArrayList<>(List.of("login", TOKEN));
    lines.addAll(EVERYTHING);
    AssertableProgram.Ended ended =
        program()
            .arguments("-i", "-v", "--session", "typed")
            .environment("BROWSER", "true")
            .environment("SAMP_HUB", "std-lockurl:" + folder.resolve("nohub").toUri())
            .typed(lines.toArray(String[]::new))
            .run();
    assertThat(ended.out() + ended.err()).contains("logged in as Demo Astronomer");
    TRACES.areNowhere(folder, ended.out(), ended.err());
  }

  // A server that repeats what it was sent, in whatever it says.
  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 500})
  void aServerThatRepeatsItGetsItNowhere(int status) throws IOException {
    String reply =
        "{\"status\":\"ERROR\",\"msg\":\"header was: %1$s\",\"ezid\":\"%1$s\",\"anon\":false}"
            .formatted(ListeningArchive.REPEATED);
    try (ListeningArchive echo = ListeningArchive.start(status, reply)) {
      AssertableProgram.Ended ended =
          AssertableProgram.in(folder)
              .arguments("-v", "--on-error", "continue", "--session", "echo")
              .arguments("--server", echo.url())
              .environment("MAST_API_TOKEN", TOKEN)
              .command("log notes.txt; set retries 0; whoami")
              .command("login")
              .command("search program=1073")
              .command("values filters; vocabulary refresh")
              .run();
      assertThat(echo.authorizations()).contains("token " + TOKEN);
      TRACES.areNowhere(folder, ended.out(), ended.err());
    }
  }

  @Test
  void everyFormIsFound() {
    byte[] bytes = ("x=" + TOKEN + "&y").getBytes(StandardCharsets.UTF_8);
    for (String text :
        List.of(
            "a " + TOKEN,
            TOKEN.toUpperCase(java.util.Locale.ROOT),
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder()
                .encodeToString(("user:" + TOKEN).getBytes(StandardCharsets.UTF_8)),
            Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8)),
            new String(TOKEN.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))) {
      assertThat(TRACES.in(text)).as(text).isNotEmpty();
    }
    assertThat(TRACES.in("a token, but none of ours")).isEmpty();
  }
}
