package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mastshell.output.Ground;

/** Keys that recall, search, change and paste lines, with the keys of emacs and of vi. */
@DisabledOnOs(OS.WINDOWS)
class TypingKeysTest {
  private static final String CTRL_C = "\u0003";
  private static final TerminalSettings EMACS = TerminalSettings.defaults();
  private static final TerminalSettings VI =
      new TerminalSettings(true, true, true, true, true, Optional.of(Ground.DARK));
  private static final List<String> TYPED =
      List.of(
          "search mission=HST target='M 31' # first",
          "show size",
          "search mission=JWST filters=F277W",
          "filter suffix=uncal; show name",
          "count");

  @TempDir Path folder;
  private TypedTerminal typed;
  private Path historyFile;

  @BeforeEach
  void open() throws IOException {
    typed =
        new TypedTerminal(
            "xterm-256color",
            Map.of("EDITOR", "sed -i s/size/name/", "PATH", System.getenv("PATH")));
    historyFile = folder.resolve("state").resolve("history");
    HistoryFile file = new HistoryFile(historyFile, 100);
    file.read();
    for (String line : TYPED) {
      file.append(new HistoryFile.Line(Instant.EPOCH, line));
    }
  }

  @AfterEach
  void close() {
    typed.close();
  }

  private static String keys(String written) {
    return written
        .replace("⏎", "\r")
        .replace("⇥", "\t")
        .replace("↑", "\u001bOA")
        .replace("↓", "\u001bOB")
        .replace("←", "\u001bOD")
        .replace("→", "\u001bOC")
        .replace("⌫", "\u007f")
        .replace("⎋", "\u001b")
        .replace("^A", "\u0001")
        .replace("^K", "\u000b")
        .replace("^U", "\u0015")
        .replace("^W", "\u0017")
        .replace("^Y", "\u0019")
        .replace("^_", "\u001f")
        .replace("^R", "\u0012")
        .replace("^S", "\u0013")
        .replace("^G", "\u0007")
        .replace("^X", "\u0018")
        .replace("^E", "\u0005")
        .replace("⟦", "\u001b[200~")
        .replace("⟧", "\u001b[201~")
        .replace("␤", "\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        // Up and Down go by what is typed, whatever the case, and Down comes back to it.
        "↑⏎                          ¦ count",
        "↑↑⏎                         ¦ filter suffix=uncal; show name",
        "sear↑⏎                      ¦ search mission=JWST filters=F277W",
        "SEARCH↑↑⏎                   ¦ search mission=HST target='M 31' # first",
        "search mission=h↑⏎          ¦ search mission=HST target='M 31' # first",
        "show x←↑⏎                   ¦ show size",
        "sear↑↑↓⏎                    ¦ search mission=JWST filters=F277W",
        "sh↑↓ow 3⏎                   ¦ show 3",
        "sear↑ level=3⏎              ¦ search mission=JWST filters=F277W level=3",
        "xyzzy↑⏎                     ¦ xyzzy",
        "↓undo⏎                      ¦ undo",
        // What is suggested for a recalled line is not behind it, so Right cannot take it.
        "show↑→⏎                     ¦ show size",
        // Alt-. and Alt-_ insert the last word of the line before, then of those before it.
        "show ⎋.⏎                    ¦ show count",
        "show ⎋.⎋.⏎                  ¦ show name",
        "show ⎋_⎋_⎋_⏎                ¦ show filters=F277W",
        "show ⎋.⎋.⎋.⎋.⎋.⏎            ¦ show target='M 31'",
        "show ⎋.⎋.⎋.⎋.⎋.⎋.⏎          ¦ show target='M 31'",
        "show ⎋. ⎋.⏎                 ¦ show count count",
        // Ctrl-R: the newest line that holds the text, whatever the case, then older ones.
        "^Rm⏎                        ¦ filter suffix=uncal; show name",
        "^RF277⏎                     ¦ search mission=JWST filters=F277W",
        "^Rmission⏎                  ¦ search mission=JWST filters=F277W",
        "^Rmission^R⏎                ¦ search mission=HST target='M 31' # first",
        "^RMISSION^R^S⏎              ¦ search mission=JWST filters=F277W",
        "^Rmission^R^R⏎              ¦ search mission=HST target='M 31' # first",
        "^Rsizex⌫⏎                   ¦ show size",
        "^Rmission=jx⌫⌫h⏎            ¦ search mission=HST target='M 31' # first",
        "abc^Rsize^G⏎                ¦ abc",
        "abc^Rq⏎                     ¦ abc",
        "abc^Rzz⏎                    ¦ show size",
        "^Rsize^G^R^R⏎               ¦ show size",
        "^Rsize→→→→ --all⏎           ¦ show size --all",
        "^Rcal;⏎                     ¦ filter suffix=uncal; show name",
        "search ~/F(2|4)[4-7]{2}/⏎   ¦ search ~/F(2|4)[4-7]{2}/",
        // What the help says of other keys.
        "show sear^A^Kundo⏎          ¦ undo",
        "show size^W^Y⏎              ¦ show size",
        "show size^Aun^Eo⏎           ¦ unshow sizeo",
        "show size^Uundo⏎            ¦ undo",
        "show size⎋b3 ⏎              ¦ show 3 size",
        "show size⎋b⎋b⎋f3 ⏎          ¦ show 3 size",
        "show size^W^_⏎              ¦ show size",
        "sear⎋flevel=3⏎              ¦ search level=3",
        "sear→⏎                      ¦ search mission=JWST filters=F277W",
        // The line is changed in the editor and stands there again.
        "show size^X^E --all⏎        ¦ show name --all",
        "show level^X^E --all⏎       ¦ show level --all",
      })
  void keysOfEmacs(String written, String expected) throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    assertThat(typed.line(reading, keys(written)).orElseThrow()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "sea⇥mission=JWST⏎           ¦ search mission=JWST",
        "sear→⏎                      ¦ search mission=JWST filters=F277W",
        "sear↑⏎                      ¦ search mission=JWST filters=F277W",
        "show ⎋.⎋.⏎                  ¦ show name",
        "show size⎋x⏎                ¦ show siz",
        "show size⎋xu⏎               ¦ show size",
        "show size⎋0dw⏎              ¦ size",
        "show size⎋bcwname⏎          ¦ show name",
        "show size⎋0iundo; ⏎         ¦ undo; show size",
        "show size⎋ddiundo⏎          ¦ undo",
        "show sizf⎋re⏎               ¦ show size",
        "show sizf⎋sed⏎              ¦ show sized",
        "show xize⎋F x2lDasize⏎      ¦ showxisize",
        "⎋k⏎                         ¦ count",
        // One Escape leaves a list and the mode of inserting, as it does without a list.
        "filter suffix=⇥⎋0x⏎         ¦ ilter suffix=",
        "⎋kkj⏎                       ¦ count",
        "undo⎋kA 2⏎                  ¦ count 2",
        "⎋/mission⏎⏎                 ¦ search mission=JWST filters=F277W",
        "⎋/mission⏎n⏎                ¦ search mission=HST target='M 31' # first",
        "^Rmission⏎                  ¦ search mission=JWST filters=F277W",
        "⎋^Rmission^R⏎               ¦ search mission=HST target='M 31' # first",
        "show size^X^E --all⏎        ¦ show name --all",
        "show size⎋^X^E --all⏎       ¦ show name --all",
        "x⟦show\tsize⟧⏎              ¦ xshow\tsize",
        "search (x) [y] {z}⏎         ¦ search (x) [y] {z}",
      })
  void keysOfVi(String written, String expected) throws Exception {
    LineReading reading = typed.reader(historyFile, VI);
    assertThat(typed.line(reading, keys(written)).orElseThrow().stripTrailing())
        .isEqualTo(keys(expected).replace("\\t", "\t"));
  }

  @Test
  void aKeyThatDoesNothingSaysNothing() throws Exception {
    LineReading reading = typed.reader(historyFile, VI);
    assertThat(typed.line(reading, keys("show⎋0G|R⏎"))).contains("show");
    assertThat(typed.screen()).doesNotContain("widget");
  }

  @Test
  void keysChangeWithTheNextLine() throws Exception {
    assertThat(typed.line(typed.reader(historyFile, VI), keys("undo⎋0x⏎"))).contains("ndo");
    assertThat(typed.line(typed.reader(historyFile, EMACS), keys("undo⎋.⏎"))).contains("undondo");
  }

  @Test
  void escapeEndsASearchAndTheLineGoesOn() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    assertThat(
            typed.line(
                reading,
                keys("^Rsize"),
                "Ctrl-R further back",
                keys("⎋"),
                "Does show",
                keys("3 ⏎")))
        .contains("show 3 size");
  }

  @Test
  void aSearchSaysWhereItIs() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    assertThat(
            typed.line(
                reading,
                keys("^Rmission"),
                "Ctrl-R further back",
                "x",
                "no further line holds",
                keys("⏎")))
        .contains("search mission=JWST filters=F277W");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "⟦show⇥size; undo␤count⟧⏎          ¦ show⇥size; undo│count",
        "⟦search target=\"M␤31\"␤count␤⟧⏎  ¦ search target=\"M 31\"│count",
        "⟦search \\␤mission=JWST␤␤count⟧⏎  ¦ search mission=JWST│count",
        "⟦show # size \\␤count⟧⏎          ¦ show # size \\│count",
        "sea⟦rch x⇥y⟧ z⏎                   ¦ search x⇥y z",
        "⟦search target='M⟧⏎31'⏎           ¦ search target='M 31'",
        "⟦a\rb⟧⏎                           ¦ a│b",
      })
  void aPasteIsTakenAsItIs(String written, String expected) throws Exception {
    for (TerminalSettings keys : List.of(EMACS, VI)) {
      LineReading reading = typed.reader(historyFile, keys);
      List<String> lines = List.of(keys(expected).split("│"));
      assertThat(typed.line(reading, keys(written).replace("\\r", "\r"))).contains(lines.get(0));
      for (String line : lines.subList(1, lines.size())) {
        assertThat(reading.readLine("mast> ")).contains(line);
      }
    }
  }

  @Test
  void nothingOfAPasteRunsBeforeEnter() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    String paste = keys("⟦undo␤redo␤⟧");
    assertThatThrownBy(() -> typed.line(reading, paste, "redo", CTRL_C))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedLineException.class);
    assertThat(typed.line(reading, keys("show⏎"))).contains("show");
    assertThat(reading.history()).doesNotContain("undo", "redo").endsWith("show");
  }

  @Test
  void aLineThatGoesOnIsDroppedAsAWholeAndRememberedAsOne() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    assertThatThrownBy(
            () -> typed.line(reading, keys("search target='M⏎"), "   > ", "3", "3", CTRL_C))
        .hasCauseInstanceOf(InterruptedLineException.class);
    assertThat(reading.history()).isEqualTo(TYPED);
    assertThat(typed.line(reading, keys("search \\⏎target='M⏎31'⏎")))
        .contains("search target='M 31'");
    assertThat(reading.history()).endsWith("search target='M 31'").hasSize(TYPED.size() + 1);
    assertThat(typed.line(reading, keys("↑←⌫2⏎"))).contains("search target='M 32'");
  }

  @Test
  void aTextThatIsOfferedStandsAtTheNextPrompt() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    typed.opened().offer("show size\ncount");
    LineReading other = typed.reader(historyFile, VI);
    assertThat(typed.line(other, "", "count", keys("2⏎"))).contains("show size");
    assertThat(other.readLine("mast> ")).contains("count2");
    assertThat(typed.line(other, keys("undo⏎"))).contains("undo");
    assertThat(reading.history()).isEqualTo(TYPED);
  }

  @Test
  void anEditorThatFailsLeavesTheLineAndSaysWhy() throws Exception {
    try (TypedTerminal failing = new TypedTerminal("xterm-256color", Map.of("EDITOR", "false"))) {
      List<String> troubles = new ArrayList<>();
      failing.opened().onTrouble(trouble -> troubles.add(trouble.getMessage()));
      LineReading reading = failing.reader(historyFile, EMACS);
      assertThat(failing.line(reading, keys("show^X^E 3⏎"))).contains("show 3");
      assertThat(troubles).containsExactly("the editor false ended with code 1");
      assertThat(reading.history()).endsWith("show 3").doesNotContain("show");
    }
  }

  @Test
  void aLineIsDrawnWhereItWasWhenTheWindowChanges() throws Exception {
    LineReading reading = typed.reader(historyFile, EMACS);
    String line = "search " + "x".repeat(80);
    Future<?> resizing =
        CompletableFuture.runAsync(
            () -> {
              await().until(() -> typed.screen().chars().filter(c -> c == 'x').count() >= 80);
              typed.terminal().setSize(new Size(40, 30));
              typed.terminal().raise(Signal.WINCH);
            });
    assertThat(typed.line(reading, line, "\r\u001b[2A\u001b[J", keys("y⏎"))).contains(line + "y");
    resizing.get(20, TimeUnit.SECONDS);
  }
}
