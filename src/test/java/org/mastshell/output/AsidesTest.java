package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
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

  @Test
  void theyWaitForAnAnswer() {
    Asides asides = new Asides(streams::console);
    StringBuilder asked = new StringBuilder();
    Reader person =
        new StringReader("y\n") {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            asides.say(List.of("a fault"));
            asked.append(streams.talk());
            return super.read(target, offset, length);
          }
        };
    Console asking =
        new PlainConsole(
            streams.console().out(), streams.console().talk(), new BufferedReader(person), true);
    Console console = new LoggedConsole(asking, new Transcript(text -> text), asides, true);
    assertThat(console.confirm("Really?")).isTrue();
    assertThat(asked.toString()).contains("Really?").doesNotContain("a fault");
    assertThat(streams.talk()).startsWith(asked.toString()).endsWith("a fault\n");
  }
}
