package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPropertiesTest {

  private static World.Terminals read(
      String streams, String size, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("mastshell.terminals", streams);
    properties.setProperty("mastshell.terminal.size", size);
    return TerminalProperties.read(properties, environment);
  }

  @Test
  void theLauncherTellsWhichStreamsAreTerminals() {
    assertThat(read("02", "30 100", Map.of()))
        .isEqualTo(new World.Terminals(true, false, true, 100, 30));
    assertThat(read("", "", Map.of())).isEqualTo(World.Terminals.none());
    assertThat(read("01", "", Map.of()).person()).isTrue();
    assertThat(read("12", "", Map.of()).person()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'24 132', '', '', 132, 24",
    "'24 132', 60, '', 60, 24",
    "'24 132', '', 7, 132, 7",
    "'24 132', wide, -3, 132, 24",
    "'24 132', 5, 0, 132, 24",
    "'0 0', '', '', 80, 24",
    "'stty: not a terminal', '', '', 80, 24",
    "'', 99999999999, '', 80, 24",
  })
  void theEnvironmentComesBeforeTheTerminal(
      String size, String columns, String lines, int width, int height) {
    World.Terminals terminals = read("012", size, Map.of("COLUMNS", columns, "LINES", lines));
    assertThat(terminals.width()).isEqualTo(width);
    assertThat(terminals.height()).isEqualTo(height);
  }
}
