package org.mastshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mastshell.command.CommandInfo;

class PracticeTest {
  @Test
  void completesLinesWithoutTroubleAndAsksTheShellForItsCommandsAlone() throws Exception {
    List<CommandInfo> commands = new FixedView().commands();
    ShellView practised = new PracticeView(commands);
    Completions completions = new Completions(practised, folder -> List.of());
    List<String> found = new ArrayList<>();
    for (String line : List.of("sea", "search instr", "search target=ngc-17", "filter target=")) {
      completions.at(line, line.length()).proposals().stream()
          .findFirst()
          .map(Proposal::insert)
          .ifPresent(found::add);
    }
    assertThat(found).containsExactly("search", "instrument_name=", "NGC-17", "NGC-399");

    Thread practice = new Practice(new FixedView()).begin();
    assertThat(practice.isDaemon()).isTrue();
    practice.join();
  }
}
