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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.demo.DemoOptions;

/** Ctrl-C while the archive takes its time. */
class InterruptProgramTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aScriptEndsWithTheCodeOfInterruption() throws Exception {
    assertThat(interrupted("", "--on-error", "continue", "-c", "search program=1073", "-c", "help"))
        .isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString()).contains("interrupted; nothing has changed");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aScriptEndsWhereItsCommandAfterAFailureIsInterrupted() throws Exception {
    Files.writeString(
        folder.resolve("night.mast"),
        "on-error continue\non-error search program=1073\npick 1\nset limit 7\nset limit\n");
    assertThat(interrupted("", "night.mast")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(err.toString()).contains("night.mast:3: error: interrupted");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theShellGoesOnWithItsStateUnchanged() throws Exception {
    assertThat(interrupted("search program=1073\nset limit\nresults\n", "-i"))
        .isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).contains("interrupted; nothing has changed", "no sets yet");
    assertThat(out.toString()).contains("limit    40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search coordinates=@list.txt",
        "resolve A, B",
        "search object=A,B",
        "cutout tess coordinates='1 20'",
        "crossmatch tic @list.txt",
        "catalog tic Tmag<5",
        "catalog gaiadr3 coordinates='1 2' radius=2m",
        "catalog panstarrs coordinates='1 2' radius=2m"
      })
  void aListIsGivenUpAndNothingHasChanged(String line) throws Exception {
    Files.writeString(folder.resolve("list.txt"), "1 2 A\n3 4 B\n");
    assertThat(interrupted(line + "\nresults\n", "-i")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).contains("interrupted; nothing has changed", "no sets yet");
    assertThat(folder.resolve("rest.csv")).doesNotExist();
  }

  private ExitCode interrupted(String typed, String... arguments) throws IOException {
    try (DemoArchive slow = DemoArchive.start(new DemoOptions(0, 0, Duration.ofMinutes(5), 0))) {
      World world =
          new World(
              Map.of(
                  "MASTSHELL_HOME", folder.toString(), "MASTSHELL_SERVER", slow.url().toString()),
              folder,
              folder,
              new BufferedReader(new StringReader(typed)),
              new PrintWriter(out),
              new PrintWriter(err),
              World.Terminals.none(),
              Clock.systemUTC());
      Interrupts interrupts = new Interrupts();
      CompletableFuture<ExitCode> code =
          CompletableFuture.supplyAsync(() -> new Program(world, interrupts).run(arguments));
      await().until(() -> slow.requests("/") > 0);
      assertThat(interrupts.interrupt()).isTrue();
      await().atMost(Duration.ofSeconds(10)).until(code::isDone);
      return code.join();
    }
  }
}
