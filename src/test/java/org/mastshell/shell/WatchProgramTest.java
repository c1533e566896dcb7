package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** New data as they arrive. */
class WatchProgramTest extends DemoProgramTest {
  private static final String REFRESH = "watch 0.001s refresh ";

  @Test
  void aCommandThatDoesNotExistIsRefusedBeforeTheFirstRound() {
    run(SEARCH, "watch 1h refresh --times 1 --then \"downlaod\"", "count")
        .exits(ExitCode.USAGE)
        .says("no command is called downlaod", "download")
        .prints("");
    run(SEARCH, "watch 1h refrsh").exits(ExitCode.USAGE).says("no command is called refrsh");
  }

  @Test
  void acceptsNewRowsAsTheyComeAndRunsACommandOnThemAlone() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 9, 11, 11, 12)) {
      program(growing)
          .command(SEARCH)
          .command(REFRESH + "--times 4 --then \"count; products 1 suffix=i2d extension=fits\"")
          .command("count")
          .command("use 1")
          .command("count")
          .run()
          .succeeds()
          .says(
              "round 1 · 2026-11-22 12:00 · refresh",
              "nothing new, gone or changed",
              "2 new observations, 0 gone",
              "1 new observation, 0 gone",
              "watched for 4 rounds, 2 with new rows")
          .prints("2\n1\n12\n9");
      assertThat(growing.queries()).isEqualTo(5);
    }
  }

  /** What is on the disk while the command runs is what a program finds that was killed then. */
  @ParameterizedTest
  @ValueSource(strings = {"search program=2736", "count; search program=2736"})
  void newRowsAreNewAgainAfterAKillWithinTheCommandThatIsRunOnThem(String then) throws IOException {
    Path home = folder.resolve("home");
    Path killed = folder.resolve("killed");
    try (FaultyArchive watched =
            FaultyArchive.refusing(
                archive.url(),
                question -> {
                  if (question.contains("2736")) {
                    copy(home, killed);
                  }
                  return false;
                });
        GrowingArchive growing = new GrowingArchive(URI.create(watched.url()), 9, 12)) {
      program(growing)
          .arguments("--session", "s")
          .environment("MASTSHELL_HOME", home.toString())
          .command(SEARCH)
          .command(REFRESH + "--times 1 --then \"" + then + "\"")
          .run()
          .succeeds();
      program(growing)
          .arguments("--session", "s")
          .environment("MASTSHELL_HOME", killed.toString())
          .command("count")
          .command(REFRESH + "--times 1 --then count")
          .run()
          .succeeds()
          .says("3 new observations, 0 gone")
          .prints("9\n3");
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.copy(file, target);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void oneUndoGoesBackBeforeARound() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      program(growing)
          .command(SEARCH)
          .command("pick 1-8")
          .command("use 1")
          .command(REFRESH + "--times 1 --then \"pick 1\"")
          .command("count; undo; count; redo; count; use 4; count")
          .run()
          .succeeds()
          .prints("12\n9\n12\n3");
    }
  }

  @Test
  void whatIsNewIsDownloaded() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 1, 2)) {
      program(growing)
          .command(SEARCH)
          .command("products suffix=i2d extension=fits")
          .command("unique")
          .command(REFRESH + "--times 2 --then download")
          .run()
          .succeeds()
          .says("5 new products, 0 gone");
      try (var files = Files.walk(folder.resolve("mastDownload"))) {
        assertThat(files.filter(file -> file.toString().endsWith("_i2d.fits"))).hasSize(5);
      }
    }
  }

  @Test
  void anArchiveThatIsDownForARoundIsReportedAndTheNextRoundGoesOn() throws IOException {
    int down = GrowingArchive.DOWN;
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, down, down, 10)) {
      program(growing)
          .command("set retries 0; " + SEARCH)
          .command(REFRESH + "--times 3 --then count")
          .run()
          .succeeds()
          .says("error: the archive", "1 new observation")
          .prints("1");
    }
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, down)) {
      program(growing)
          .command("set retries 0; " + SEARCH)
          .command(REFRESH + "--times 2")
          .run()
          .exits(ExitCode.ARCHIVE);
    }
  }

  @Test
  void aRoundThatLoadsAnotherSessionLeavesItAsItIs() {
    program().arguments("--session", "other", "-c", SEARCH, "-c", "name keep").run().succeeds();
    program()
        .arguments("--session", "mine")
        .command("search mission=TESS sector=1")
        .command("pick 1")
        .command("watch 0.001s \"session load other; pick 1-2; pick 99\" --times 1")
        .run()
        .exits(ExitCode.USAGE);
    program()
        .arguments("--session", "other", "-c", "use keep; count; sets")
        .run()
        .succeeds()
        .shows("12\n", "keep");
  }

  @Test
  void aFailedRoundWithNewsLeavesNoSetsBehind() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 10)) {
      String sets =
          program(growing)
              .arguments("--format", "csv", "--on-error", "continue")
              .command(SEARCH)
              .command(REFRESH + "--times 3 --then 'show nosuch'")
              .command("sets")
              .run()
              .says("these rows stay new")
              .out();
      assertThat(sets.lines()).hasSize(2);
    }
  }

  @Test
  void rowsStayNewUntilTheCommandOnThemDoesWell() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 10)) {
      program(growing)
          .command(SEARCH)
          .command(REFRESH + "--times 2 --then 'count; show nosuch'")
          .command("count")
          .run()
          .exits(ExitCode.USAGE)
          .says("these rows stay new")
          .prints("1\n1");
    }
  }

  @Test
  void aSearchIsComparedWithItsRoundBefore() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 5, 3, 4, 4)) {
      program(growing)
          .command("search program=1073 filters=F070W; products suffix=i2d")
          .run()
          .succeeds();
      program(growing)
          .command("watch 0.001s \"" + SEARCH + "\" --times 3 --then count")
          .command("sets")
          .run()
          .succeeds()
          .says("news will be what comes after this: 3 observations", "1 new observation, 0 gone")
          .shows("1\n");
    }
  }

  @Test
  void aRoundWithoutADifferenceLeavesNoSetsBehind() {
    run(SEARCH, "searches save lmc").succeeds();
    String sets =
        data("csv", SEARCH, "watch 0.001s searches run lmc --times 3", "pick 1", "sets").out();
    assertThat(sets.lines()).hasSize(3);
    // A number is never given twice.
    assertThat(sets).contains("\n5,,*,observations,1,,2026-11-22 12:00:00,pick 1,1");
  }

  @Test
  void aSavedSearchIsComparedWithTheSetOfTheSession() throws IOException {
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 9, 12)) {
      program(growing).arguments("--session", "lmc", "-c", SEARCH).run().succeeds();
      program(growing)
          .arguments("--session", "lmc", "-c", "watch 1h refresh --times 1 --then \"count\"")
          .run()
          .succeeds()
          .prints("3");
      program(growing)
          .arguments("--session", "lmc", "-c", "watch 1h refresh --times 1 --then \"count\"")
          .command("count")
          .run()
          .succeeds()
          .prints("12");
    }
  }

  @Test
  void aScriptCanBeWatchedAndEndIt() throws IOException {
    Files.writeString(folder.resolve("new.mast"), SEARCH + "\nfilter filters=$1\n");
    try (GrowingArchive growing = new GrowingArchive(archive.url(), 3, 4, 5)) {
      program(growing)
          .command("let f=F277W every=0.001s")
          .command("watch $every source new.mast $f --then \"count; stop\"")
          .command("count")
          .run()
          .succeeds()
          .says("watched for 2 rounds, 1 with new rows")
          .prints("1\n4");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "watch | watch needs an interval",
        "watch 1h | watch needs a command",
        "watch refresh | refresh is no number",
        "watch 5 refresh | of what are there 5?",
        "watch 0s refresh | too short",
        "watch -1h refresh | too short",
        "watch 2000d refresh | too long",
        "watch 1deg refresh | unit of angle",
        "watch 1h refresh --times 0 | no number of rounds",
        "watch 1h refresh --times x | no number of rounds",
        "watch 1h refresh --times | needs a value",
        "watch 1h refresh --times 1 --times 2 | given twice",
        "watch 1h refresh --then | needs a value",
        "watch 1h refresh --times $n | no variable is called n",
      })
  void whatCannotBeWatchedIsAnErrorAtOnce(String line, String message) {
    type(SEARCH, line, "count").reportsOneError().says(message).prints("12");
  }

  @Test
  void aRealArchiveIsAskedOnceAMinuteAtMost() {
    AssertableProgram.in(folder)
        .arguments("--server", "https://mast.example.org", "-c", "watch 59s refresh")
        .run()
        .exits(ExitCode.USAGE)
        .says("59s is too short", "once a minute at most");
  }

  @Test
  void interruptionEndsItWithTheStateKept() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    World world =
        new World(
            Map.of(
                "MASTSHELL_HOME", folder.toString(), "MASTSHELL_SERVER", archive.url().toString()),
            folder,
            folder,
            new BufferedReader(new StringReader(SEARCH + "\nwatch 1h refresh\ncount\n")),
            new PrintWriter(out),
            new PrintWriter(err),
            World.Terminals.none(),
            Clock.systemUTC());
    Interrupts interrupts = new Interrupts();
    CompletableFuture<ExitCode> code =
        CompletableFuture.supplyAsync(() -> new Program(world, interrupts).run("-i"));
    await().until(() -> err.toString().contains("round 2 at "));
    assertThat(interrupts.interrupt()).isTrue();
    await().atMost(Duration.ofSeconds(10)).until(code::isDone);
    assertThat(code.join()).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).contains("watched for 1 round, 0 with new rows");
    assertThat(out.toString().strip()).isEqualTo("12");
  }

  private AssertableProgram program(GrowingArchive growing) {
    return AssertableProgram.in(folder).arguments("--server", growing.url());
  }
}
