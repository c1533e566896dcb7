package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsidesTest {
  private final ScreenConsole screen = new ScreenConsole(80, 24);
  private final PlainStreams streams = new PlainStreams();

  @Test
  void theyStandAboveTheProgressLineUnderWay() {
    AtomicLong now = new AtomicLong();
    try (ProgressLine line = new ProgressLine(screen, Styles.PLAIN, "download", now::get, false)) {
      now.set(600_000_000);
      line.update(1, 2, "files", "");
      new Asides(() -> screen).say(List.of("a fault", "  at a place"));
      now.set(700_000_000);
      line.draw();
    }
    assertThat(screen.shown())
        .contains("1/2 files  0.6 s\r\u001b[Ka fault\n  at a place\n\r\u001b[K")
        .endsWith("0.7 s\r\u001b[K");
  }

  @Test
  void theyWaitForALineThatIsTyped() {
    Asides asides = new Asides(streams::console);
    asides.holdBack();
    IntStream.rangeClosed(1, 103).forEach(number -> asides.say(List.of("fault " + number)));
    assertThat(streams.talk()).isEmpty();
    asides.goOn();
    assertThat(streams.talk())
        .startsWith("fault 1\nfault 2\n")
        .endsWith("fault 100\nand 3 more, left out\n");
    asides.say(List.of("later"));
    assertThat(streams.talk()).endsWith("left out\nlater\n");
  }
}
