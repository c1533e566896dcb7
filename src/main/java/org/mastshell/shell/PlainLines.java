package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.language.ScriptLine;
import org.mastshell.language.ScriptLines;
import org.mastshell.language.Secrets;
import org.mastshell.terminal.LineReading;

/** Lines typed where there is no terminal: a program at the other end, or a test. */
final class PlainLines implements LineReading {
  // Who types without a terminal is often a program, and may go on for days.
  private static final int LINES_IN_MEMORY = 10_000;

  private final BufferedReader in;
  private final PrintWriter prompts;
  private final Deque<String> history = new ArrayDeque<>();

  PlainLines(BufferedReader in, PrintWriter prompts) {
    this.in = in;
    this.prompts = prompts;
  }

  @Override
  public Optional<String> readLine(String prompt) {
    prompts.print(prompt);
    prompts.flush();
    try {
      Optional<String> line = new ScriptLines(in).next().map(ScriptLine::text);
      line.filter(text -> !text.isBlank() && !Secrets.mayHold(text)).ifPresent(this::remember);
      return line;
    } catch (IOException broken) {
      throw new CommandException(
          ExitCode.FAILED, "standard input broke off: " + broken.getMessage());
    }
  }

  private void remember(String line) {
    if (history.size() == LINES_IN_MEMORY) {
      history.removeFirst();
    }
    history.addLast(line);
  }

  /** Nothing is suggested here. */
  @Override
  public void ran(String line, boolean wrong) {}

  @Override
  public List<String> history() {
    return List.copyOf(history);
  }

  @Override
  public Optional<String> historyProblem() {
    return Optional.empty();
  }
}
