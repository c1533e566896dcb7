package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Settings;

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
    try (SessionKeeper keeper = new SessionKeeper(session, saved)) {
      keeper.begin();
      return String.join("\n", new Welcome(keeper).lines());
    }
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
  void anOptionBeatsTheSettingOfTheSession() {
    session("lmc", "set format csv").succeeds();
    session("lmc", "set format").succeeds().shows("format,csv");
    program()
        .arguments("--session", "lmc", "--format", "tsv")
        .command("set format")
        .run()
        .succeeds()
        .shows("format\ttsv");
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
        new SessionKeeper(other, new SavedSessions(sessions(), Clock.systemUTC()))) {
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
        new SessionKeeper(other, new SavedSessions(sessions(), Clock.systemUTC()))) {
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
    run("session list").succeeds().prints(run("session list").out().strip());
    assertThat(run("session list").out()).doesNotContain("other");
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
  void whereNothingCanBeKeptTheWorkGoesOn() throws IOException {
    Files.createDirectories(sessions().getParent());
    Files.writeString(sessions(), "a file where the folder ought to be");
    type(SEARCH, "pick 1-2", "count").prints("2").says("warning: the session is not kept");
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
}
