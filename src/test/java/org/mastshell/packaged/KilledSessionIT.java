package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session outlives a shell that is killed in the middle of its work, at any moment. */
class KilledSessionIT {
  private static final Pattern PROMPT = Pattern.compile("mast(\\[[^]]*])?>");
  private static final int KILLS = Integer.getInteger("mastshell.kills", 20);
  private static final String LINES =
      "search program=1073 filters=F277W\n"
          + "pick 1-8\nname mine\nproducts\nunique\nfilter suffix=uncal\nundo\n".repeat(20);
  private static final int LONGEST_MOMENT_MICROS = 60_000;

  @TempDir Path folder;

  @Test
  void nothingIsLostButTheCommandUnderWay() throws Exception {
    Random random = new Random(20261122);
    List<String> whole = reference();
    int kept = 0;
    for (int round = 0; round < KILLS; round++) {
      int begun = killedAfter(1 + random.nextInt(6), random, "--session", "lab");
      List<String> sets = sets("lab");
      assertThat(sets.size())
          .as("sets after round %d of which %d were there before", round, kept)
          .isBetween(kept + begun, kept + begun + 1);
      List<String> fresh = sets.subList(kept, sets.size());
      assertThat(described(fresh, kept)).isEqualTo(described(whole.subList(0, fresh.size()), 0));
      assertThat(named(sets)).hasSizeLessThanOrEqualTo(1);
      assertThat(content("lab", sets.size())).isEqualTo(content("reference", fresh.size()));
      kept = sets.size();
    }
    assertThat(sessions()).containsExactlyInAnyOrder("lab", "reference");
  }

  /** What one shell left stays as last or becomes previous, whenever the next one is killed. */
  @Test
  void theSessionsOfShellsWithoutANameAreNotLost() throws Exception {
    Random random = new Random(20261123);
    List<String> whole = reference();
    List<String> before = List.of();
    for (int round = 0; round < Math.max(4, KILLS / 4); round++) {
      int begun = killedAfter(random.nextInt(3), random);
      List<String> last = sets("last");
      if (last.equals(before)) {
        assertThat(begun).isZero();
      } else {
        // None where the kill came when the old one had gone and the new one had not come.
        assertThat(last.size()).isBetween(begun, begun + 1);
        assertThat(described(last, 0)).isEqualTo(described(whole.subList(0, last.size()), 0));
        assertThat(before.isEmpty() || sets("previous").equals(before))
            .as("what was last before round %d is previous", round)
            .isTrue();
      }
      assertThat(content("last", last.size())).isEqualTo(content("reference", last.size()));
      before = last;
    }
    assertThat(sessions()).allMatch(name -> name.matches("last|previous(-[2-5])?|reference"));
  }

  /** The sets of a shell that nobody kills. */
  private List<String> reference() throws Exception {
    program("--session", "reference", "-i", "--rc", "/dev/null").typed(LINES).run().exits(0);
    return sets("reference");
  }

  /** Kind, rows and command of sets, and from how far back their rows come. */
  private static List<String> described(List<String> sets, int before) {
    List<String> described = new ArrayList<>();
    for (int place = 0; place < sets.size(); place++) {
      String[] cells = sets.get(place).split(",", -1);
      String from = cells[8].isEmpty() ? "" : "" + (Integer.parseInt(cells[8]) - before);
      described.add(String.join(",", cells[3], cells[4], cells[7], from));
    }
    return described;
  }

  private static List<String> named(List<String> sets) {
    return sets.stream().filter(set -> set.split(",", -1)[1].equals("mine")).toList();
  }

  private List<String> sessions() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("mastshell-home/state/sessions"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .map(name -> name.replaceAll("\\.db$", ""))
          .toList();
    }
  }

  /**
   * Types commands, and kills the shell some time after so many prompts.
   *
   * @return how many sets were made for sure; one more may be
   */
  private int killedAfter(int commands, Random random, String... options) throws Exception {
    PackagedProgram.Running shell = program("-i", "--rc", "/dev/null").arguments(options).start();
    try (OutputStream in = shell.process().getOutputStream()) {
      in.write(LINES.getBytes(StandardCharsets.UTF_8));
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

  // The first command makes a set, and of each six that follow all but name and undo.
  private static int setsMade(int commands) {
    int made = 0;
    for (int command = 0; command < commands; command++) {
      boolean none = command > 0 && ((command - 1) % 6 == 1 || (command - 1) % 6 == 5);
      made += none ? 0 : 1;
    }
    return made;
  }

  private static int prompts(PackagedProgram.Running shell) {
    return (int) PROMPT.matcher(shell.out() + shell.err()).results().count();
  }

  private List<String> sets(String session) throws Exception {
    String listed = run(session, "results").out();
    return listed
        .lines()
        .skip(1)
        .sorted(Comparator.comparing(line -> Integer.valueOf(line.split(",", -1)[0])))
        .toList();
  }

  /** All rows of a set. */
  private String content(String session, int set) throws Exception {
    return set == 0 ? "" : run(session, "use " + set + "; show --all --limit 100000").out();
  }

  private PackagedProgram.Ended run(String session, String line) throws Exception {
    return program("--session", session, "--no-rc", "-q", "--format", "csv", "-c", line)
        .run()
        .exits(0);
  }

  private PackagedProgram program(String... arguments) {
    return PackagedProgram.in(folder).arguments("--demo").arguments(arguments);
  }
}
