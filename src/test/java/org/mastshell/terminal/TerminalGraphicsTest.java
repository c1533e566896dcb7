package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mastshell.output.Graphics;
import org.mastshell.output.Graphics.Protocol;

class TerminalGraphicsTest {
  private static final String ATTRIBUTES = "\u001b[?62;22c";

  @Test
  void asksOnceAndReadsTheAnswers() throws Exception {
    try (TypedTerminal terminal = new TypedTerminal("xterm")) {
      String answers = "\u001b_Gi=31;OK\u001b\\\u001b[6;18;9t" + ATTRIBUTES;
      Graphics graphics =
          terminal.typing(() -> terminal.opened().console().graphics(), "\u001b[c", answers);
      assertThat(graphics).isEqualTo(new Graphics(Protocol.KITTY, 9, 18, false));
      assertThat(terminal.opened().console().graphics()).isEqualTo(graphics);
      assertThat(terminal.screen().split("\u001b\\[c", -1)).hasSize(2);
    }
  }

  @Test
  void aTerminalThatSaysFourTakesSixel() throws Exception {
    try (TypedTerminal terminal = new TypedTerminal("xterm")) {
      Graphics graphics =
          terminal.typing(
              () -> terminal.opened().console().graphics(), "\u001b[c", "\u001b[?62;4;22c");
      assertThat(graphics.protocol()).isEqualTo(Protocol.SIXEL);
    }
  }

  @Test
  void aTerminalThatIsSilentIsNotWaitedForLong() throws Exception {
    try (TypedTerminal terminal = new TypedTerminal("xterm")) {
      assertThat(terminal.opened().console().graphics()).isEqualTo(Graphics.none());
    }
  }

  @Test
  void theEnvironmentSaysWhatATerminalIs() {
    assertThat(Graphics.hinted(Map.of("TERM", "xterm-kitty")).protocol()).isEqualTo(Protocol.KITTY);
    assertThat(Graphics.hinted(Map.of("KITTY_WINDOW_ID", "1", "TMUX", "x")).protocol())
        .isEqualTo(Protocol.NONE);
    assertThat(Graphics.hinted(Map.of("TERM", "xterm-256color"))).isEqualTo(Graphics.none());
  }
}
