package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClipboardTest {
  @Test
  void nothingInTheTextCanEndTheSequence() {
    String sequence = new Clipboard(Map.of()).sequence("a\u0007b\u001b\\\u001b]0;x\u0007天");
    assertThat(sequence).startsWith("\u001b]52;c;").endsWith("\u0007");
    String inside = sequence.substring(7, sequence.length() - 1);
    assertThat(new String(Base64.getDecoder().decode(inside), StandardCharsets.UTF_8))
        .isEqualTo("a\u0007b\u001b\\\u001b]0;x\u0007天");
  }

  @Test
  void screenGetsItInPieces() {
    String sequence = new Clipboard(Map.of("STY", "1.x")).sequence("x".repeat(2000));
    String[] pieces = sequence.split("\u001b\\\\");
    assertThat(pieces).hasSizeGreaterThan(4).allSatisfy(p -> assertThat(p).startsWith("\u001bP"));
    assertThat(String.join("", pieces).replace("\u001bP", ""))
        .isEqualTo(new Clipboard(Map.of()).sequence("x".repeat(2000)));
  }

  @Test
  void whatTmuxNeedsIsSaidInItAlone() {
    assertThat(new Clipboard(Map.of("TMUX", "/none,1,0")).needs()).contains("set-clipboard on");
    assertThat(new Clipboard(Map.of()).needs()).isEmpty();
  }
}
