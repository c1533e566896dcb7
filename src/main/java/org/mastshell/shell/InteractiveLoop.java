package org.mastshell.shell;

import java.util.Optional;
import org.mastshell.command.ExitCode;
import org.mastshell.output.Asides;
import org.mastshell.session.Session;
import org.mastshell.terminal.InterruptedLineException;
import org.mastshell.terminal.LineReading;

/** Reads lines from a person and runs them, until the person leaves. */
final class InteractiveLoop {
  private final LineRunner runner;
  private final Prompt prompt;
  private final Interrupts interrupts;
  private final Asides asides;
  private final Runnable betweenLines;

  /**
   * @param asides are held back while a line is typed
   * @param betweenLines takes what work in the background has brought; must not wait
   */
  InteractiveLoop(
      LineRunner runner,
      Session session,
      Interrupts interrupts,
      Asides asides,
      Runnable betweenLines) {
    this.runner = runner;
    this.interrupts = interrupts;
    this.asides = asides;
    this.betweenLines = betweenLines;
    this.prompt = new Prompt(session);
  }

  /** How the shell was left: failures on the way are no failure of the shell. */
  ExitCode run(LineReading lines) {
    while (!interrupts.isForGood()) {
      Optional<String> line;
      betweenLines.run();
      try {
        asides.holdBack();
        line = lines.readLine(prompt.text());
      } catch (InterruptedLineException dropped) {
        continue;
      } finally {
        asides.goOn();
      }
      if (line.isEmpty()) {
        return ExitCode.DONE;
      }
      LineRunner.Ended ended = runner.run(line.get());
      if (ended.leaves()) {
        return ExitCode.DONE;
      }
      lines.ran(line.get(), ended.code() == ExitCode.USAGE);
    }
    return ExitCode.INTERRUPTED;
  }
}
