package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainConsoleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter talk = new StringWriter();

  @Test
  void isNoTerminal() {
    Console console = console("y\n", true);
    assertThat(console.outIsTerminal()).isFalse();
    assertThat(console.talkIsTerminal()).isFalse();
    assertThat(console.width()).isZero();
    assertThat(console.height()).isZero();
    assertThat(console.interactive()).isTrue();
  }

  @Test
  void nobodyThereMeansNo() {
    Console console = console("y\ny\n", false);
    assertThat(console.interactive()).isFalse();
    assertThat(console.confirm("Download 26.4 GB?")).isFalse();
    assertThat(console.readSecret("token: ")).isEmpty();
    assertThat(talk.toString()).isEmpty();
    assertThat(new PlainConsole(console.out(), console.talk()).interactive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "yes\n", "YES\r\n", " y ", "Y\n"})
  void yesInEveryShape(String answer) {
    assertThat(console(answer, true).confirm("Go on?")).isTrue();
    assertThat(talk.toString()).isEqualTo("Go on? [y/N] ");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n", "yesterday\n", "no\n"})
  void everythingElseIsNo(String answer) {
    assertThat(console(answer, true).confirm("Go on?")).isFalse();
  }

  @Test
  void answersComeLineByLine() {
    Console console = console("test-token-not-a-secret\r\ny\n", true);
    assertThat(console.readSecret("token: ")).contains("test-token-not-a-secret".toCharArray());
    assertThat(console.confirm("Go on?")).isTrue();
    assertThat(console.readSecret("token: ")).isEmpty();
    assertThat(talk.toString()).isEqualTo("token: Go on? [y/N] token: ").doesNotContain("secret");
  }

  @Test
  void anEmptyOrEndlessSecretIsNone() {
    assertThat(console("\n", true).readSecret("token: ")).isEmpty();
    assertThat(console("x".repeat(10_000) + "\n", true).readSecret("token: ")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNoAnswer() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {}
        };
    Console console = new PlainConsole(new PrintWriter(out), new PrintWriter(talk), broken, true);
    assertThat(console.confirm("Go on?")).isFalse();
    assertThat(console.readSecret("token: ")).isEmpty();
  }

  private Console console(String answers, boolean interactive) {
    return new PlainConsole(
        new PrintWriter(out), new PrintWriter(talk), new StringReader(answers), interactive);
  }
}
