package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A download that is killed at any moment is taken up by the next program: what has its name is
 * right, what is finished is not asked for again, and large files go on where they were.
 */
class KilledDownloadIT {
  private static final int KILLS = Integer.getInteger("mastshell.kills", 20);
  private static final int LONGEST_MOMENT_MILLIS = 2_000;
  private static final String FILES =
      "search program=1073 filters=F277W; products suffix=i2d; unique";

  @TempDir Path folder;
  private PacedArchive archive;

  @BeforeEach
  void start() throws IOException {
    archive = new PacedArchive();
  }

  @AfterEach
  void stop() {
    archive.close();
  }

  @Test
  void everyFileIsRightAndNoneThatIsFinishedIsFetchedAgain() throws Exception {
    Random random = new Random(20261123);
    int kills = 0;
    int place = 0;
    while (kills < KILLS) {
      Path downloads = folder.resolve("d" + place);
      Set<String> finished = names(downloads);
      int before = archive.fetches().size();
      boolean killed = killedAfter(downloads, before, random.nextInt(LONGEST_MOMENT_MILLIS));
      assertNotFetchedAgain(finished, before);
      assertRight(downloads);
      if (killed) {
        kills++;
      } else {
        place++;
      }
    }
    Path last = folder.resolve("d" + place);
    Set<String> finished = names(last);
    int before = archive.fetches().size();
    program(last).run().exits(0);
    assertNotFetchedAgain(finished, before);
    assertThat(assertRight(last)).isPositive();
    assertThat(parts(last)).isEmpty();
    assertThat(archive.fetches()).anyMatch(fetch -> fetch.from() > 0);
    assertThat(Files.readAllLines(last.resolve("mastDownload/manifest.csv")))
        .hasSize(names(last).size() + 1);
  }

  /**
   * Kills the program some time after it has asked for its first file.
   *
   * @return whether it was still running
   */
  private boolean killedAfter(Path downloads, int before, int millis) throws Exception {
    PackagedProgram.Running running = program(downloads).start();
    running.process().getOutputStream().close();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> archive.fetches().size() > before || !running.process().isAlive());
    if (running.process().waitFor(millis, TimeUnit.MILLISECONDS)) {
      running.end().exits(0);
      return false;
    }
    running.signal("KILL");
    running.process().waitFor();
    return true;
  }

  private void assertNotFetchedAgain(Set<String> finished, int before) {
    List<PacedArchive.Fetch> all = archive.fetches();
    assertThat(all.subList(before, all.size()))
        .extracting(fetch -> fetch.uri().substring(fetch.uri().lastIndexOf('/') + 1))
        .doesNotContainAnyElementsOf(finished.isEmpty() ? Set.of("none") : finished);
  }

  private int assertRight(Path downloads) throws IOException {
    int files = 0;
    for (Path file : data(downloads)) {
      String uri = "mast:JWST/product/" + file.getFileName();
      assertThat(file).hasBinaryContent(PacedArchive.content(uri));
      files++;
    }
    return files;
  }

  private static Set<String> names(Path downloads) throws IOException {
    return data(downloads).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.toSet());
  }

  private static List<Path> data(Path downloads) throws IOException {
    return all(downloads).stream().filter(file -> file.toString().endsWith(".bin")).toList();
  }

  private static List<Path> parts(Path downloads) throws IOException {
    return all(downloads).stream().filter(file -> file.toString().contains(".part")).toList();
  }

  private static List<Path> all(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private PackagedProgram program(Path downloads) {
    return PackagedProgram.in(folder)
        .arguments("--no-rc", "--no-session", "--server", archive.url())
        .arguments("-c", FILES + "; download --dir " + downloads);
  }
}
