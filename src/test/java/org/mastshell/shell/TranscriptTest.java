package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The transcripts in the pages (blocks marked {@code console}) are what the program prints on the
 * embedded archive. A block that begins at an empty prompt begins a new shell; one that begins at
 * another prompt goes on. After a change, {@code mvn test -Dtest=TranscriptTest -Ddocs.renew=true}
 * writes them anew.
 */
class TranscriptTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md", "docs/reliability.md"})
  void aPageShowsWhatTheProgramPrints(String page) throws IOException {
    List<String> written = Files.readAllLines(Path.of(page));
    List<String> played = play(written);

    if (Boolean.getBoolean("docs.renew") && !same(written).equals(same(played))) {
      Files.write(Path.of(page), played);
      written = played;
    }
    assertThat(written).as("transcripts of " + page).contains("```console");
    assertThat(same(written)).isEqualTo(same(played));
  }

  private List<String> play(List<String> page) throws IOException {
    List<String> played = new ArrayList<>();
    DocumentedSession session = DocumentedSession.in(folder);
    try {
      boolean inside = false;
      for (String line : page) {
        if (line.startsWith("```")) {
          inside = line.equals("```console");
          played.add(line);
        } else if (!inside) {
          played.add(line);
        } else if (line.startsWith("$ ")) {
          played.add(line);
          played.addAll(answer(session.started(line.substring(2))));
        } else if (line.matches("mast(\\[.*?])?> .*")) {
          if (line.startsWith("mast> ") && !session.prompt().equals("mast> ")) {
            session.close();
            session = DocumentedSession.in(folder);
          }
          String typed = line.substring(line.indexOf("> ") + 2);
          played.add(session.prompt() + typed);
          played.addAll(answer(session.typed(typed)));
        }
      }
    } finally {
      session.close();
    }
    return played;
  }

  private static final String PROGRESS =
      "  (searching|counting|resolving( names)?|matching targets|listing products|downloading)\\b:? .*";

  // Progress is shown only where something takes long; the embedded archive has another port each
  // time.
  private static List<String> answer(String shown) {
    return shown
        .lines()
        .filter(line -> !line.matches(PROGRESS))
        .map(line -> line.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:40961"))
        .map(String::stripTrailing)
        .toList();
  }

  // Times and the room on the disk are those of the machine; they also move columns.
  private static List<String> same(List<String> page) {
    return page.stream()
        .map(line -> line.replaceAll("free [\\d.,]+ [kMGT]?B", "free 80 GB"))
        .map(line -> line.replaceAll("\\b\\d+(\\.\\d+)? s\\b", "0 s").replaceAll(" +", " "))
        .toList();
  }
}
