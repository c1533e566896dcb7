package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private final AtomicLong now = new AtomicLong(-5);
  private final ScreenConsole screen = new ScreenConsole(80, 24);
  private final PlainStreams streams = new PlainStreams();

  @Test
  void whyNothingMovesAndWhatToPressFitsANarrowScreen() {
    ProgressText.State rest =
        new ProgressText.State(
            123_456_789,
            160_000_000,
            "bytes",
            "3/8 files · the archive at mast.stsci.edu answered with status 503",
            -1,
            "waits 4 min 40 s: the archive asked (Ctrl-C pauses)");
    assertThat(ScreenWidth.fit(ProgressText.drawn("download", rest, 65, 77), 77))
        .startsWith("  waits 4 min 40 s: the archive asked (Ctrl-C pauses)  123 MB of 160 MB");
    assertThat(ProgressText.plain("download", rest, 65))
        .startsWith("  download: waits 4 min 40 s: the archive asked (Ctrl-C pauses)  123 MB");
  }

  @Test
  void nothingIsSaidOfWhatTakesLessThanHalfASecond() {
    try (ProgressLine line = line(screen, Styles.PLAIN)) {
      line.update(1, 12, "observations", "");
      pass(499);
      line.update(12, 12, "observations", "");
    }
    assertThat(screen.shown()).isEmpty();
  }

  @Test
  void aTerminalShowsOneLineAndWipesIt() {
    try (ProgressLine line = line(screen, Styles.PLAIN)) {
      pass(600);
      line.update(6, 12, "observations", "1,806 rows");
      assertThat(screen.shown())
          .isEqualTo("\r\u001b[K  [██████████··········] 6/12 observations  1,806 rows  0.6 s");
      pass(99);
      line.update(7, 12, "observations", "");
      assertThat(screen.shown()).doesNotContain("7/12");
      pass(1);
      line.draw();
      assertThat(screen.shown()).endsWith("] 7/12 observations  0.7 s");
    }
    assertThat(screen.shown()).endsWith("\r\u001b[K").doesNotContain("\n");
  }

  @Test
  void afterTheEndNothingIsDrawn() {
    ProgressLine line = line(screen, Styles.PLAIN);
    pass(600);
    line.close();
    line.update(1, 2, "files", "");
    line.close();
    assertThat(screen.shown()).isEmpty();
  }

  @Test
  void itFitsTheTerminalAndCannotAct() {
    ScreenConsole narrow = new ScreenConsole(40, 24);
    try (ProgressLine line = line(narrow, Styles.PLAIN)) {
      pass(1000);
      line.update(1, 2, "files", "\u001b[2J\n" + "天".repeat(40));
      String shown = narrow.shown().substring("\r\u001b[K".length());
      assertThat(ScreenWidth.of(shown)).isBetween(36, 37);
      assertThat(shown).endsWith("…").doesNotContain("\n", "\u001b");
    }
  }

  @Test
  void withoutATerminalThereIsALineEveryFiveSeconds() {
    try (ProgressLine line = line(streams.console(), Styles.PLAIN)) {
      passTwelveSeconds(line);
    }
    assertThat(streams.talk()).isEqualTo("  products: 5 rows  5 s\n  products: 10 rows  10 s\n");
    assertThat(streams.out()).isEmpty();
  }

  @Test
  void withoutATerminalWhatDoesNotMoveIsSaidMoreAndMoreSeldom() {
    try (ProgressLine line = line(streams.console(), Styles.PLAIN)) {
      for (int second = 0; second < 100; second++) {
        line.update(second < 12 ? second : 12, 0, "rows", "");
        pass(1000);
      }
      for (int second = 0; second < 70; second++) {
        line.update(13 + second, 0, "rows", "");
        pass(1000);
      }
    }
    assertThat(streams.talk().lines().map(one -> one.replaceAll(".* rows  ", "")).toList())
        .startsWith("5 s", "10 s", "15 s", "20 s", "30 s", "50 s", "1m 30s", "1m 40s")
        .hasSizeLessThan(24);
  }

  private void passTwelveSeconds(ProgressLine line) {
    for (int second = 0; second < 12; second++) {
      line.update(second, 0, "rows", "");
      pass(1000);
    }
  }

  @Test
  void quietMeansNothing() {
    try (ProgressLine line = line(screen, Styles.QUIET)) {
      pass(60_000);
      line.update(1, 2, "files", "");
    }
    assertThat(screen.shown()).isEmpty();
  }

  @Test
  void timeGoesOnByItself() {
    try (ProgressLine line = new ProgressLine(screen, Styles.PLAIN, "searching")) {
      line.update(0, 0, "", "");
      await()
          .atMost(10, TimeUnit.SECONDS)
          .untilAsserted(() -> assertThat(screen.shown().split("searching")).hasSizeGreaterThan(3));
    }
    assertThat(screen.shown()).matches("(\r\u001b\\[K  searching [0-9.]+ s){3,}\r\u001b\\[K");
  }

  @Test
  void updatesMayComeFromManyThreads() throws InterruptedException {
    AtomicLong clock = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    try (ProgressLine line =
        new ProgressLine(
            screen, Styles.PLAIN, "products", () -> clock.addAndGet(30_000_000), false)) {
      for (int i = 0; i < 4; i++) {
        Thread thread = new Thread(() -> count(line));
        thread.start();
        threads.add(thread);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    String[] frames = screen.shown().split("\r\u001b\\[K", -1);
    assertThat(frames).hasSizeGreaterThan(100);
    assertThat(List.of(frames).subList(1, frames.length - 1))
        .allMatch(
            frame ->
                frame.matches("  \\[[█▏▎▍▌▋▊▉·]{20}] \\d+/500 files  [0-9.]+(m [0-9]{2})? ?s"));
  }

  private static void count(ProgressLine line) {
    for (int done = 1; done <= 500; done++) {
      line.update(done, 500, "files", "");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, ····················",
    "1, 160, ▏···················",
    "31, 90, ██████▉·············",
    "50, 100, ██████████··········",
    "999, 1000, ███████████████████▉",
    "100, 100, ████████████████████",
    "150, 100, ████████████████████",
    "-1, 100, ····················"
  })
  void theBarHasTwentyCells(long done, long total, String cells) {
    assertThat(ProgressText.bar(done, total, 20)).isEqualTo("[" + cells + "]");
  }

  @Test
  void theTimeLeftStandsWhereANarrowScreenShowsIt() {
    ProgressText.State some = new ProgressText.State(9, 26, "bytes", "3/8 files · x.fits", 125);
    assertThat(ProgressText.plain("download", some, 65))
        .isEqualTo("  download: 9 B of 26 B  2m 05s left  3/8 files · x.fits  1m 05s");
    ProgressText.State last = new ProgressText.State(26, 26, "bytes", "", 0);
    assertThat(ProgressText.plain("download", last, 65))
        .isEqualTo("  download: 26 B of 26 B  0 s left  1m 05s");
  }

  @ParameterizedTest
  @CsvSource({
    "77, '  [███████·············] 9.1 GB of 26.4 GB  2m 05s left  3/8 files'",
    "40, '  [█▊···] 9.1 GB of 26.4 GB  2m 05s left'",
    "34, '  9.1 GB of 26.4 GB  2m 05s left  3/8 files'"
  })
  void theBarGivesRoomToWhatTellsMore(int room, String line) {
    ProgressText.State some =
        new ProgressText.State(9_240_000_000L, 26_400_000_000L, "bytes", "3/8 files", 125);
    assertThat(ProgressText.drawn("download", some, 65, room))
        .startsWith(line.replace("9.1", "9.2"));
  }

  @Test
  void bytesAreShownAsSizes() {
    ProgressText.State some = new ProgressText.State(9_100_000_000L, 26_400_000_000L, "bytes", "");
    assertThat(ProgressText.plain("download", some, 65))
        .isEqualTo("  download: 9.1 GB of 26.4 GB  1m 05s");
    ProgressText.State open = new ProgressText.State(9_100, 0, "bytes", "31/90");
    assertThat(ProgressText.drawn("download", open, 65, 77))
        .isEqualTo("  download 9.1 kB  31/90  1m 05s");
  }

  private ProgressLine line(Console console, Style style) {
    return new ProgressLine(console, style, "products", now::get, false);
  }

  private void pass(long milliseconds) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
