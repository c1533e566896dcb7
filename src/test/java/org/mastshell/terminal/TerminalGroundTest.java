package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.output.Ground;

@DisabledOnOs(OS.WINDOWS)
class TerminalGroundTest {
  private static final String DARK_PROMPT = "\u001b[96mmast>";
  private static final String LIGHT_PROMPT = "\u001b[34mmast>";

  @TempDir Path folder;
  private TypedTerminal typed;

  @BeforeEach
  void open() throws IOException {
    typed = new TypedTerminal("xterm-256color");
  }

  @AfterEach
  void close() {
    typed.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0007", "\u001b\\"})
  void itsAnswerComesAmongTheKeysAndColorsTheLine(String end) throws Exception {
    LineReading reader = typed.reader(folder.resolve("history"), TerminalSettings.defaults());
    Optional<String> line =
        typed.typing(
            () -> reader.readLine(TypedTerminal.PROMPT),
            TerminalGround.QUESTION,
            "sho\u001b]11;rgb:ffff/ffff/dddd" + end,
            LIGHT_PROMPT,
            "w 3\r");
    assertThat(line).contains("show 3");
    assertThat(typed.opened().console().ground()).isEqualTo(Ground.LIGHT);
    assertThat(typed.screen()).contains(DARK_PROMPT);
    int before = typed.screen().length();
    typed.typing(() -> reader.readLine(TypedTerminal.PROMPT), LIGHT_PROMPT, "count\r");
    assertThat(typed.screen().substring(before)).doesNotContain(TerminalGround.QUESTION);
  }

  @Test
  void whatIsTypedAheadIsRunAndNothingIsAsked() throws Exception {
    LineReading reader = typed.reader(folder.resolve("history"), TerminalSettings.defaults());
    typed.terminal().processInputBytes("count\r".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(typed.typing(() -> reader.readLine(TypedTerminal.PROMPT))).contains("count");
    assertThat(typed.screen()).doesNotContain(TerminalGround.QUESTION);
    typed.typing(() -> reader.readLine(TypedTerminal.PROMPT), TerminalGround.QUESTION, "show\r");
  }

  @Test
  void aThemeThatIsSetIsNotAskedFor() throws Exception {
    TerminalSettings light =
        new TerminalSettings(true, true, true, true, false, Optional.of(Ground.LIGHT));
    LineReading reader = typed.reader(folder.resolve("history"), light);
    typed.typing(() -> reader.readLine(TypedTerminal.PROMPT), LIGHT_PROMPT, "show\r");
    assertThat(typed.screen()).doesNotContain("]11;");
  }

  @Test
  void answersWithoutAnEndOrAColorChangeNothing() throws Exception {
    LineReading reader = typed.reader(folder.resolve("history"), TerminalSettings.defaults());
    Optional<String> line =
        typed.typing(
            () -> reader.readLine(TypedTerminal.PROMPT),
            TerminalGround.QUESTION,
            "\u001b]11;nothing\u0007show\r");
    assertThat(line).contains("show");
    assertThat(typed.opened().console().ground()).isEqualTo(Ground.DARK);
  }

  @ParameterizedTest
  @CsvSource({
    "15;0,DARK",
    "0;15,LIGHT",
    "0;default;15,LIGHT",
    "0;7,LIGHT",
    "7;8,DARK",
    "x,DARK",
    "'',DARK",
    "0;999,DARK"
  })
  void theEnvironmentMaySayIt(String hint, Ground ground) {
    assertThat(Ground.hinted(Map.of("COLORFGBG", hint))).isEqualTo(ground);
  }

  @ParameterizedTest
  @CsvSource({
    "rgb:ffff/ffff/ffff,LIGHT",
    "rgb:ff/ff/dd,LIGHT",
    "rgba:0000/2b2b/3636/ffff,DARK",
    "rgb:fdfd/f6f6/e3e3,LIGHT",
    "rgb:0/0/0,DARK",
    "rgb:0000/0000/ffff,DARK"
  })
  void aColorIsLightOrDark(String color, Ground ground) {
    assertThat(Ground.of(color)).contains(ground);
    assertThat(Ground.of(color + "0000/")).isEmpty();
  }
}
