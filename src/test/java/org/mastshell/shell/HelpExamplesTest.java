package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.Example;

/** The examples that the help gives work as they stand, one after the other. */
class HelpExamplesTest extends DemoProgramTest {

  static Stream<String> commands() {
    return CommandList.infos().stream().map(CommandInfo::name);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void examplesRun(String name) throws IOException {
    Path docs = Files.createDirectory(folder.resolve("docs"));
    for (String file : List.of("tutorial.mast", "targets.csv", "names.txt")) {
      Files.copy(Path.of("docs", file), docs.resolve(file));
    }
    List<Example> examples = examples(name);
    if (Set.of("edit", "clip", "samp").contains(name)) {
      // They need a terminal: packaged/EditIT and packaged/ClipIT run them; or a hub, which
      // SampProgramTest has.
      return;
    }
    // Those that take no words behind them, or ask for a secret, need none.
    if (!Set.of("login", "exit").contains(name)) {
      assertThat(examples).as("examples of " + name).isNotEmpty();
    }
    AssertableProgram program = program();
    examples.forEach(example -> program.command(example.line()));
    program.command("help " + name).run().succeeds().reportsNothing();
  }

  private static List<Example> examples(String name) {
    return CommandList.infos().stream()
        .filter(info -> info.name().equals(name))
        .findFirst()
        .orElseThrow()
        .examples();
  }
}
