package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What ends the program from outside. */
@EnabledOnOs(OS.LINUX)
class SignalsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  @TempDir Path folder;

  // A build that runs in the background of a script ignores Ctrl-C, and so would all that it
  // starts.
  private PackagedProgram program() {
    return PackagedProgram.in(folder)
        .launchedBy(
            "env", "--default-signal=INT", PackagedProgram.launcher().toString(), "--no-rc");
  }

  @BeforeEach
  void signalsCanBeReset() throws Exception {
    Process tried = new ProcessBuilder("env", "--default-signal=INT", "true").start();
    assumeTrue(tried.waitFor() == 0, "env cannot reset signals");
  }

  @Test
  void controlCEndsASearch() throws Exception {
    PackagedProgram.Running running =
        program()
            .arguments("--demo", "--demo-latency", "60000")
            .arguments("-c", "search program=1073; show", "-c", "help")
            .start();
    await().atMost(PATIENCE).until(() -> running.err().contains("searching"));
    long start = System.nanoTime();
    running.signal("INT");
    PackagedProgram.Ended ended = running.end().exits(130).prints("");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    assertThat(ended.err().lines().filter(line -> line.contains("interrupted"))).hasSize(1);
    assertThat(ended.err()).doesNotContain("Exception");
  }

  @Test
  void controlCEndsADownloadInOrder() throws Exception {
    PackagedProgram.Running running =
        program()
            .arguments("--demo", "--demo-latency", "200")
            .arguments("-c", "search program=1073 filters=F277W; products; download", "-c", "help")
            .start();
    Path downloads = folder.resolve("mastDownload");
    Path record = downloads.resolve("manifest.csv");
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(record) && Files.readAllLines(record).size() > 2);
    running.signal("INT");
    running
        .end()
        .exits(130)
        .says("paused: ", " done, ", " partly, ", " waiting · resume 1 goes on, jobs shows it");
    List<Path> left = files(downloads);
    // A part that stays is one that the next download can go on with.
    assertThat(left)
        .filteredOn(file -> file.toString().endsWith(".part"))
        .allMatch(part -> left.contains(part.resolveSibling(part.getFileName() + ".json")));
    List<String> manifest = Files.readAllLines(record);
    List<Path> complete =
        left.stream()
            .filter(file -> file.startsWith(downloads.resolve("JWST")))
            .filter(file -> !file.toString().contains(".part"))
            .toList();
    assertThat(manifest).hasSize(complete.size() + 1);
    assertThat(complete)
        .allMatch(
            file ->
                manifest.stream().anyMatch(line -> line.contains(file.getFileName().toString())));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (java.io.UncheckedIOException renamedMeanwhile) {
      return List.of();
    }
  }

  @Test
  void theArchiveAloneServesUntilItIsEnded() throws Exception {
    PackagedProgram.Running running =
        PackagedProgram.in(folder).arguments("--serve-demo", "0").start();
    await().atMost(PATIENCE).until(() -> running.out().endsWith("\n"));
    URI url = URI.create(running.out().strip());
    HttpResponse<String> reply =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url.resolve("/whoami?secret=1")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(running.err()).matches("GET /whoami 200 \\d+ ms\n"));
    long start = System.nanoTime();
    running.signal("TERM");
    running.end().exits(143).prints(url.toString());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }
}
