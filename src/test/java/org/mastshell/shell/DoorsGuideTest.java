package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of the guide's chapter on doors: each line of its table has an answer. */
class DoorsGuideTest extends DemoProgramTest {
  private static final Pattern QUESTION = Pattern.compile("\\| [^|]+ \\| `(.+)` \\|");

  static List<String> lines() throws IOException {
    String guide = Files.readString(Path.of("docs/guide.md"));
    String chapter = guide.substring(guide.indexOf("## Which door for which question"));
    List<String> lines =
        chapter
            .lines()
            .takeWhile(line -> !line.equals("## Lists of targets"))
            .map(QUESTION::matcher)
            .filter(Matcher::matches)
            .map(question -> question.group(1))
            .toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(8);
    return lines;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theLineOfEachQuestionHasAnAnswer(String line) throws IOException {
    Files.copy(Path.of("docs/targets.csv"), folder.resolve("targets.csv"));
    AssertableProgram.Ended ended = run(line).succeeds();
    boolean asks = line.endsWith("--count") || line.endsWith("--fields");
    String answer = asks ? ended.out() : ended.err();
    assertThat(answer).doesNotContain("\n0 ").isNotBlank();
    if (!asks) {
      assertThat(ended.err())
          .containsPattern("[1-9]\\d* (datasets|observations|keyword rows|catalog rows|rows?)");
    }
  }
}
