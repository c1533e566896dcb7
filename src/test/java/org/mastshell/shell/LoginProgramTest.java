package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;

class LoginProgramTest extends DemoProgramTest {
  private static final String TOKEN = DemoArchive.TEST_TOKEN;
  private static final String WRONG = "wrong-token-not-a-secret";
  private static final String ANONYMOUS = "{\"anon\": true, \"ezid\": \"anonymous\"}";

  @Test
  void nobodyIsLoggedInAtFirst() {
    run("whoami").succeeds().prints("anonymous");
  }

  @Test
  void aTypedTokenLogsInForThisRunOnly() throws IOException {
    AssertableProgram.Ended ended =
        type("login", TOKEN, "whoami", "history")
            .succeeds()
            .says("not shown: ", "logged in as Demo Astronomer")
            .shows("Demo Astronomer <demo@example.org>");
    assertThat(ended.out() + ended.err()).doesNotContain(TOKEN);
    assertThat(filesWith(TOKEN)).isEmpty();
    run("whoami").succeeds().prints("anonymous");
  }

  @Test
  void aWrongTokenIsRefusedAndForgotten() throws IOException {
    AssertableProgram.Ended ended =
        type("login", WRONG, "whoami")
            .succeeds()
            .reportsOneError()
            .says("the archive refused the token", "auth.mast.stsci.edu/token")
            .prints("anonymous");
    assertThat(ended.out() + ended.err()).doesNotContain(WRONG);
    assertThat(filesWith(WRONG)).isEmpty();
  }

  @Test
  void aWrongTokenLeavesTheSetAlone() {
    type(SEARCH, "login", WRONG, "count").reportsOneError().prints("12");
  }

  @Test
  void anEmptyTokenIsNone() {
    type("login", "", "whoami").reportsOneError().says("no token was given").prints("anonymous");
  }

  @Test
  void aScriptCannotAsk() {
    run("login")
        .exits(ExitCode.LOGIN)
        .reportsOneError()
        .says("nobody can be asked here", "MAST_API_TOKEN");
  }

  @Test
  void theTokenOfTheEnvironmentLogsIn() {
    program()
        .environment("MAST_API_TOKEN", TOKEN)
        .command("login; whoami")
        .run()
        .succeeds()
        .says("logged in as Demo Astronomer")
        .prints("Demo Astronomer <demo@example.org>");
    AssertableProgram.Ended wrong =
        program().environment("MAST_API_TOKEN", WRONG).command("login").run();
    wrong.exits(ExitCode.LOGIN).reportsOneError().says("refused the token").doesNotSay(WRONG);
    program()
        .environment("MAST_API_TOKEN", WRONG)
        .command("whoami")
        .run()
        .exits(ExitCode.LOGIN)
        .reportsOneError()
        .says("refused the token");
  }

  @Test
  void aWrongTokenOfTheEnvironmentIsFollowedByTheQuestion() {
    program()
        .environment("MAST_API_TOKEN", WRONG)
        .arguments("-i")
        .typed("login", TOKEN, "whoami")
        .run()
        .succeeds()
        .says("refused the token that was stored or in MAST_API_TOKEN")
        .prints("Demo Astronomer <demo@example.org>");
  }

  @Test
  void storeKeepsTheTokenInAFileOfItsOwnerAlone() throws IOException {
    type("login --store", TOKEN).succeeds().says("token kept in ");
    List<Path> kept = filesWith(TOKEN);
    assertThat(kept).hasSize(1);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("mastshell-home/state"))))
          .isEqualTo("rwx------");
    }
    run("whoami").succeeds().prints("Demo Astronomer <demo@example.org>");
    run("search rights=exclusive level=2; products 1 suffix=uncal; download")
        .succeeds()
        .says("1 file fetched");
  }

  @Test
  void logoutForgetsTheTokenEverywhere() throws IOException {
    type("login --store", TOKEN).succeeds();
    run("logout", "whoami").succeeds().says("logged out", "removed from ").prints("anonymous");
    assertThat(filesWith(TOKEN)).isEmpty();
    run("whoami").succeeds().prints("anonymous");
  }

  @Test
  void logoutPassesOverTheEnvironment() {
    program()
        .environment("MAST_API_TOKEN", TOKEN)
        .command("logout; whoami")
        .run()
        .succeeds()
        .says("MAST_API_TOKEN is still set")
        .prints("anonymous");
  }

  @Test
  void aTokenOnTheLineIsRefusedAndNotRepeated() {
    AssertableProgram.Ended ended = run("login " + TOKEN).exits(ExitCode.USAGE).reportsOneError();
    ended.says("takes no token on the line").doesNotSay(TOKEN);
    AssertableProgram.Ended typed = type("login " + TOKEN, "history").reportsOneError();
    assertThat(typed.out() + typed.err()).doesNotContain(TOKEN);
    run("login --token " + TOKEN).exits(ExitCode.USAGE).reportsOneError().doesNotSay(TOKEN);
    run("login --store=" + TOKEN).exits(ExitCode.USAGE).reportsOneError().doesNotSay(TOKEN);
    run("login token=" + TOKEN).exits(ExitCode.USAGE).reportsOneError().doesNotSay(TOKEN);
    String bare = "0123456789abcdef0123456789abcdef";
    run(bare).exits(ExitCode.USAGE).reportsOneError().doesNotSay(bare).says("type login first");
    run("MAST_API_TOKEN=" + TOKEN).exits(ExitCode.USAGE).reportsOneError().doesNotSay(TOKEN);
  }

  @Test
  void theTokenIsInNoVerboseOutputEither() {
    AssertableProgram.Ended ended =
        program()
            .arguments("--verbose")
            .environment("MAST_API_TOKEN", TOKEN)
            .command(
                "login; search rights=exclusive level=2; products 1; download suffix=uncal; set")
            .run()
            .succeeds();
    assertThat(ended.out() + ended.err()).doesNotContain(TOKEN);
  }

  @Test
  void aTokenIsForTheHostItWasTypedForAlone() throws IOException {
    try (ListeningArchive other = ListeningArchive.start(200, ANONYMOUS)) {
      type("login", TOKEN, "set server " + other.url(), "whoami", back(), "whoami")
          .succeeds()
          .prints("anonymous\nDemo Astronomer <demo@example.org>");
      assertThat(other.authorizations()).containsExactly("");
    }
  }

  @Test
  void theTokenOfTheEnvironmentIsNotForAServerThatAScriptNames() throws IOException {
    try (ListeningArchive other = ListeningArchive.start(200, ANONYMOUS)) {
      program()
          .environment("MAST_API_TOKEN", TOKEN)
          .command("set server " + other.url() + "; whoami; " + back() + "; whoami")
          .run()
          .succeeds()
          .prints("anonymous\nDemo Astronomer <demo@example.org>");
      assertThat(other.authorizations()).containsExactly("");
      Files.createDirectories(folder.resolve("mastshell-home"));
      Files.writeString(folder.resolve("mastshell-home/mastshellrc"), "set server " + other.url());
      AssertableProgram.in(folder)
          .environment("MAST_API_TOKEN", TOKEN)
          .command("whoami")
          .run()
          .exits(ExitCode.LOGIN)
          .says("refused the token");
      assertThat(other.authorizations()).containsExactly("", "token " + TOKEN);
    }
  }

  @Test
  void aWrongTokenLeavesTheLoginAsItWas() {
    program()
        .environment("MAST_API_TOKEN", TOKEN)
        .arguments("-i")
        .typed("logout", "login", WRONG, "whoami", "login", TOKEN, "whoami")
        .run()
        .succeeds()
        .reportsOneError()
        .prints("anonymous\nDemo Astronomer <demo@example.org>");
  }

  @Test
  void aTokenThatNobodyJudgedIsNotInUse() throws IOException {
    try (ListeningArchive broken = ListeningArchive.start(500, "out of order")) {
      type("set retries 0", "set server " + broken.url(), "login", TOKEN, "whoami").succeeds();
      assertThat(broken.authorizations()).containsExactly("token " + TOKEN, "");
    }
  }

  private String back() {
    return "set server " + archive.url();
  }

  private List<Path> filesWith(String secret) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, secret)).toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
