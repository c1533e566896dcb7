package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.Example;

/** The examples that the help gives work as they stand, one after the other. */
class HelpExamplesTest extends DemoProgramTest {

  static Stream<CommandInfo> commands() {
    return CommandList.infos().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void examplesRun(CommandInfo info) throws IOException {
    Path docs = Files.createDirectory(folder.resolve("docs"));
    Files.copy(Path.of("docs/tutorial.mast"), docs.resolve("tutorial.mast"));
    List<Example> examples = info.examples();
    if (!info.name().equals("login")) {
      assertThat(examples).as("examples of " + info.name()).isNotEmpty();
    }
    AssertableProgram program = program();
    examples.forEach(example -> program.command(example.line()));
    program.command("help " + info.name()).run().succeeds().reportsNothing();
  }
}
