package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that people make, each with all that the shell says to it and with the line that Tab
 * puts in. The lines of a file are typed one after the other into one shell. To add a mistake, add
 * its line behind a prompt, and renew the files as {@code docs/architecture.md} says; read what
 * comes before it is committed.
 */
class MistakesGoldenTest extends DemoProgramTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden/mistakes");
  private static final String PROMPT = "mast> ";
  private static final int LEAST = 80;

  /** More corrections in a row than this would be no help. */
  private static final int MOST_STEPS = 3;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @BeforeEach
  void putFilesThere() throws IOException {
    Files.writeString(folder.resolve("misspelled.mast"), "count\n");
    Files.writeString(folder.resolve("misspelled.txt"), "LMC\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void areExplained(Path file) throws IOException {
    StringBuilder shown = new StringBuilder();
    try (PersonAtShell person = person()) {
      for (String line : mistakes(file)) {
        String answer = person.type(line).replace(folder.toString(), "FOLDER");
        shown.append(shown.length() == 0 ? "" : "\n").append(PROMPT).append(line).append('\n');
        shown.append(answer.replace(archive.url().toString(), "SERVER"));
      }
    }
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(file, shown);
    }
    assertThat(shown.toString()).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatTabPutsInIsRight(Path file) throws IOException {
    try (PersonAtShell person = person()) {
      for (String line : mistakes(file)) {
        String answer = person.type(line);
        Optional<String> offered = person.offered();
        for (int step = 0; step < MOST_STEPS && offered.isPresent(); step++) {
          assertThat(answer).as(line).contains("  Tab puts in: " + offered.get() + "\n");
          answer = person.type(offered.get());
          assertThat(person.offered()).as(line).isNotEqualTo(offered);
          offered = person.offered();
        }
        assertThat(offered).as("is put right in a few steps: %s", line).isEmpty();
      }
    }
  }

  @Test
  void areMany() throws IOException {
    int count = 0;
    for (Path file : files().toList()) {
      count += mistakes(file).size();
    }
    assertThat(count).isGreaterThanOrEqualTo(LEAST);
  }

  private PersonAtShell person() {
    return new PersonAtShell(folder, archive.url().toString());
  }

  private static List<String> mistakes(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(PROMPT))
        .map(line -> line.substring(PROMPT.length()))
        .toList();
  }
}
