package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PipesIT {
  private static final String SEARCH = "search program=1073 filters=F277W";

  @TempDir Path folder;

  private PackagedProgram shell(String script) {
    return PackagedProgram.in(folder)
        .launchedBy("/bin/sh", "-c", script, PackagedProgram.launcher().toString());
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws Exception {
    PackagedProgram.Ended ended =
        shell(
                "{ \"$0\" --no-rc -q --demo -c 'search mission=JWST; products; show';"
                    + " echo \"code $?\" >&2; } | head -1")
            .run()
            .exits(0);
    assertThat(ended.out().lines()).hasSize(1);
    assertThat(ended.err()).isEqualTo("code 0\n");
  }

  @Test
  void aDiskThatIsFullIsAnError() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "the system has no full device");
    PackagedProgram.Ended ended = shell("\"$0\" --no-rc -c help >/dev/full").run().exits(1);
    assertThat(ended.err())
        .startsWith("error: standard output cannot be written: ")
        .containsOnlyOnce("error:");
    shell("\"$0\" --version >/dev/full").run().exits(1).says("cannot be written");
  }

  @Test
  void dataGoesToOneStreamAndTalkToTheOther() throws Exception {
    PackagedProgram.Ended ended =
        PackagedProgram.in(folder)
            .arguments("--no-rc", "--demo", "--format", "csv")
            .typed(SEARCH + "\n# a comment\nshow obs_id filters \\\n  --limit 3\ncount\n")
            .run()
            .exits(0);
    List<String> lines = ended.out().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).isEqualTo("obs_id,filters");
    assertThat(lines.subList(1, 4)).allMatch(line -> line.matches("jw01073[^,]*,F277W"));
    assertThat(lines.get(4)).isEqualTo("12");
    ended.says("sent: ", "12 observations");
    assertThat(ended.err()).doesNotContain("obs_id,filters", "\u001b");
  }

  @Test
  void aScriptOnStandardInputStopsAtItsFirstFailure() throws Exception {
    PackagedProgram.in(folder)
        .arguments("--no-rc", "-q", "--demo")
        .typed(SEARCH + "\ncount\nserch\ncount\n")
        .run()
        .exits(2)
        .prints("12")
        .says("standard input:3: error: no command is called serch");
    PackagedProgram.in(folder)
        .arguments("--no-rc", "-q", "--demo", "--on-error", "continue", "-f", "-")
        .typed(SEARCH + "\nserch\ncount\n")
        .run()
        .exits(2)
        .prints("12");
  }

  @Test
  void quietLeavesNothingButData() throws Exception {
    PackagedProgram.in(folder)
        .arguments("--no-rc", "-q", "--demo", "-c", SEARCH + "; count")
        .run()
        .exits(0)
        .saysNothing()
        .prints("12");
  }
}
