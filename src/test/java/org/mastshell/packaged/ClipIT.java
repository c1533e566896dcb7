package org.mastshell.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The clipboard of a real terminal is told what to keep. */
@DisabledOnOs(OS.WINDOWS)
class ClipIT {
  private static final String FIRST = "jw01073-o001_t001_nircam_clear-f277w";
  private static final String CONTROL_D = "\u0004";

  @TempDir Path folder;

  @Test
  void aColumnGoesToTheClipboard() throws Exception {
    assertThat(clipped(Map.of(), "on the clipboard: 1 value of obs_id"))
        .contains("\u001b]52;c;" + encoded(FIRST) + "\u0007");
  }

  @Test
  void itGoesThroughTmux() throws Exception {
    assertThat(clipped(Map.of("TMUX", "/none,1,0"), "tmux set -g set-clipboard on"))
        .contains("\u001b]52;c;" + encoded(FIRST) + "\u0007")
        .contains("\u001bPtmux;\u001b\u001b]52;c;" + encoded(FIRST) + "\u0007\u001b\\");
  }

  private String clipped(Map<String, String> environment, String said) throws Exception {
    try (PackagedTerminal shell =
        new PackagedTerminal.Setup(folder).with(environment).open("--no-rc", "--demo")) {
      shell.expect("mast>").type("search program=1073 filters=F277W\r");
      shell.expect("mast[12 obs]>").type("clip obs_id 1\r");
      shell.expect(said).expect("mast[12 obs]>");
      shell.type(CONTROL_D);
      assertThat(shell.end()).isZero();
      return shell.raw();
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
