package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mastshell.terminal.LineReading;
import org.mastshell.terminal.TerminalSettings;

/** Reads each line with the settings of typing as they are when it begins. */
final class SettledReading implements LineReading {
  private final Supplier<TerminalSettings> wanted;
  private final Function<TerminalSettings, LineReading> maker;
  private TerminalSettings settings;
  private LineReading reading;
  private Consumer<String> problems;

  /**
   * @param wanted the settings of the moment
   * @param maker makes what reads lines with such settings
   * @param problems is told once why the history is not kept in its file, if it is not
   */
  SettledReading(
      Supplier<TerminalSettings> wanted,
      Function<TerminalSettings, LineReading> maker,
      Consumer<String> problems) {
    this.wanted = wanted;
    this.maker = maker;
    settings = wanted.get();
    reading = maker.apply(settings);
    this.problems = problems;
  }

  @Override
  public Optional<String> readLine(String prompt) {
    TerminalSettings now = wanted.get();
    if (!now.equals(settings)) {
      settings = now;
      reading = maker.apply(now);
    }
    tellProblem();
    Optional<String> line = reading.readLine(prompt);
    tellProblem();
    return line;
  }

  private void tellProblem() {
    Optional<String> problem = reading.historyProblem();
    problem.ifPresent(problems);
    if (problem.isPresent()) {
      problems = alreadyTold -> {};
    }
  }

  @Override
  public void ran(String line, boolean wrong) {
    reading.ran(line, wrong);
  }

  @Override
  public List<String> history() {
    return reading.history();
  }

  @Override
  public Optional<String> historyProblem() {
    return reading.historyProblem();
  }
}
