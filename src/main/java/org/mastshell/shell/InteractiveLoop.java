package org.mastshell.shell;

import java.util.Optional;
import org.mastshell.command.ExitCode;
import org.mastshell.session.Session;
import org.mastshell.terminal.InterruptedLineException;
import org.mastshell.terminal.LineReading;

/** Reads lines from a person and runs them, until the person leaves. */
final class InteractiveLoop {
  private final LineRunner runner;
  private final Prompt prompt;
  private final Interrupts interrupts;

  InteractiveLoop(LineRunner runner, Session session, Interrupts interrupts) {
    this.runner = runner;
    this.interrupts = interrupts;
    this.prompt = new Prompt(session);
  }

  /** How the shell was left: failures on the way are no failure of the shell. */
  ExitCode run(LineReading lines) {
    while (!interrupts.isForGood()) {
      Optional<String> line;
      try {
        line = lines.readLine(prompt.text());
      } catch (InterruptedLineException dropped) {
        continue;
      }
      if (line.isEmpty() || runner.run(line.get()).leaves()) {
        return ExitCode.DONE;
      }
    }
    return ExitCode.INTERRUPTED;
  }
}
