package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long tables, screen by screen, at a terminal of 100 by 30 characters. */
class ScreenPagerTest {
  private static final List<String> HEADING = List.of(" #  name");
  private static final String LEAVING = "\u001b[?1049l";

  private TypedTerminal typed;

  @BeforeEach
  void open() throws IOException {
    typed = new TypedTerminal("xterm-256color");
  }

  @AfterEach
  void close() {
    typed.close();
  }

  /** Pages and gives what stands on the screen afterwards. */
  private String paged(List<String> lines, String... steps) throws Exception {
    typed.typing(
        () -> {
          typed.opened().pager().page(HEADING, lines, lines.size());
          return List.of();
        },
        steps);
    int left = typed.screen().lastIndexOf(LEAVING);
    String after = left < 0 ? typed.screen() : typed.screen().substring(left + LEAVING.length());
    return after.replaceAll("\u001b\\[[0-9;?]*[a-z]|\r", "");
  }

  private static List<String> rows(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "row " + i + " of them").toList();
  }

  @Test
  void saysHowManyThereAreBeyondThose() throws Exception {
    typed.typing(
        () -> {
          typed.opened().pager().page(HEADING, rows(40), 224);
          return List.of();
        },
        "of the first 40, 224 in all",
        "q");
  }

  @Test
  void whatFitsIsShownAtOnce() throws Exception {
    assertThat(paged(List.of("one", "two"))).isEqualTo(" #  name\none\ntwo\n");
    assertThat(typed.screen()).doesNotContain("\u001b");
  }

  @Test
  void whatWasSeenLastStaysUnderItsHeading() throws Exception {
    String left = paged(rows(500), "1-28 of 500", "Gq");
    assertThat(left).startsWith(" #  name\nrow 473 of them\n").endsWith("row 500 of them\n");
    assertThat(left.lines()).hasSize(29);
    assertThat(typed.text()).doesNotContain("row 250 ");
  }

  @Test
  void keysMoveByScreensHalvesAndLines() throws Exception {
    assertThat(paged(rows(500), "1-28", " ", "29-56", "bq")).contains("row 1 of", "row 28 of");
    assertThat(paged(rows(500), "1-28", "jjkq")).contains("row 2 of", "row 29 of");
    assertThat(paged(rows(500), "1-28", "\u001b[6~\u001b[B\u001b[Bq")).contains("row 31 of");
    assertThat(paged(rows(500), "1-28", "ddq")).contains("row 29 of");
    assertThat(paged(rows(500), "1-28", "xyz\u001b[24~\u001b[6~q")).contains("row 29 of");
  }

  @Test
  void textIsFoundAndFoundAgain() throws Exception {
    assertThat(paged(rows(500), "1-28", "/ROW 77\rq")).startsWith(" #  name\nrow 77 of");
    assertThat(paged(rows(500), "1-28", "/40 of\rnnnq")).startsWith(" #  name\nrow 340 of");
    assertThat(paged(rows(500), "1-28", "/40 of\rnnNq")).startsWith(" #  name\nrow 140 of");
    assertThat(paged(rows(500), "1-28", "/nowhere\r", "no more line with nowhere", "q"))
        .startsWith(" #  name\nrow 1 of");
    assertThat(paged(rows(500), "1-28", "/77\u0008\u0008\u0008/49\u007f\u007f5\u001bq"))
        .startsWith(" #  name\nrow 1 of");
  }

  @Test
  void longLinesAreSeenFromTheSide() throws Exception {
    List<String> wide = rows(40).stream().map(row -> row + "-".repeat(120) + "end").toList();
    paged(wide, "1-28", "\u001b[C\u001b[C\u001b[C", "end", "\u001b[Dq");
    assertThat(typed.text()).contains("end");
  }

  @Test
  void keysAreExplained() throws Exception {
    assertThat(paged(rows(40), "1-28", "h", "to the first line", "h q")).contains("row 40 of");
  }

  @Test
  void controlCLeaves() throws Exception {
    assertThat(paged(rows(40), "1-28", "\u0003")).contains("row 1 of");
    assertThat(paged(rows(40), "1-28", "/abc\u0003")).contains("row 1 of");
  }

  @Test
  void aScreenOfAnotherSizeIsDrawnAnew() throws Exception {
    Future<?> paging =
        Executors.newSingleThreadExecutor()
            .submit(() -> typed.opened().pager().page(HEADING, rows(40), 40));
    shows("1-28 of 40");
    typed.terminal().setSize(new Size(60, 12));
    typed.terminal().raise(Signal.WINCH);
    shows("1-10 of 40");
    typed.terminal().processInputBytes("q".getBytes(StandardCharsets.UTF_8));
    paging.get(20, TimeUnit.SECONDS);
  }

  private void shows(String text) {
    await().atMost(Duration.ofSeconds(20)).until(() -> typed.text().contains(text));
  }

  @Test
  void onlyLinesThatAreLookedAtAreDrawn() throws Exception {
    Set<Integer> drawn = new HashSet<>();
    List<String> lines =
        new AbstractList<>() {
          @Override
          public String get(int row) {
            drawn.add(row);
            return "row " + row;
          }

          @Override
          public int size() {
            return 1_000_000;
          }
        };
    paged(lines, "of 1,000,000", "Gq");
    assertThat(drawn).hasSizeLessThan(100).contains(0, 999_999);
  }

  @Test
  void aTerminalOfTwoLinesIsNotPaged() throws Exception {
    typed.terminal().setSize(new Size(100, 2));
    assertThat(paged(rows(3))).contains("row 3 of them");
  }

  @Test
  void theTerminalIsGivenBackAsItWas() throws Exception {
    String before = typed.terminal().getAttributes().toString();
    paged(rows(40), "1-28", "q");
    assertThat(typed.terminal().getAttributes()).hasToString(before);
  }

  @Test
  void withoutAHeadingLinesAreCounted() throws Exception {
    typed.typing(
        () -> {
          typed.opened().pager().page(List.of(), rows(40), 40);
          return List.of();
        },
        "1-29 of 40",
        "q");
    assertThat(typed.text()).contains("lines 1-29 of 40");
  }

  @Test
  void whatGoesOnBeyondTheScreenIsMarked() throws Exception {
    typed.terminal().setSize(new Size(40, 20));
    paged(List.of("x".repeat(40), "y".repeat(41), rows(40).toString()), "1-3 of 3", "q");
    assertThat(typed.text())
        .contains("x".repeat(40), "y".repeat(39) + "…")
        .doesNotContain("y".repeat(40) + "…");
  }

  @Test
  void aNarrowScreenHasWholeSentences() throws Exception {
    typed.terminal().setSize(new Size(40, 20));
    paged(rows(40), "1-18 of 40", "h", "Ctrl-C", "hq");
    assertThat(typed.text().replaceAll("\\s+", " "))
        .contains("rows 1-18 of 40 · q: leave · h: keys")
        .contains("to the next line that holds the text, in capitals or not")
        .contains("to the side, where lines are longer than the screen");
  }

  @Test
  void keysForWhichThereIsNoRoomAreSaid() throws Exception {
    typed.terminal().setSize(new Size(40, 8));
    paged(rows(40), "1-6 of 40", "h", "higher", "hq");
  }

  @Test
  void whatWasNotReachedIsSaidOnceThePagerIsLeft() throws Exception {
    assertThat(paged(rows(500), "1-28 of 500", "q"))
        .endsWith("row 28 of them\n… 472 more rows: set pager off shows all at once\n");
    assertThat(paged(rows(30), "1-28 of 30", "jq"))
        .endsWith("row 29 of them\n… 1 more row: set pager off shows all at once\n");
    assertThat(paged(rows(500), "1-28 of 500", "Gq")).endsWith("row 500 of them\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 70, 90})
  void linesThatGoOnBeyondTheScreenNameTheKey(int width) throws Exception {
    typed.terminal().setSize(new Size(width, 20));
    paged(rows(40).stream().map(row -> row + "-".repeat(90)).toList(), "1-18 of 40", "q");
    assertThat(typed.text()).contains("Right: to the side");
  }

  @Test
  void wholeLinesNameNoKeyForMore() throws Exception {
    typed.terminal().setSize(new Size(90, 20));
    paged(rows(40), "1-18 of 40", "q");
    assertThat(typed.text()).doesNotContain("Right");
  }
}
