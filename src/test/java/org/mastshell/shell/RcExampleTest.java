package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.session.Setting;

/** The start file that comes as an example. */
class RcExampleTest {
  private static final Path EXAMPLE = Path.of(".mastshellrc.example").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void namesEverySettingOnceWithItsDefault() throws IOException {
    List<String> lines =
        Files.readAllLines(EXAMPLE).stream().filter(line -> line.startsWith("set ")).toList();
    List<String> expected =
        Stream.of(Setting.values())
            .map(setting -> "set " + setting.word() + " " + value(setting))
            .toList();
    assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void runsAndLeavesEverySettingAtItsDefault() {
    String[] lines = {"--no-rc", "--format", "csv", "-c", "set"};
    String before = AssertableProgram.in(folder).arguments(lines).run().succeeds().out();
    String[] read = {"--rc", EXAMPLE.toString(), "--format", "csv", "-c", "set"};
    AssertableProgram.in(folder)
        .arguments(read)
        .run()
        .succeeds()
        .reportsNothing()
        .prints(before.replace("\r\n", "\n").strip());
  }

  private static String value(Setting setting) {
    return setting.standard().isEmpty() ? "\"\"" : setting.standard();
  }
}
