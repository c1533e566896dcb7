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
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

/** The transcript that log keeps. */
class LogProgramTest extends DemoProgramTest {

  private String log() throws IOException {
    return Files.readString(folder.resolve("notes.txt"));
  }

  @Test
  void itHoldsWhatWasTypedAndShown() throws IOException {
    type("count", "log notes.txt", SEARCH, "show filters --limit 1", "log off", "count").succeeds();
    assertThat(log())
        .startsWith("# log begun 2026-11-22T12:00:00Z, archive 127.0.0.1\nthe log goes to ")
        .contains(
            "mast> " + SEARCH + "\n",
            "\n12 observations · JWST",
            "mast[12 obs]> show filters --limit 1\n",
            "1  F277W\n",
            "mast[12 obs]> log off\n# log ended 2026-11-22T12:00:00Z\n")
        .doesNotContain("there is no set yet", "mast[12 obs]> count");
  }

  @Test
  void theSameFileIsNotBegunTwice() throws IOException {
    type("log a.txt", "log a.txt", "log -", "log off").says("goes to", "already", "needs a file");
    assertThat(Files.readString(folder.resolve("a.txt"))).doesNotContain("another file");
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void itSurvivesErrorsAndWorksInScripts() throws IOException {
    Files.writeString(folder.resolve("inner.mast"), "search program=1073 filters=F277W\ncount\n");
    run("log notes.txt", "source inner.mast", "filter nothing=1").exits(ExitCode.USAGE);
    assertThat(log())
        .contains("> source inner.mast\n", "> search program=1073 filters=F277W\n", "\n12\n")
        .contains("error: no field is called nothing", "^^^^^^^");
  }

  @Test
  void itIsPrivateAndGoesOnBehindWhatIsThere() throws IOException {
    run("log", "log notes.txt", "log", "log off", "log off")
        .succeeds()
        .says("no log is kept", "the log is on", "the log has ended", "no log was kept");
    Path file = folder.resolve("notes.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String before = log();
    run("log notes.txt", SEARCH).succeeds().says("behind what is in");
    assertThat(log()).startsWith(before).contains("12 observations");
  }

  @Test
  void itHoldsNeitherColoursNorTokens() throws IOException {
    program()
        .arguments("-i", "--color", "always")
        .typed(
            "log notes.txt",
            "login " + DemoArchive.TEST_TOKEN,
            "MAST_API_TOKEN=" + DemoArchive.TEST_TOKEN,
            "login",
            DemoArchive.TEST_TOKEN,
            SEARCH,
            "show")
        .run()
        .succeeds();
    assertThat(log())
        .contains("(a line that may hold a token)", "12 observations")
        .doesNotContain("\u001b", DemoArchive.TEST_TOKEN);
  }

  @Test
  void aTokenIsKeptNowhereWhereverItIsTyped() throws IOException {
    String token = "0123456789abcdef0123456789abcdef";
    AssertableProgram.Ended ended =
        program()
            .arguments("-i", "--session", "night")
            .typed(
                "log notes.txt",
                "let tk=" + token,
                "let mytoken=short-secret",
                "let",
                SEARCH,
                "filter target!=" + token,
                "stop \"x " + token + "\"",
                "if-not-empty \"login " + token + "\"",
                "token:" + token,
                "results",
                "history")
            .run()
            .succeeds()
            .says("looks like a token, and no variable keeps one", "left out of the history");
    assertThat(ended.out().substring(ended.out().indexOf("filters=F277W\n") + 1))
        .doesNotContain("let tk", "stop \"x");
    assertThat(log())
        .contains("(a line that may hold a token)", "(left out: it looks like a token)")
        .doesNotContain(token, "short-secret");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(token, "short-secret");
      }
    }
    program()
        .arguments("--session", "night", "-c", "count", "-c", "refresh")
        .run()
        .exits(ExitCode.FAILED)
        .prints("12")
        .says("was left out of the command of set 2", "begin with a search");
  }

  @Test
  void anArgumentOfAScriptIsLeftOutOfTheLogToo() throws IOException {
    String token = "0123456789abcdef0123456789abcdef";
    List<String> lines =
        List.of("log notes.txt", SEARCH, "filter target!=$1", "results", "stop $1");
    Files.write(folder.resolve("s.mast"), lines);
    program().arguments("s.mast", token).run().succeeds().says(token);
    assertThat(log()).contains("(left out: it looks like a token)").doesNotContain(token);
  }

  @Test
  void whatCannotBeWrittenIsSaidAndTheShellGoesOn() {
    type("log nowhere/notes.txt", "log .", SEARCH, "count")
        .says("no log can be kept", "a folder that is there")
        .prints("12");
    if (Files.exists(Path.of("/dev/full"))) {
      type("log /dev/full", SEARCH, "count").says("no log can be kept in /dev/full").prints("12");
    }
  }
}
