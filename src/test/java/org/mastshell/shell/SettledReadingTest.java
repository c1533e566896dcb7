package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mastshell.output.Ground;
import org.mastshell.terminal.LineReading;
import org.mastshell.terminal.TerminalSettings;

class SettledReadingTest {
  private static final TerminalSettings PLAIN =
      new TerminalSettings(false, false, false, false, false, Optional.of(Ground.DARK));

  private final List<TerminalSettings> made = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private TerminalSettings wanted = TerminalSettings.defaults();
  private Optional<String> problem = Optional.empty();

  private final List<String> notes = new ArrayList<>();

  private LineReading make(TerminalSettings settings) {
    made.add(settings);
    int number = made.size();
    return new LineReading() {
      @Override
      public Optional<String> readLine(String prompt) {
        return Optional.of(prompt + number);
      }

      @Override
      public void ran(String line, boolean wrong) {
        notes.add(number + ": " + line + (wrong ? " was wrong" : " went well"));
      }

      @Override
      public List<String> history() {
        return List.of("line of " + number);
      }

      @Override
      public Optional<String> historyProblem() {
        return problem;
      }
    };
  }

  private SettledReading reading() {
    return new SettledReading(() -> wanted, this::make, problems::add);
  }

  @Test
  void changedSettingsHoldFromTheNextLine() {
    SettledReading reading = reading();
    assertThat(reading.readLine("> ")).contains("> 1");
    assertThat(reading.readLine("> ")).contains("> 1");
    wanted = PLAIN;
    assertThat(reading.history()).containsExactly("line of 1");
    assertThat(reading.readLine("> ")).contains("> 2");
    assertThat(reading.history()).containsExactly("line of 2");
    assertThat(made).containsExactly(TerminalSettings.defaults(), PLAIN);
    assertThat(problems).isEmpty();
  }

  @Test
  void howALineWentIsPassedOn() {
    SettledReading reading = reading();
    reading.ran("serch", true);
    wanted = PLAIN;
    assertThat(reading.readLine("> ")).isPresent();
    reading.ran("search", false);
    assertThat(notes).containsExactly("1: serch was wrong", "2: search went well");
  }

  @Test
  void aProblemOfTheHistoryIsToldOnce() {
    SettledReading reading = reading();
    assertThat(reading.readLine("> ")).isPresent();
    assertThat(problems).isEmpty();
    problem = Optional.of("the disk is full");
    assertThat(reading.readLine("> ")).isPresent();
    assertThat(reading.readLine("> ")).isPresent();
    wanted = PLAIN;
    assertThat(reading.readLine("> ")).isPresent();
    assertThat(problems).containsExactly("the disk is full");
    assertThat(reading.historyProblem()).contains("the disk is full");
  }
}
