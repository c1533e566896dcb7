package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads that outlive their program, and those that run while a person types. */
class JobsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
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
  void aDownloadThatWasKilledGoesOnInAnotherProgram() throws Exception {
    PackagedProgram.Running running = begun();
    running.signal("KILL");
    running.process().waitFor();
    List<Path> finished = whole();
    int before = archive.fetches().size();

    PackagedProgram.Ended ended = program().arguments("-c", "resume", "-c", "jobs").run();

    ended.exits(0).says("no download is left to go on with", finished.size() + " here already");
    assertWhole();
    List<String> fetched =
        archive.fetches().stream().skip(before).map(PacedArchive.Fetch::uri).toList();
    assertThat(fetched)
        .doesNotContainAnyElementsOf(finished.stream().map(JobsIT::uri).toList())
        // Requests of the program that was killed may reach the archive after its end.
        .hasSizeBetween(whole().size() - finished.size(), whole().size() - finished.size() + 4);
  }

  @Test
  void twoShellsNeverRunTheSameDownload() throws Exception {
    PackagedProgram.Running running = begun();
    program().arguments("--format", "jsonl", "-c", "jobs").run().exits(0).saysNothing();
    program()
        .arguments("-c", "resume 1")
        .run()
        .exits(1)
        .says("download 1 runs in another shell (process " + running.process().pid() + ")");
    program().arguments("-c", "jobs drop 1").run().exits(1).says("runs in another shell");
    program().arguments("-c", "resume").run().exits(0).says("no download is left");
    running.signal("INT");
    running.end().exits(130).says("resume 1 goes on");
    program().arguments("-c", "resume").run().exits(0);
    assertWhole();
  }

  @Test
  void controlCPausesJobsShowsAndResumeGoesOn() throws Exception {
    try (PackagedTerminal terminal = terminal()) {
      terminal.expect("mast> ").type(FILES + "\r").expect("products]> ");
      terminal.type("download\r").expect("files to fetch");
      // What is left has to come in the time that a terminal is waited for.
      await().atMost(PATIENCE).until(() -> whole().size() > 40);
      terminal.type("\u0003").expect("paused: ").expect(" waiting · resume 1 goes on, jobs shows");
      terminal.expect("products]> ").type("jobs\r").expect("paused").expect("products]> ");
      terminal.type("exit\r");
      assertThat(terminal.end()).isZero();
    }
    try (PackagedTerminal terminal = terminal()) {
      terminal.expect("1 download has not ended: ").expect(" files left · resume goes on, jobs");
      terminal.expect("mast> ").type("set pager off; resume\r").expect(" fetched").expect("mast> ");
      terminal.type("exit\r");
      assertThat(terminal.end()).isZero();
    }
    assertWhole();
  }

  @Test
  void theShellIsUsedWhileALineTellsHowFarADownloadIs() throws Exception {
    try (PackagedTerminal terminal = terminal()) {
      terminal.expect("mast> ").type(FILES + "\r").expect("products]> ");
      terminal.type("download --background\r").expect("download 1 begins in the background");
      // Below the prompt, by itself.
      terminal.expect("download 1 ").expect(" MB").expect("/s");
      terminal.type("count\r").expect("74").expect("products]> ").expect(" left");
      terminal.type("undo\r").expect("]> ").expect(" left");
      // Of a line that is drawn over only what differs is written.
      terminal.expect("ended · Enter tells how");
      terminal.type("\r").expect("download 1 is done: download --background").expect(" fetched");
      terminal.type("exit\r");
      assertThat(terminal.end()).isZero();
    }
    assertWhole();
  }

  @Test
  void leavingTheShellPausesWhatRunsInTheBackground() throws Exception {
    try (PackagedTerminal terminal = terminal()) {
      terminal.expect("mast> ").type(FILES + "\r").expect("products]> ");
      terminal.type("download --background\r").expect("download 1 begins in the background");
      awaitFiles();
      terminal.type("exit\r").expect("download 1 is paused: ").expect("resume 1 goes on");
      assertThat(terminal.end()).isZero();
    }
    program().arguments("-c", "resume").run().exits(0);
    assertWhole();
  }

  private PackagedTerminal terminal() throws IOException {
    return new PackagedTerminal.Setup(folder).open("--no-rc", "--server", archive.url());
  }

  private PackagedProgram program() {
    return PackagedProgram.in(folder).arguments("--no-rc", "--server", archive.url());
  }

  /** A program in the middle of its download. */
  private PackagedProgram.Running begun() throws Exception {
    PackagedProgram.Running running = program().arguments("-c", FILES + "; download").start();
    running.process().getOutputStream().close();
    awaitFiles();
    assertThat(running.process().isAlive()).isTrue();
    return running;
  }

  private void awaitFiles() {
    await().atMost(PATIENCE).until(() -> whole().size() > 1);
  }

  private static String uri(Path file) {
    return "mast:JWST/product/" + file.getFileName();
  }

  private List<Path> whole() throws IOException {
    return all(".bin");
  }

  private void assertWhole() throws IOException {
    assertThat(whole()).isNotEmpty();
    assertThat(all(".part")).isEmpty();
    for (Path file : whole()) {
      assertThat(file).hasBinaryContent(PacedArchive.content(uri(file)));
    }
    Path manifest = folder.resolve("mastDownload/manifest.csv");
    assertThat(Files.readAllLines(manifest)).hasSize(whole().size() + 1);
  }

  private List<Path> all(String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }
}
