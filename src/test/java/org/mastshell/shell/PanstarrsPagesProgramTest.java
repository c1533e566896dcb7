package org.mastshell.shell;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.command.ExitCode;

/** The pages of Pan-STARRS, of which nobody tells how many there are. */
class PanstarrsPagesProgramTest extends DemoProgramTest {
  private static final int PAGE = 10_000;

  @ParameterizedTest
  @ValueSource(strings = {"--count", "--all"})
  void allOfThemTogetherHaveTheTimeOfOneAnswer(String option) throws IOException {
    AtomicLong sent = new AtomicLong();
    try (FaultyArchive endless = FaultyArchive.answeringEach(() -> page(sent.getAndAdd(PAGE)))) {
      AssertableProgram.in(folder)
          .arguments("--server", endless.url())
          .command("set timeout 1; set retries 0")
          .command("catalog panstarrs coordinates=\"210.8 54.3\" radius=1arcmin " + option)
          .run()
          .exits(ExitCode.ARCHIVE)
          .reportsOneError()
          .says("within 1 s", "set timeout");
    }
  }

  private static String page(long first) {
    return LongStream.range(first, first + PAGE)
        .mapToObj(id -> "[" + id + ",210.8,54.3]")
        .collect(
            Collectors.joining(
                ",",
                "{\"info\":[{\"name\":\"objID\",\"type\":\"integer\"},"
                    + "{\"name\":\"raMean\",\"type\":\"float\"},"
                    + "{\"name\":\"decMean\",\"type\":\"float\"}],\"data\":[",
                "]}"));
  }
}
