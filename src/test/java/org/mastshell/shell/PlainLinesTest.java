package org.mastshell.shell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mastshell.command.CommandException;

class PlainLinesTest {
  private final StringWriter prompts = new StringWriter();

  @Test
  void givesLinesUntilTheEndAndRemembersAllButSecrets() {
    PlainLines lines =
        lines(new StringReader("search \\\n program=1073\n\nlogin test-token-not-a-secret\n"));
    assertThat(lines.readLine("> ")).contains("search  program=1073");
    assertThat(lines.readLine("> ")).contains("");
    assertThat(lines.readLine("> ")).contains("login test-token-not-a-secret");
    assertThat(lines.readLine("> ")).isEmpty();
    assertThat(lines.history()).containsExactly("search  program=1073");
    assertThat(prompts).hasToString("> > > > ");
  }

  @Test
  void remembersTheLastOfVeryManyLines() {
    int typed = 10_001;
    String text =
        IntStream.rangeClosed(1, typed).mapToObj(i -> "show " + i + "\n").collect(joining());
    PlainLines lines = lines(new StringReader(text));
    while (lines.readLine("").isPresent()) {
      // All are read.
    }
    assertThat(lines.history()).hasSize(10_000).startsWith("show 2").endsWith("show " + typed);
  }

  @Test
  void inputThatBreaksOffIsAnErrorThatIsReported() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("Is a directory");
          }

          @Override
          public void close() {}
        };
    PlainLines lines = lines(broken);
    assertThatThrownBy(() -> lines.readLine("> "))
        .isInstanceOf(CommandException.class)
        .hasMessage("standard input broke off: Is a directory");
  }

  private PlainLines lines(Reader reader) {
    return new PlainLines(new BufferedReader(reader), new PrintWriter(prompts));
  }
}
