package org.mastshell.shell;

import java.util.Optional;
import org.mastshell.language.ScriptArguments;

/** What a script that runs was given, and what it said about failures. */
final class ScriptFrame {
  private final ScriptArguments arguments;
  private Optional<Boolean> goesOn;
  private Optional<String> afterFailures = Optional.empty();

  /**
   * @param arguments that its lines name
   * @param goesOn whether it goes on after failures, as far as the script that runs it said so
   */
  ScriptFrame(ScriptArguments arguments, Optional<Boolean> goesOn) {
    this.arguments = arguments;
    this.goesOn = goesOn;
  }

  /** Where nothing was given or said. */
  static ScriptFrame plain() {
    return new ScriptFrame(ScriptArguments.none(), Optional.empty());
  }

  ScriptArguments arguments() {
    return arguments;
  }

  Optional<Boolean> goesOn() {
    return goesOn;
  }

  void goOn(boolean afterFailures) {
    goesOn = Optional.of(afterFailures);
  }

  Optional<String> afterFailures() {
    return afterFailures;
  }

  void runAfterFailures(Optional<String> line) {
    afterFailures = line;
  }
}
