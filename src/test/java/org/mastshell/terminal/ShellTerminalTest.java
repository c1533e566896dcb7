package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.output.Console;
import org.mastshell.output.Ground;

class ShellTerminalTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final TerminalSettings HELPFUL = TerminalSettings.defaults();

  @TempDir Path folder;
  private TypedTerminal typed;
  private Path historyFile;

  @BeforeEach
  void open() throws IOException {
    typed = new TypedTerminal("xterm-256color");
    historyFile = folder.resolve("state").resolve("history");
  }

  @AfterEach
  void close() {
    typed.close();
  }

  @Test
  void aTerminalThatWasClosedGivesNoMoreLines() {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.close();
    assertThat(reading.readLine(TypedTerminal.PROMPT)).isEmpty();
  }

  @Test
  void whatIsDrawnAfterItsWindowHasGoneDoesNoHarm() {
    ShellTerminal terminal = typed.opened();
    terminal.close();
    assertThat(terminal.console().width()).isPositive();
    assertThat(terminal.console().height()).isPositive();
    terminal.console().talk().println("nobody reads this");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "show size                            ¦ show size",
        "sea⇥instr⇥mir⇥                       ¦ search instrument_name=MIRI/IMAGE",
        "sea⇥miss⇥hst⇥ instr⇥wfc3⇥            ¦ search mission=HST instrument_name=WFC3/UVIS",
        "search instr⇥nirc⇥g⇥                 ¦ search instrument_name=NIRCAM/GRISM",
        "search filt⇥f277⇥,f2⇥                ¦ search filters=F277W,F200W",
        "search target=m⇥1⇥                   ¦ search target=\"M 31\"",
        "search target=\"m 31⇥                ¦ search target=\"M 31\"",
        "search target='ngc⇥                  ¦ search target='NGC 104'",
        "search target=NGC⇥,m⇥3⇥              ¦ search target=\"NGC 104\",\"M 33\"",
        "search start=2022..yes⇥              ¦ search start=2022..yesterday",
        "search --c⇥--inc⇥ffi⇥                ¦ search --count --include ffi",
        "search mission!=JWST                 ¦ search mission!=JWST",
        "search xyzzy⇥                        ¦ search xyzzy",
        "sea⇥obs⇥j⇥ instr⇥nircam/i⇥ filt⇥277⇥ ¦ search obs_collection=JWST instrument_name=NIRCAM/IMAGE filters=F277W",
        "search mission=J⇥⇥instr⇥mir⇥          ¦ search mission=JWST instrument_name=MIRI/IMAGE",
        "search isntrum⇥mir⇥                  ¦ search instrument_name=MIRI/IMAGE",
        "search target=ngc 1⇥                 ¦ search target=\"NGC 104\"",
        "search target⇥=ngc⇥                  ¦ search target=\"NGC 104\"",
        "search filter⇥f277⇥                  ¦ search filters=F277W",
        "search instrument_name=mri/⇥         ¦ search instrument_name=mri/",
        "search instrument_name=mri/i⇥⇥⏎      ¦ search instrument_name=MIRI/IMAGE",
        "search filters=⇥f2⇥⇥⏎                ¦ search filters=F200W",
        "search filters=f200w,⇥277⇥           ¦ search filters=f200w,F277W",
        "search filters=⇥f277⇥,f44⇥           ¦ search filters=F277W,F444W",
        "search mission=HST←←←←←←←←←←←⇥       ¦ search mission=HST",
        "search filters=F277W◂ ←instr⇥mir⇥       ¦ search instrument_name=MIRI/IMAGE filters=F277W",
        "search exptime>5⇥⇥⏎                  ¦ search exptime>5s",
        "search exptime>5m⇥                   ¦ search exptime>5min",
        "undo;us⇥                             ¦ undo; use",
        "undo;⇥                               ¦ undo;",
        "search mission=JWST;⇥                ¦ search mission=JWST;",
        "undo;⇥us⇥                            ¦ undo; use",
        "search mission=JWST;⇥undo            ¦ search mission=JWST;undo",
        "undo; u⇥n⇥                           ¦ undo; undo",
        "show --so⇥-si⇥                       ¦ show --sort -size",
        "show nam⇥                            ¦ show productFilename",
        "show file⇥                           ¦ show productFilename",
        "filter det⇥nrcal⇥                    ¦ filter detector=nrcalong",
        "filter suffix=⇥⇥⇥⏎                   ¦ filter suffix=cal",
        "filter suffix=⇥↓↓⏎                   ¦ filter suffix=cal",
        "filter suffix=⇥↓↑⏎                   ¦ filter suffix=rate",
        "filter suffix=⇥↓⌃                    ¦ filter suffix=",
        "filter suffix=⇥↓ d⇥nrca1⇥            ¦ filter suffix=uncal detector=nrca1",
        "filter suffix=⇥↓⏎⇥det⇥nrca1⇥         ¦ filter suffix=uncal detector=nrca1",
        "filter suffix=⇥↓⏎,r⇥                 ¦ filter suffix=uncal,rate",
        "filter suffix=⇥↓⏎,⇥↓⏎⇥det⇥nrca1⇥     ¦ filter suffix=uncal,cal detector=nrca1",
        "search filt⇥f444⇥↓⏎⇥inst⇥mir⇥        ¦ search filters=F444W instrument_name=MIRI/IMAGE",
        "filter suffix=⇥⌃                     ¦ filter suffix=",
        "filter suffix=⇥⌃cal⇥                 ¦ filter suffix=cal",
        "filter suffix=⇥u⌃ncal                ¦ filter suffix=uncal",
        "filter name=⇥x                       ¦ filter name=x",
        "filter suffix=⇥ur⌫n⇥                 ¦ filter suffix=uncal",
        "filter suffix=⇥←x                    ¦ filter suffixx=",
      })
  void keysMakeALine(String keys, String expected) throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, pressed(keys) + "\r").orElseThrow().stripTrailing())
        .isEqualTo(expected);
  }

  // Home is followed by six steps to the right, behind the command.
  private static String pressed(String keys) {
    return keys.replace('⇥', '\t')
        .replace('⏎', '\r')
        .replace("←", "\u001bOD")
        .replace("↑", "\u001bOA")
        .replace("↓", "\u001bOB")
        .replace("⌃", "\u0007")
        .replace("⌫", "\u007f")
        .replace("◂", "\u0001" + "\u0006".repeat(7));
  }

  @Test
  void aListShowsMeaningsAndCounts() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "search instrument_name=\t\r");
    assertThat(typed.text())
        .contains("values of instrument_name")
        .contains("NIRCAM/IMAGE  19,388  imaging");
  }

  @Test
  void whatIsStillCountedIsSaid() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "filter name=\t", "counting the rows", "\r");
    assertThat(typed.text()).contains("counting the rows of the current set");
  }

  @Test
  void withoutHintsTabSaysWhatIsWantedWhereNothingIsKnown() throws Exception {
    TerminalSettings noHints =
        new TerminalSettings(true, true, true, false, false, Optional.of(Ground.DARK));
    LineReading reading = typed.reader(historyFile, noHints);
    typed.line(reading, "search program=\t", "What proposal_id means", "1\r");
    assertThat(typed.text()).containsOnlyOnce("What proposal_id means");
  }

  @Test
  void whatIsWrongIsSeen() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "serch \r");
    typed.line(reading, "search filterz= \r");
    typed.line(reading, "search --cont \r");
    String wrong = "\u001b[4;91m";
    assertThat(typed.screen()).contains(wrong + "ser", wrong + "filterz", wrong + "--con");
    int mark = typed.screen().length();
    typed.line(reading, "search object=M31 --count\r");
    assertThat(typed.shownSince(mark)).doesNotContain(wrong);
  }

  @Test
  void aSecondTabChoosesFromTheList() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, "search target=m\t\t\r\r")).contains("search target=\"M 31\"");
    assertThat(typed.line(reading, "search target=m\t\t\t\r\r")).contains("search target=\"M 33\"");
    assertThat(typed.line(reading, "search filters=277,4\t\t\r\r"))
        .contains("search filters=277,F444W");
  }

  @Test
  void interruptDropsTheLineAndTheShellGoesOn() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    AtomicInteger interruptions = new AtomicInteger();
    typed.opened().onInterrupt(interruptions::incrementAndGet);
    assertThatThrownBy(() -> typed.line(reading, "search half", "half", CTRL_C))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedLineException.class);
    assertThat(typed.line(reading, "undo\r")).contains("undo");
    assertThat(interruptions).hasValue(0);
    assertThat(reading.history()).containsExactly("undo");
  }

  @Test
  void interruptDropsALineWithAListToo() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    for (String keys : List.of("search mission=\t", "search mission=\t\t")) {
      assertThatThrownBy(() -> typed.line(reading, keys, "values of obs_collection", CTRL_C))
          .hasCauseInstanceOf(InterruptedLineException.class);
    }
    assertThat(typed.line(reading, "undo\r")).contains("undo");
  }

  @Test
  void interruptWhileNoLineIsEditedRunsTheAction() {
    AtomicInteger interruptions = new AtomicInteger();
    typed.opened().onInterrupt(interruptions::incrementAndGet);
    typed.terminal().raise(Signal.INT);
    assertThat(interruptions).hasValue(1);
    typed.opened().onInterrupt(null);
    typed.terminal().raise(Signal.INT);
    assertThat(interruptions).hasValue(1);
  }

  @Test
  void endOfInputLeavesOnlyFromAnEmptyLine() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, "undo" + CTRL_D + "\r")).contains("undo");
    assertThat(typed.line(reading, CTRL_D)).isEmpty();
  }

  @Test
  void aLineGoesOnUntilItIsFinished() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, "search target=\"M\r31\"\r")).contains("search target=\"M 31\"");
    assertThat(typed.line(reading, "search \\\rmission=JWST\r")).contains("search mission=JWST");
    assertThat(reading.history()).containsExactly("search target=\"M 31\"", "search mission=JWST");
  }

  @Test
  void pastedLinesAreGivenOneByOne() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, "\u001b[200~undo\n# a\tcomment\nshow\u001b[201~\r"))
        .contains("undo");
    assertThat(reading.readLine("mast> ")).contains("# a\tcomment");
    assertThat(reading.readLine("mast> ")).contains("show");
    typed.line(reading, "\u001b[200~undo\nshow\u001b[201~\r");
    typed.terminal().raise(Signal.INT);
    assertThat(typed.line(reading, "use 1\r")).contains("use 1");
  }

  @Test
  void historyIsPrivateAndLastsOverSessions() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "search mission=JWST\r");
    typed.line(reading, "undo\r");
    typed.line(reading, "undo\r");
    typed.line(reading, "login test-token-not-a-secret\r");
    typed.line(reading, " show\r");
    assertThat(reading.history()).containsExactly("search mission=JWST", "undo");
    assertThat(permissions(historyFile)).isEqualTo("rw-------");
    assertThat(permissions(historyFile.getParent())).isEqualTo("rwx------");
    assertThat(Files.readString(historyFile))
        .contains("search mission=JWST")
        .doesNotContain("token");

    LineReading next = typed.reader(historyFile, HELPFUL);
    assertThat(next.history()).containsExactly("search mission=JWST", "undo");
    assertThat(typed.line(next, "\u001bOA\u001bOA\r")).contains("search mission=JWST");
    assertThat(next.historyProblem()).isEmpty();
  }

  @Test
  void aTokenPastedBelowALoginIsForgotten() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(
            typed.line(reading, "\u001b[200~undo\nlogin\ntest-token-not-a-secret\n\u001b[201~\r"))
        .contains("undo");
    assertThat(reading.history()).containsExactly("undo", "login");
    assertThat(Files.readString(historyFile)).doesNotContain("token");
  }

  @Test
  void aHistoryThatOthersCanReadIsClosed() throws Exception {
    Files.createDirectories(historyFile.getParent());
    Files.writeString(historyFile, "broken\n1700000000000:undo\n");
    Files.setPosixFilePermissions(historyFile, PosixFilePermissions.fromString("rw-r--r--"));
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(reading.history()).containsExactly("undo");
    assertThat(permissions(historyFile)).isEqualTo("rw-------");
  }

  @Test
  void aHistoryThatCannotBeKeptIsNoReasonToStop() throws Exception {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    LineReading reading = typed.reader(file.resolve("history"), HELPFUL);
    assertThat(typed.line(reading, "undo\r")).contains("undo");
    assertThat(reading.history()).containsExactly("undo");
    assertThat(reading.historyProblem().orElseThrow()).contains("history cannot be kept in");
  }

  @Test
  void whatIsTypedDuringAHushIsNotShownAndComesToTheNextLine() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    Console.Hush hush = typed.opened().console().hush();
    typed.terminal().processInputBytes("show".getBytes(StandardCharsets.UTF_8));
    assertThat(typed.screen()).doesNotContain("show");
    hush.close();
    assertThat(typed.terminal().getAttributes().getLocalFlag(LocalFlag.ECHO)).isTrue();
    assertThat(typed.line(reading, "\r")).contains("show");
  }

  @Test
  void aTerminalThatGoesAwayGivesNoSecret() throws Exception {
    CompletableFuture<Optional<char[]>> secret =
        CompletableFuture.supplyAsync(() -> typed.opened().console().readSecret("token: "));
    await().until(() -> typed.screen().contains("token: "));
    typed.opened().close();
    assertThat(secret.get(20, TimeUnit.SECONDS)).isEmpty();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void helpWhileTypingCanBeSwitchedOff() throws Exception {
    typed.line(typed.reader(historyFile, HELPFUL), "search mission=JWST\r");
    String helped = typed.screen();
    assertThat(helped).contains("What obs_collection means").contains("\u001b[96m");
    TerminalSettings none =
        new TerminalSettings(true, false, false, false, false, Optional.of(Ground.DARK));
    LineReading quiet = typed.reader(historyFile, none);
    int mark = typed.screen().length();
    typed.line(quiet, "search mission=TESS\r");
    assertThat(typed.shownSince(mark)).doesNotContain("means").doesNotContain("\u001b[92m");
  }

  @Test
  void historyIsSuggestedAndTakenWithRight() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "search mission=JWST\r");
    assertThat(typed.line(reading, "sear\u001bOC\r")).contains("search mission=JWST");
  }

  @Test
  void aLineThatWasWrongIsNotSuggestedUntilItGoesWell() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    assertThat(typed.line(reading, "search mission=JWST\r")).isPresent();
    assertThat(typed.line(reading, "search mision=JWST \r")).isPresent();
    reading.ran("search mision=JWST ", true);
    assertThat(typed.line(reading, "sear\u001bOC\r")).contains("search mission=JWST");
    assertThat(reading.history()).contains("search mision=JWST");
    assertThat(typed.line(reading, "search mis\u001bOA\r")).contains("search mission=JWST");
    LineReading next = typed.reader(historyFile, TerminalSettings.defaults());
    assertThat(typed.line(next, "search mi\u001bOC\r")).contains("search mission=JWST");
    next.ran("search mision=JWST", false);
    assertThat(typed.line(next, "search misi\u001bOC\r")).contains("search mision=JWST");
  }

  @Test
  void whatEndsAValueThatOthersBeginWithIsSaid() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    typed.line(reading, "search filters=f444w\t", "a blank ends f444w, a comma", "\r");
  }

  @Test
  void aFaultOfTheProgramIsSaidAndTheLineGoesOn() throws Exception {
    ShellView broken =
        (ShellView)
            Proxy.newProxyInstance(
                ShellView.class.getClassLoader(),
                new Class<?>[] {ShellView.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("broken " + method.getName());
                });
    String fault = "a fault of the program (java.lang.IllegalStateException: broken ";
    TerminalSettings alone =
        new TerminalSettings(true, false, false, false, false, Optional.of(Ground.DARK));
    LineReading completing = typed.opened().reader(broken, historyFile, alone);
    assertThat(typed.line(completing, "search x\t", "this cannot be completed: " + fault, "y\r"))
        .contains("search xy");
    TerminalSettings hints =
        new TerminalSettings(true, false, false, true, false, Optional.of(Ground.DARK));
    LineReading explaining = typed.opened().reader(broken, historyFile, hints);
    assertThat(typed.line(explaining, "show", "this cannot be explained: " + fault, "\r"))
        .contains("show");
    TerminalSettings colors =
        new TerminalSettings(true, true, false, false, false, Optional.of(Ground.DARK));
    LineReading coloring = typed.opened().reader(broken, historyFile, colors);
    assertThat(typed.line(coloring, "count", "the line cannot be coloured: " + fault, "\r"))
        .contains("count");
    LineReading all = typed.opened().reader(broken, historyFile, HELPFUL);
    assertThat(typed.line(all, "un\td\t\to\r")).contains("undo");
  }

  @Test
  void theWindowMayChangeWhileRowsAreCounted() throws Exception {
    LineReading reading = typed.reader(historyFile, HELPFUL);
    CompletableFuture<Optional<String>> line =
        CompletableFuture.supplyAsync(() -> reading.readLine(TypedTerminal.PROMPT));
    await().until(() -> typed.screen().contains("mast>"));
    typed.terminal().processInputBytes("filter name=\t".getBytes(StandardCharsets.UTF_8));
    await().until(() -> typed.text().contains("counting the rows"));
    typed.terminal().setSize(new Size(60, 20));
    CompletableFuture<Void> resized =
        CompletableFuture.runAsync(() -> typed.terminal().raise(Signal.WINCH));
    assertThat(resized).succeedsWithin(Duration.ofSeconds(20));
    typed.terminal().processInputBytes("\r".getBytes(StandardCharsets.UTF_8));
    assertThat(line.get(20, TimeUnit.SECONDS)).contains("filter name=");
  }

  @Test
  void keysOfVi() throws Exception {
    LineReading reading =
        typed.reader(
            historyFile,
            new TerminalSettings(true, true, true, true, true, Optional.of(Ground.LIGHT)));
    assertThat(typed.line(reading, "sea\tmission=JWST\u001b0dwA x\r")).contains("mission=JWST x");
  }

  @Test
  void aDumbTerminalGetsPlainText() throws Exception {
    try (TypedTerminal dumb = new TypedTerminal("dumb")) {
      LineReading reading = dumb.reader(historyFile, HELPFUL);
      assertThat(dumb.line(reading, "undo\r")).contains("undo");
      assertThat(dumb.screen().replace("\r", "")).isEqualTo("mast> undo\n");
      assertThat(dumb.line(reading, "search target='M\r", "> ", "31'\r"))
          .contains("search target='M 31'");
      assertThatThrownBy(() -> dumb.line(reading, "half", "half", CTRL_C))
          .hasCauseInstanceOf(InterruptedLineException.class);
      assertThat(dumb.line(reading, "show\r")).contains("show");
      dumb.opened().offer("search ");
      assertThat(dumb.line(reading, "mission=HST\r")).contains("search mission=HST");
      assertThat(dumb.line(reading, CTRL_D)).isEmpty();
      assertThat(reading.history())
          .containsExactly("undo", "search target='M 31'", "show", "search mission=HST");
      assertThat(dumb.screen()).doesNotContain("\u001b");
      assertThat(dumb.opened().console().talkIsTerminal()).isFalse();
      dumb.opened().pager().page(List.of("heading"), Collections.nCopies(100, "line"), 100);
      assertThat(dumb.screen().lines().filter("line"::equals)).hasSize(100);
    }
  }

  @Test
  void theConsoleKnowsTheSizeOfTheMoment() {
    assertThat(typed.opened().console().width()).isEqualTo(100);
    assertThat(typed.opened().console().height()).isEqualTo(30);
    typed.terminal().setSize(new Size(61, 12));
    assertThat(typed.opened().console().width()).isEqualTo(61);
    assertThat(typed.opened().console().height()).isEqualTo(12);
    typed.terminal().setSize(new Size(0, 0));
    assertThat(typed.opened().console().width()).isEqualTo(80);
    typed.opened().console().out().println("data");
    typed.opened().console().talk().println("talk");
    assertThat(typed.screen()).contains("data").contains("talk");
  }

  @ParameterizedTest
  @CsvSource({
    "abc\\r,abc",
    "abd\\bc\\r,abc",
    "xyz\\u,abc",
    "a\\[Dbc\\r,abc",
    "\\r,",
    "abc\\c,",
    "\\d,",
  })
  void secretsAreNotShown(String keys, String expected) throws Exception {
    String pressed =
        keys.replace("\\r", "\r")
            .replace("\\b", "\u007f")
            .replace("\\u", "\u0015abc\r")
            .replace("\\[", "\u001b[")
            .replace("\\c", CTRL_C)
            .replace("\\d", CTRL_D);
    assertThat(
            typed.typing(
                () -> typed.opened().console().readSecret("token: ").map(String::new),
                "token: ",
                pressed))
        .isEqualTo(Optional.ofNullable(expected));
    assertThat(typed.screen().replace("\r", "")).isEqualTo("token: \n");
  }

  @ParameterizedTest
  @CsvSource({"y\\r,true", "YES\\r,true", "n\\r,false", "\\r,false", "y\\c,false", "\\d,false"})
  void questionsAreAnsweredByYesOnly(String keys, boolean expected) throws Exception {
    String pressed = keys.replace("\\r", "\r").replace("\\c", CTRL_C).replace("\\d", CTRL_D);
    assertThat(typed.typing(() -> typed.opened().console().confirm("Go on?"), "[y/N] ", pressed))
        .isEqualTo(expected);
  }
}
