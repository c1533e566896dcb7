package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
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
      assertThat(graphics)
          .isEqualTo(new Graphics(Protocol.KITTY, 9, 18, false, Graphics.Limits.NONE));
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
  void itsLimitsAreReadWithTheSameQuestion() {
    String xterm = "\u001b[?1;0;1024S\u001b[?2;0;945;1000S\u001b[?2;0;1000;1000S\u001b[?63;4;9c";
    Graphics read = graphics(Optional.of(new CellSize(9, 19))).read(xterm);
    assertThat(read)
        .isEqualTo(
            new Graphics(Protocol.SIXEL, 9, 19, false, new Graphics.Limits(1000, 1000, 256)));
    // A VT340 has sixteen; mlterm names a size that nothing fits in.
    assertThat(graphics(Optional.empty()).read("\u001b[?1;0;16S\u001b[?1;3;0S\u001b[?62;4c"))
        .isEqualTo(
            new Graphics(
                Protocol.SIXEL,
                Graphics.USUAL_CELL_WIDTH,
                Graphics.USUAL_CELL_HEIGHT,
                false,
                new Graphics.Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 16)));
    assertThat(
            graphics(Optional.empty())
                .read("\u001b[?1;3;0S\u001b[?2;0;0;0S\u001b[6;0;0t\u001b[?62;4c"))
        .isEqualTo(graphics(Optional.empty()).read("\u001b[?62;4c"));
  }

  @Test
  void whatATerminalSaysOfItsCharactersIsBelievedBeforeTheSystem() {
    assertThat(graphics(Optional.of(new CellSize(7, 13))).read("\u001b[6;18;9t\u001b[?62;4c"))
        .extracting(Graphics::cellWidth, Graphics::cellHeight)
        .containsExactly(9, 18);
  }

  private static TerminalGraphics graphics(Optional<CellSize> cell) {
    return new TerminalGraphics(null, Map.of(), () -> cell);
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
