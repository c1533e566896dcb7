package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal, with the packaged program. */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
  private static final String CONTROL_C = "\u0003";
  private static final String CONTROL_D = "\u0004";
  private static final String CONTROL_U = "\u0015";
  private static final String TOKEN = "test-token-not-a-secret";

  @TempDir Path folder;

  private PackagedTerminal.Setup terminal() {
    return new PackagedTerminal.Setup(folder);
  }

  private Path history() {
    return folder.resolve("mastshell-home/state/history");
  }

  @Test
  void typingCompletingAndLeaving() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("MastShell").expect("mast>");
      shell.type("sear\tprog").expect("prog");
      shell.type(CONTROL_C).expect("mast>");
      shell.type("sear\tproposal_id=1073 filt\tF277W\r");
      shell.expect("12 observations").expect("mast[12 obs]>");
      shell.type("history\r").expect("search proposal_id=1073 filters=F277W");
      shell.expect("mast[12 obs]>");
      shell.type("undo\r").expect("nothing to undo").expect("mast[12 obs]>");
      shell.type("serch x\r").expect("did you mean search").expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history().getParent())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(history()))
        .contains("search proposal_id=1073 filters=F277W")
        .doesNotContain("prog\n");
  }

  @Test
  void controlCGivesThePromptBackDuringASlowSearch() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo", "--demo-latency", "60000")) {
      shell.expect("mast>").type("search program=1073\r").expect("searching");
      long start = System.nanoTime();
      shell.type(CONTROL_C).expect("interrupted; nothing has changed").expect("mast>");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      shell.type("results\r").expect("mast>");
      shell.type(CONTROL_C).expect("mast>");
      shell.type("exit\r");
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void aTokenIsNeitherShownNorRemembered() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("login\r").expect("not shown: ");
      shell.type(TOKEN + "\r").expect("once more").expect("not shown: ");
      shell.type("\r").expect("mast>");
      shell.type("count\r").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain(TOKEN);
    }
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("login " + TOKEN + "\r").expect("error").expect("mast>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
    assertThat(Files.readString(history())).contains("count").doesNotContain(TOKEN);
  }

  @Test
  void settingsOfTypingHoldFromTheNextLine() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search mission=").expect("obs_collection=");
      shell.type(CONTROL_U + "set hints off\r").expect("mast>");
      int mark = shell.screen().length();
      shell.type("search mission=").expect("mission=").type(CONTROL_U);
      shell.type("set color never\r").expect("mast>");
      assertThat(shell.screen().substring(mark)).doesNotContain("obs_collection=");
      int plain = shell.raw().length();
      shell.type("count\r").expect("error: ").expect("mast>");
      assertThat(shell.raw().substring(plain)).doesNotContainPattern("\u001b\\[[0-9;]*[1-9]m");
      shell.type("history\r").expect("set hints off").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void longListsAreCutAndNeverAsk() throws Exception {
    try (PackagedTerminal shell = terminal().sized(80, 14).open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search instrument_name=\t");
      shell.expect("NIRCAM/IMAGE").expect("more: type on, or Tab");
      shell.type("W").expect("WFC3/UVIS").type("FPC2/P\t").expect("WFPC2/PC");
      shell.type(CONTROL_U).type("count\r").expect("search first").expect("mast>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).doesNotContain("do you wish");
    }
  }

  @Test
  void troubleAtTheStartIsSaidAndTheShellOpens() throws Exception {
    Path home = Files.createDirectories(folder.resolve("mastshell-home"));
    Files.writeString(home.resolve("mastshellrc"), "set hint off\nset limit 7\n");
    Files.writeString(home.resolve("state"), "a file in the place of the folder");
    try (PackagedTerminal shell = terminal().open("--demo")) {
      shell.expect("mastshellrc:1: error: ").expect("hints");
      shell.expect("note: the history cannot be kept in").expect("mast>");
      shell.type("set hints off\r").expect("mast>").type("history\r").expect("set hints off");
      shell.expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen()).containsOnlyOnce("cannot be kept");
    }
    try (PackagedTerminal shell = terminal().open("--demo", "--rc", "missing.rc")) {
      shell.expect("missing.rc cannot be read").expect("mast>").type(CONTROL_D);
      assertThat(shell.end()).isZero();
    }
  }

  @Test
  void aClosedWindowEndsTheShell() throws Exception {
    try (PackagedTerminal shell = terminal().open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search mission").expect("mission");
      shell.hangUp();
      assertThat(shell.end()).isNotZero();
    }
  }

  @Test
  void aScriptInATerminalDrawsForIt() throws Exception {
    try (PackagedTerminal shell =
        terminal()
            .sized(60, 20)
            .open(
                "--no-rc", "--demo", "--demo-latency", "900", "-c", "search program=1073; show")) {
      assertThat(shell.end()).isZero();
      assertThat(shell.raw()).contains("\r\u001b[K").contains("\u001b[1m");
      assertThat(shell.screen()).contains("searching ", "40 of 224 rows");
      assertThat(shell.screen().lines().filter(line -> line.startsWith(" 1  "))).hasSize(1);
      assertThat(shell.screen().lines().filter(line -> line.matches(" *\\d+  jw01073.*")))
          .hasSize(40)
          .allMatch(line -> line.length() <= 60);
    }
  }

  @Test
  void onANewerJavaNothingIsWarnedOf() throws Exception {
    Optional<Path> java = PackagedProgram.newerJava();
    assumeTrue(java.isPresent(), "the system has no newer Java");
    Map<String, String> newer = Map.of("JAVA_HOME", java.orElseThrow().toString());
    try (PackagedTerminal shell = terminal().with(newer).open("--no-rc", "--demo")) {
      shell.expect("mast>").type("sear\tprogram=1073 --count\r").expect("224").expect("mast>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
      assertThat(shell.screen().strip()).startsWith("MastShell");
      assertThat(shell.screen()).doesNotContainIgnoringCase("warning");
    }
  }
}
