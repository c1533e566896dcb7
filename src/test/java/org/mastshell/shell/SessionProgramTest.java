package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.ExitCode;
import org.mastshell.download.JobFolder;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.vocabulary.Fields;

/** Sessions that are kept over several runs of the program. */
class SessionProgramTest extends DemoProgramTest {

  private AssertableProgram.Ended session(String name, String... lines) {
    AssertableProgram program = program().arguments("--session", name);
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  /** What a shell at a terminal says when it opens. */
  private String offered() {
    SavedSessions saved = new SavedSessions(sessions(), Clock.systemUTC());
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper = new SessionKeeper(session, saved, EmbeddedArchive.none())) {
      keeper.begin();
      return String.join("\n", new Welcome(keeper, jobs()).lines());
    }
  }

  private DownloadJobs jobs() {
    JobFolder none = new JobFolder(folder.resolve("no-downloads"), Clock.systemUTC());
    return new DownloadJobs(none, Set.of(), Fields.bundled(), Clock.systemUTC());
  }

  private Path sessions() {
    return folder.resolve("mastshell-home/state/sessions");
  }

  @Test
  void setsNamesUndoAndSettingsAreThereAgain() {
    session("lmc", SEARCH, "name all", "pick 1-3", "set limit 7", "undo").succeeds();
    session("lmc", "count", "redo", "count", "use all", "count", "results", "set limit")
        .succeeds()
        .shows("12\n3\n12\n", SEARCH, "limit    7");
  }

  @Test
  void productsAndWhatWasMadeOfThemAreThereAgain() {
    String before =
        session("lmc", SEARCH, "products", "unique", "filter suffix=uncal", "show --all").out();
    String after = session("lmc", "show --all").succeeds().out();
    assertThat(after).isEqualTo(before).contains("uncal.fits");
    session("lmc", "undo", "count", "observations", "count", "products", "count")
        .succeeds()
        .prints("1457\n12\n4908");
  }

  @Test
  void droppedSetsAreGoneForGood() {
    session("lmc", SEARCH, "pick 1-3", "pick 1", "drop 2").succeeds();
    session("lmc", "use 2").exits(ExitCode.FAILED);
    session("lmc", "pick 1", "use 4", "count").succeeds().prints("1");
  }

  @Test
  void howADroppedSetWasMadeIsKeptAsLongAsOneThatWasMadeOfIt() {
    session("lmc", SEARCH, "filter t_exptime>0", "pick 1-3", "name few", "drop 1 2").succeeds();
    session("lmc", "use 1").exits(ExitCode.FAILED).says("there is no set 1");
    session("lmc", "export script").succeeds().shows("search mission=JWST", "filter t_exptime>0");
    assertThat(session("lmc", "sets").succeeds().out()).contains("few").doesNotContain("search");
    session("lmc", "search program=1073 --limit 1", "drop few").succeeds();
    assertThat(session("lmc", "sets").succeeds().out()).contains("search").doesNotContain("few");
  }

  @Test
  void anOptionBeatsTheSettingOfTheSession() {
    session("lmc", "set format csv").succeeds();
    session("lmc", "set format").succeeds().shows("format,csv");
    program()
        .arguments("--session", "lmc", "--format", "tsv")
        .command("set format")
        .run()
        .succeeds()
        .shows("format\ttsv");
    session("lmc", "set format").succeeds().shows("format,csv");
  }

  @Test
  void whatOptionsDemandIsNotKeptAndStaysOnTop() {
    session("lmc", SEARCH, "set server http://127.0.0.1:9", "set limit 7").succeeds();
    type("session load lmc", SEARCH, "count", "set limit")
        .succeeds()
        .shows("12\n", "limit    7")
        .says("set in this session: limit 7, server http://127.0.0.1:9");
    program().arguments("--session", "lmc", "--format", "csv").command("pick 1").run().succeeds();
    AssertableProgram.in(folder)
        .arguments("--session", "lmc")
        .command("set server")
        .command("set format")
        .run()
        .succeeds()
        .shows("http://127.0.0.1:9", "format   table");
  }

  @Test
  void aPersonHasTheLastWordOnWhatAnOptionDemands() {
    program()
        .arguments("--session", "lmc", "--format", "tsv")
        .command("set format csv")
        .command("set format")
        .run()
        .succeeds()
        .shows("format,csv");
    session("lmc", "set format").succeeds().shows("format,csv");
  }

  @Test
  void lookingChangesNothing() throws IOException {
    session("lmc", SEARCH, "set limit 7").succeeds();
    Path file = sessions().resolve("lmc.db");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    byte[] before = Files.readAllBytes(file);
    session("lmc", "count", "results", "set limit 7", "use 1").succeeds();
    session("lmc", "undo").reportsOneError();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    run("session list").shows("2026-01-02 03:04:05");
  }

  @Test
  void aDamagedSessionLeavesTheOneInHandAsItIs() throws IOException {
    session("bad", SEARCH).succeeds();
    Files.writeString(sessions().resolve("bad.db"), "x".repeat(10_000));
    type(SEARCH, "pick 1-4", "session load bad", "count", "session")
        .reportsOneError()
        .prints("4")
        .says("session bad is damaged; it was set aside as ", "session last · 2 sets");
    Files.createFile(sessions().resolve("none.db"));
    type(SEARCH, "session load none", "count")
        .reportsOneError()
        .prints("12")
        .says("the file of session none is empty", "session delete none removes it");
  }

  @Test
  void whatIsSetAsideInOneSecondStaysApart() throws IOException {
    for (int time = 0; time < 3; time++) {
      session("lmc", SEARCH).succeeds();
      Files.writeString(sessions().resolve("lmc.db"), "x".repeat(10_000 + time));
      session("lmc", "results").succeeds().says("set aside");
    }
    try (Stream<Path> files = Files.list(sessions())) {
      assertThat(files.filter(one -> one.toString().contains("damaged")).map(Path::toFile))
          .extracting(java.io.File::length)
          .containsExactlyInAnyOrder(10_000L, 10_001L, 10_002L);
    }
  }

  @Test
  void aSessionThatCannotBeLockedIsNoFaultOfTheProgram() throws IOException {
    Files.createDirectories(sessions().resolve("lmc.lock"));
    session("lmc", "count").exits(ExitCode.FAILED).reportsOneError().says("lmc.lock cannot be");
    type(SEARCH, "session save lmc", "count").reportsOneError().prints("12");
  }

  @Test
  void whatIsNotKeptYetIsNotLeftForAnotherSession() throws IOException {
    session("lmc", SEARCH).succeeds();
    Files.createDirectories(sessions().resolve("last.lock"));
    type(SEARCH, "pick 1-3", "session load lmc", "count")
        .reportsOneError()
        .prints("3")
        .says(
            "warning: the session is not kept", "warning: the session ends without being on disk");
  }

  @Test
  void aScriptThatLoadsASessionGoesOnWithIt() {
    session("lmc", SEARCH).succeeds();
    run("session load lmc", "pick 1-3", "session")
        .succeeds()
        .says("session lmc · 2 sets · on disk");
    session("lmc", "count").succeeds().prints("3");
    run(SEARCH, "pick 1", "session load lmc")
        .succeeds()
        .says("note: 2 sets from before were not kept");
  }

  @Test
  void aPreviousSessionThatIsOpenStaysWithItsShell() {
    type(SEARCH, "pick 1-5").succeeds();
    type(SEARCH, "pick 1-4").succeeds();
    Session other = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper =
        new SessionKeeper(
            other, new SavedSessions(sessions(), Clock.systemUTC()), EmbeddedArchive.none())) {
      keeper.openAtStart(new SessionName("previous"));
      type(SEARCH, "pick 1-3").succeeds();
      other.set(Setting.LIMIT, "9");
      keeper.keep();
    }
    type("session load previous", "count", "set limit").shows("5\n", "limit    9");
    type("session load previous-2", "count", "session load last", "count").prints("4\n3");
  }

  @Test
  void aSessionWithoutSetsTakesNoPlaceAmongTheEarlierOnes() {
    type(SEARCH, "pick 1-5").succeeds();
    type("set limit 7").succeeds();
    type("set limit 8").succeeds();
    type("session load previous", "count").succeeds().prints("5");
    type("session load previous-2").reportsOneError();
  }

  @Test
  void aNumberThatAKilledShellLeftIsNobody() throws IOException {
    session("lmc", SEARCH).succeeds();
    // The first process of this system is alive, and no shell of ours.
    Files.writeString(sessions().resolve("lmc.lock"), "1\n");
    assertThat(run("session list").succeeds().out()).doesNotContain("in another shell");
    session("lmc", "count").succeeds().prints("12");
  }

  @Test
  void scriptsTouchNoSessionUnlessTheyNameOne() {
    run(SEARCH, "pick 1").succeeds();
    assertThat(sessions()).doesNotExist();
    program().typed(SEARCH).run().succeeds();
    assertThat(sessions()).doesNotExist();
  }

  @Test
  void aShellWithoutANameKeepsItsStateAsLast() {
    type(SEARCH, "pick 1-5", "exit").succeeds();
    type("session load last", "count").succeeds().prints("5");
  }

  @Test
  void whatTheLastShellLeftIsKeptOnceMore() {
    type(SEARCH, "pick 1-5").succeeds();
    type(SEARCH, "pick 1-2").succeeds();
    type("session load previous", "count", "session load last", "count").succeeds().prints("5\n2");
  }

  @Test
  void aStartFileIsNothingToKeep() throws IOException {
    Path home = Files.createDirectories(folder.resolve("mastshell-home"));
    Files.writeString(home.resolve("mastshellrc"), "set limit 50\nlet x=1\nset mission JWST\n");
    run(SEARCH, "count").succeeds().prints("12");
    program().typed(SEARCH).run().succeeds();
    assertThat(sessions()).doesNotExist();
    type(SEARCH, "pick 1-5").succeeds();
    run(SEARCH).succeeds();
    assertThat(offered()).contains("session load last goes on with it");
    type("session load last", "count", "set limit").succeeds().shows("5\n", "limit    50");
  }

  @Test
  void aStartFileMayGoOnWithASession() throws IOException {
    session("lmc", SEARCH).succeeds();
    Path home = Files.createDirectories(folder.resolve("mastshell-home"));
    Files.writeString(home.resolve("mastshellrc"), "session load lmc\n");
    type("pick 1-3", "session").succeeds().says("session lmc · 2 sets");
    type("count").prints("3");
    run("pick 1").succeeds();
    type("count").prints("3");
  }

  @Test
  void whatWasWorkedInLastIsOfferedAndNotGivenUp() {
    type(SEARCH, "pick 1-5").succeeds();
    type(SEARCH, "pick 1-2").succeeds();
    type("session load previous", "pick 1-4").succeeds();
    assertThat(offered()).contains("session load previous goes on with it");
    type(SEARCH).succeeds();
    type("session load previous-2", "count", "session load previous", "count").prints("4\n2");
  }

  @Test
  void fiveEarlierOnesAreKept() {
    for (int rows = 1; rows <= 7; rows++) {
      type(SEARCH, "pick 1-" + rows).succeeds();
    }
    type("session load last", "count").prints("7");
    for (int back = 1; back <= 5; back++) {
      String name = back == 1 ? "previous" : "previous-" + back;
      type("session load " + name, "count").prints(Integer.toString(7 - back));
    }
    type("session load previous-6").reportsOneError();
  }

  @Test
  void anEmptyFileIsNoSession() throws IOException {
    Files.createDirectories(sessions());
    Files.createFile(sessions().resolve("lmc.db"));
    session("lmc", SEARCH).succeeds().says("the file of session lmc was empty");
    session("lmc", "count").succeeds().prints("12");
  }

  @Test
  void aShellInWhichNothingHappensLeavesNothing() {
    type("help", "session", "session list", "exit").succeeds();
    assertThat(sessions()).doesNotExist();
    program().arguments("-i", "--no-session").typed(SEARCH, "session").run().says("not kept");
    assertThat(sessions()).doesNotExist();
  }

  @Test
  void aSessionIsSavedUnderANameAndGoneOnWith() {
    type(SEARCH, "session save lmc", "pick 1-4", "session").succeeds().says("session lmc · 2 sets");
    session("lmc", "count", "session list").succeeds().shows("4\n", "lmc", "here");
    type(SEARCH, "session save lmc").reportsOneError().says("there is a session lmc already");
  }

  @Test
  void aSessionThatIsOpenElsewhereIsRefused() {
    session("lmc", SEARCH).succeeds();
    Session other = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper =
        new SessionKeeper(
            other, new SavedSessions(sessions(), Clock.systemUTC()), EmbeddedArchive.none())) {
      keeper.openAtStart(new SessionName("lmc"));
      session("lmc", "count")
          .exits(ExitCode.FAILED)
          .reportsOneError()
          .says("session lmc is open in another shell (process ");
      type("session load lmc").reportsOneError();
      type("session delete lmc").reportsOneError();
      run("session list").succeeds().shows("in another shell");
    }
    session("lmc", "count").succeeds().prints("12");
  }

  @Test
  void twoShellsWithoutANameKeepASessionEach() {
    type(SEARCH).succeeds();
    Session other = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper =
        new SessionKeeper(
            other, new SavedSessions(sessions(), Clock.systemUTC()), EmbeddedArchive.none())) {
      keeper.openAtStart(SessionName.LAST);
      type(SEARCH, "pick 1-2", "session").succeeds().says("session last-2 · 2 sets");
    }
    type("session load last-2", "count", "session load last", "count").prints("2\n12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"session lode x", "session load", "session save a b", "session load nix"})
  void whatCannotBeDoneWithASessionChangesNothing(String wrong) {
    type(SEARCH, wrong, "count").reportsOneError().prints("12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", "-x", "x.", "naïve"})
  void whatCannotBeANameIsRefused(String name) {
    session(name, "count").exits(ExitCode.USAGE).reportsOneError();
    assertThat(sessions()).doesNotExist();
  }

  @Test
  void aNearlyRightNameIsSuggested() {
    session("magellan", SEARCH).succeeds();
    type("session load magelan").reportsOneError().says("did you mean magellan?");
  }

  @Test
  void anExportIsTakenElsewhere() throws IOException {
    session("lmc", SEARCH, "pick 1-6", "session export lmc lmc.mastsession").succeeds();
    Path file = folder.resolve("lmc.mastsession");
    assertThat(file).isNotEmptyFile();
    type("session import lmc.mastsession copy", "session load copy", "count").prints("6");
    type("session import lmc.mastsession copy").reportsOneError();
    type("session export lmc lmc.mastsession").reportsOneError().says("exists already");
    Files.writeString(file, "no session at all");
    type("session import lmc.mastsession other").reportsOneError();
    Files.writeString(file, "");
    type("session import lmc.mastsession other").reportsOneError().says("is no session");
    run("session list").succeeds().prints(run("session list").out().strip());
    assertThat(run("session list").out()).doesNotContain("other");
  }

  @Test
  void anImportHasWhatAKilledShellLeftInTheLogAndIsItsOwnersAlone() throws IOException {
    Session other = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper =
        new SessionKeeper(
            other, new SavedSessions(sessions(), Clock.systemUTC()), EmbeddedArchive.none())) {
      keeper.openAtStart(new SessionName("lmc"));
      other.set(Setting.LIMIT, "9");
      keeper.keep();
      // As long as it is open the last changes are in the log alone.
      Files.copy(sessions().resolve("lmc.db"), folder.resolve("copy.db"));
      Files.copy(sessions().resolve("lmc.db-wal"), folder.resolve("copy.db-wal"));
    }
    type("session import copy.db copy", "session load copy", "set limit").shows("limit    9");
    assertThat(folder.resolve("copy.db-wal")).isNotEmptyFile();
    assertThat(sessions().resolve("copy.draft")).doesNotExist();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(sessions().resolve("copy.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void anExportThatFailsLeavesNothing() throws IOException {
    session("lmc", SEARCH).succeeds();
    Path target = Files.createDirectory(folder.resolve("there"));
    Files.createFile(target.resolve("lmc.db"));
    run("session export lmc there/lmc.db").exits(ExitCode.FAILED);
    run("session export lmc nowhere/lmc.db").exits(ExitCode.FAILED).says("there is no folder");
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files).containsExactly(target.resolve("lmc.db"));
    }
  }

  @Test
  void aDeletedSessionIsGone() {
    session("lmc", SEARCH).succeeds();
    run("session delete lmc").succeeds();
    assertThat(run("session list").succeeds().out()).doesNotContain("lmc");
    run("session delete lmc").exits(ExitCode.FAILED).reportsOneError();
  }

  @Test
  void aDamagedSessionIsSetAsideAndTheShellStarts() throws IOException {
    session("lmc", SEARCH).succeeds();
    Path file = sessions().resolve("lmc.db");
    Files.writeString(file, "x".repeat(10_000));
    session("lmc", SEARCH, "count").succeeds().prints("12").says("damaged", "set aside");
    try (Stream<Path> files = Files.list(sessions())) {
      List<Path> aside = files.filter(one -> one.toString().contains("damaged")).toList();
      assertThat(aside).hasSize(1);
      assertThat(aside.get(0)).hasSize(10_000);
    }
    session("lmc", "count").succeeds().prints("12");
  }

  @Test
  void setsOfTheEmbeddedArchiveStayOfOneArchiveWhereverItIs() {
    embedded(SEARCH, "pick 1-3", "name one").succeeds();
    embedded(SEARCH, "pick 3-5", "name two", "union one two", "count", "refresh")
        .succeeds()
        .prints("5")
        .says("nothing new, gone or changed");
    assertThat(embedded("use one", "refresh").succeeds().err()).doesNotContain("came from");
    embedded("use one", "show 1", "export script one.mast").succeeds();
  }

  @Test
  void setsOfAnotherArchiveOnThisComputerAreNotOfTheEmbeddedOne() {
    session("demo", "search program=1073 level=3", "name one").succeeds();
    embedded("search program=1073 level=3", "name two", "union one two")
        .exits(ExitCode.FAILED)
        .says("these sets are of two archives: one of " + archive.url() + ", two of http://127");
    // Neither that nor the keeping has made them one: each is still of its own.
    session("demo", "search program=1073 level=3", "name three", "union one three", "use two")
        .succeeds();
    session("demo", "union one two")
        .exits(ExitCode.FAILED)
        .says("one of " + archive.url(), "two of https://demo.invalid");
    embedded("use two", "refresh").succeeds().doesNotSay("came from");
  }

  private AssertableProgram.Ended embedded(String... lines) {
    AssertableProgram program =
        AssertableProgram.in(folder).arguments("--demo", "--no-rc", "--session", "demo");
    for (String line : lines) {
      program.command(line);
    }
    return program.run();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void damageThatShowsOnlyInWritingCostsNothingThatIsInHand(int page) throws IOException {
    session("lmc", SEARCH, "products", "name files", "unique").succeeds();
    Path file = sessions().resolve("lmc.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, page * 4096, page * 4096 + 64, (byte) 0xa5);
    Files.write(file, bytes);
    AssertableProgram.Ended ended = session("lmc", SEARCH, "pick 1-2").succeeds();
    assertThat(ended.err()).doesNotContain("without being on disk");
    String after = session("lmc", "count", "results").succeeds().out();
    assertThat(after).startsWith("2");
    // What could be read is still there, or all of it was set aside.
    if (!ended.err().contains("this is a new one")) {
      assertThat(after).contains("files");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aNewFileIsSaidToBeThereOnlyWhenItIs(int page) throws IOException {
    session("lmc", SEARCH, "products", "name files", "unique").succeeds();
    Path file = sessions().resolve("lmc.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, page * 4096, page * 4096 + 64, (byte) 0xa5);
    Files.write(file, bytes);
    Files.createDirectories(sessions().resolve("lmc.draft/in the way"));
    AssertableProgram.Ended ended = session("lmc", SEARCH, "pick 1-2");
    if (!Files.exists(file)) {
      ended.exits(ExitCode.FAILED).doesNotSay("this is a new one", "in a new one");
    }
  }

  @Test
  void damageIsSaidToWhoeverWantsToHearOfErrorsOnly() throws IOException {
    session("lmc", SEARCH).succeeds();
    Files.writeString(sessions().resolve("lmc.db"), "x".repeat(10_000));
    program()
        .arguments("--quiet", "--session", "lmc")
        .command("count")
        .run()
        .says("warning: session lmc is damaged", "set aside");
  }

  @Test
  void whatTheStartFileMakesIsWhereANewSessionBegins() throws IOException {
    Files.writeString(folder.resolve("rc"), SEARCH + "; name base\n");
    program()
        .arguments("--rc", "rc", "--session", "new")
        .command("pick 1-2")
        .command("use base")
        .run()
        .succeeds();
    session("new", "count", "use 2", "count").succeeds().prints("12\n2");
  }

  @Test
  void whereNothingCanBeKeptTheWorkGoesOn() throws IOException {
    Files.createDirectories(sessions().getParent());
    Files.writeString(sessions(), "a file where the folder ought to be");
    type(SEARCH, "pick 1-2", "count").prints("2").says("warning: the session is not kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE sets SET name = 'a; log PWNED'",
        "UPDATE sets SET name = '1'",
        "UPDATE sets SET name = 'twice'",
        "UPDATE sets SET parents = '2' WHERE number = 1",
        "UPDATE sets SET parents = '2' WHERE number = 2",
        "UPDATE state SET value = 1 WHERE name = 'made'"
      })
  void aSessionThatMakesNoSenseIsSetAside(String change) throws Exception {
    session("lmc", SEARCH, "pick 1-2", "session export lmc lmc.mastsession").succeeds();
    Path file = folder.resolve("lmc.mastsession");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
      // Files of this form have no checksum, which anybody could make fit.
      statement.execute("PRAGMA user_version = 2");
    }
    run("session import lmc.mastsession evil").exits(ExitCode.FAILED).says("damaged");
    Files.copy(file, sessions().resolve("evil.db"));
    session("evil", "sets").says("damaged", "set aside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1$(touch PWNED)",
        "http://127.0.0.1:1}; touch PWNED",
        "http://127.0.0.1:1\nstop PWNED",
        "file:///etc",
        ""
      })
  void aSessionWithAnAddressThatIsNoneIsSetAside(String server) throws Exception {
    session("lmc", SEARCH, "session export lmc lmc.mastsession").succeeds();
    Path file = folder.resolve("lmc.mastsession");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement update = connection.prepareStatement("UPDATE sets SET server = ?")) {
      update.setString(1, server);
      assertThat(update.executeUpdate()).isEqualTo(1);
      // Files of this form have no checksum, which anybody could make fit.
      connection.createStatement().execute("PRAGMA user_version = 2");
    }
    run("session import lmc.mastsession evil").exits(ExitCode.FAILED).says("damaged");
    // However it came there.
    Files.copy(file, sessions().resolve("evil.db"));
    session("evil", "export script evil.sh --as curl").exits(ExitCode.FAILED).says("damaged");
    assertThat(folder.resolve("evil.sh")).doesNotExist();
  }

  /** A session as the first form of the file had it, with the sets of an exploration. */
  @Test
  void aSessionOfAnOlderFormIsReadAndGoneOnWith() throws IOException {
    try (InputStream older = getClass().getResourceAsStream("/sessions/form-1.db")) {
      Files.copy(older, folder.resolve("form-1.db"));
    }
    run("session import form-1.db older").succeeds();
    session("older", "count", "redo", "count", "use all", "count", "pick 1-2", "set limit")
        .succeeds()
        .shows("3\n501\n12\n", "limit    7");
    session("older", "count").succeeds().prints("2");
  }

  /** The second form forgot what was dropped. */
  @Test
  void whatAnOlderSessionForgotIsSaid() throws IOException {
    try (InputStream older = getClass().getResourceAsStream("/sessions/form-2-dropped.db")) {
      Files.copy(older, folder.resolve("form-2.db"));
    }
    run("session import form-2.db older").succeeds();
    for (String command : List.of("refresh", "export script", "searches save lmc")) {
      session("older", command)
          .exits(ExitCode.FAILED)
          .says("set 2, from which set 3 was made, is gone", "begin with a search");
    }
    session("older", "cite")
        .succeeds()
        .shows(
            "JWST program:\n    1073\n",
            "Instruments and investigators of 1 observation are not known here");
    session(
            "older",
            "pick 1",
            "set format csv",
            "download --layout '{instrument}/{filename}' --dry-run")
        .succeeds()
        .shows("no-instrument/");
  }
}
