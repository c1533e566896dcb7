package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session outlives a shell that is killed in the middle of its work, at any moment. */
class KilledSessionIT {
  private static final Pattern PROMPT = Pattern.compile("mast(\\[[^]]*])?>");
  private static final int KILLS = Integer.getInteger("mastshell.kills", 20);
  private static final int LONGEST_MOMENT_MICROS = 60_000;

  @TempDir Path folder;

  @Test
  void nothingIsLostButTheCommandUnderWay() throws Exception {
    Random random = new Random(20261122);
    int kept = 0;
    for (int round = 0; round < KILLS; round++) {
      int begun = killedAfter(1 + random.nextInt(6), random);
      int sets = sets();
      assertThat(sets)
          .as("sets after round %d of which %d were there before", round, kept)
          .isBetween(kept + begun, kept + begun + 1);
      kept = sets;
    }
  }

  /**
   * Types commands of which each makes a set, and kills the shell some time after so many prompts.
   *
   * @return how many commands had come to their end for sure, and one that may have
   */
  private int killedAfter(int commands, Random random) throws Exception {
    PackagedProgram.Running shell = program("-i", "--rc", "/dev/null").start();
    try (OutputStream in = shell.process().getOutputStream()) {
      StringBuilder lines = new StringBuilder("search program=1073 filters=F277W\n");
      lines.append("pick 1-8\nproducts\nunique\nfilter suffix=uncal\nundo\n".repeat(20));
      in.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      in.flush();
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> prompts(shell) > commands || !shell.process().isAlive());
      LockSupport.parkNanos(1_000L * random.nextInt(LONGEST_MOMENT_MICROS));
      shell.signal("KILL");
      shell.process().waitFor();
    } catch (IOException closedByTheKill) {
      assertThat(shell.process().waitFor()).isEqualTo(137);
    }
    return setsMade(prompts(shell) - 1);
  }

  // Of the repeated commands the first four make a set each; undo makes none.
  private static int setsMade(int commands) {
    int made = 0;
    for (int command = 0; command < commands; command++) {
      boolean undo = command > 0 && command % 5 == 0;
      made += undo ? 0 : 1;
    }
    return made;
  }

  private static int prompts(PackagedProgram.Running shell) {
    return (int) PROMPT.matcher(shell.out() + shell.err()).results().count();
  }

  private int sets() throws Exception {
    String listed =
        program("--no-rc", "-q", "--format", "csv", "-c", "results").run().exits(0).out();
    return (int) listed.lines().skip(1).count();
  }

  private PackagedProgram program(String... arguments) {
    return PackagedProgram.in(folder).arguments("--demo", "--session", "lab").arguments(arguments);
  }
}
