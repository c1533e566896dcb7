package org.mastshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.download.FileOutcome;

/** The pages hang together: links lead somewhere, and the commands to build are where they are. */
class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern TEST_NAME = Pattern.compile("\\b([A-Z][A-Za-z]+Test)\\b");

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    String text = Files.readString(page);
    List<String> links = LINK.matcher(text).results().map(found -> found.group(1)).toList();

    assertThat(links)
        .filteredOn(link -> !link.startsWith("https://"))
        .allSatisfy(
            link -> {
              String[] parts = link.split("#", 2);
              Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
              assertThat(target).exists();
              if (parts.length == 2) {
                assertThat(anchors(Files.readString(target))).contains(parts[1]);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTestThatIsNamedExists(Path page) throws IOException {
    List<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests = files.map(file -> file.getFileName().toString().replace(".java", "")).toList();
    }

    assertThat(TEST_NAME.matcher(Files.readString(page)).results().map(MatchResult::group))
        .isSubsetOf(tests);
  }

  @Test
  void everyNumberThatADownloadEndsWithIsDescribed() throws IOException {
    String end =
        Files.readAllLines(Path.of("docs/formats.md")).stream()
            .filter(line -> line.startsWith("| `end` |"))
            .findFirst()
            .orElseThrow();
    for (FileOutcome.Status status : FileOutcome.Status.values()) {
      assertThat(end).contains("`" + status.name().toLowerCase(Locale.ROOT) + "`");
    }
  }

  @Test
  void thePageForNewcomersBeginsWithTheCommandsThatTheBuildRuns() throws IOException {
    List<String> commands =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.matches(" *(\\$ )?mvn .*"))
            .toList();

    assertThat(commands)
        .containsExactly(
            "mvn -q -DskipTests package"
                + " && target/mastshell/bin/mastshell --demo -f docs/tutorial.mast",
            "mvn -q verify");
    assertThat(Files.readAllLines(Path.of(".ci/run"))).containsAll(commands);
  }

  @Test
  void allPagesAreLinkedFromTheFirst() throws IOException {
    String first = Files.readString(Path.of("README.md"));

    assertThat(pages().filter(page -> page.startsWith("docs")).map(Path::toString))
        .isNotEmpty()
        .allSatisfy(page -> assertThat(first).contains("](" + page + ")"));
  }

  private static List<String> anchors(String text) {
    return text.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
          Stream.of(Path.of("README.md")),
          docs.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
    }
  }
}
