package org.mastshell.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes text for the clipboard of the terminal, wherever that is (OSC 52). The text is in Base64,
 * so that nothing in it can act on the terminal.
 *
 * @param environment tells whether a program stands between the terminal and us
 */
record Clipboard(Map<String, String> environment) {
  private static final String ESCAPE = "\u001b";
  private static final String END = ESCAPE + "\\";
  // GNU screen passes on no more in one piece.
  private static final int SCREEN_PIECE = 512;

  /** Keeps its own copy. */
  Clipboard {
    environment = Map.copyOf(environment);
  }

  /** The control sequences that set the clipboard. */
  String sequence(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    String plain = ESCAPE + "]52;c;" + encoded + "\u0007";
    if (isInTmux()) {
      // tmux takes the plain one where it keeps the clipboard itself (set-clipboard on), and hands
      // on the other where that is allowed (allow-passthrough on).
      return plain + ESCAPE + "Ptmux;" + plain.replace(ESCAPE, ESCAPE + ESCAPE) + END;
    }
    return environment.containsKey("STY") ? throughScreen(plain) : plain;
  }

  /** What has to be set so that it arrives, where that is known; else empty. */
  String needs() {
    return isInTmux()
        ? "where it does not arrive: tmux set -g set-clipboard on   (or allow-passthrough on, where"
            + " the terminal around it takes OSC 52)"
        : "";
  }

  private boolean isInTmux() {
    return environment.containsKey("TMUX");
  }

  private static String throughScreen(String plain) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < plain.length(); start += SCREEN_PIECE) {
      String piece = plain.substring(start, Math.min(plain.length(), start + SCREEN_PIECE));
      pieces.add(ESCAPE + "P" + piece + END);
    }
    return String.join("", pieces);
  }
}
