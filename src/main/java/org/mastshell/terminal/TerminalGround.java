package org.mastshell.terminal;

import java.util.Map;
import java.util.Optional;
import org.mastshell.output.Ground;

/**
 * The background of the terminal. It is asked for (OSC 11) when the first line begins, and nobody
 * waits: the answer comes among the keys, as one of them, whenever it comes. Until then, and where
 * a terminal does not answer, what the environment says holds.
 */
final class TerminalGround {
  /** What asks. */
  static final String QUESTION = "\u001b]11;?\u001b\\";

  /** How an answer begins; behind it stand the colour and an end. */
  static final String ANSWER = "\u001b]11;";

  private volatile Ground known;
  private boolean asked;

  /**
   * @param environment what is known without asking
   */
  TerminalGround(Map<String, String> environment) {
    known = Ground.hinted(environment);
  }

  /** What is known by now. */
  Ground get() {
    return known;
  }

  /** Whether it was asked for, which is done once. */
  boolean isAsked() {
    return asked;
  }

  /** It was asked for. */
  void asked() {
    asked = true;
  }

  /** Takes an answer; one that is no colour changes nothing. */
  void heard(String color) {
    Optional<Ground> named = Ground.of(color);
    named.ifPresent(ground -> known = ground);
  }
}
