package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
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

  /**
   * @param wanted the settings of the moment
   * @param maker makes what reads lines with such settings
   */
  SettledReading(Supplier<TerminalSettings> wanted, Function<TerminalSettings, LineReading> maker) {
    this.wanted = wanted;
    this.maker = maker;
    settings = wanted.get();
    reading = maker.apply(settings);
  }

  @Override
  public Optional<String> readLine(String prompt) {
    TerminalSettings now = wanted.get();
    if (!now.equals(settings)) {
      settings = now;
      reading = maker.apply(now);
    }
    return reading.readLine(prompt);
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
