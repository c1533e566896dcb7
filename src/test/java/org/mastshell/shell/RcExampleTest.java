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

  @Test
  void theHabitsWorkOnceTheirCommentSignIsGone() throws IOException {
    List<String> habits =
        Files.readAllLines(EXAMPLE).stream()
            .filter(line -> line.matches("#[a-z].*"))
            .map(line -> line.substring(1))
            .toList();
    assertThat(habits).hasSizeGreaterThan(5);
    Path file = folder.resolve("habits");
    Files.write(file, habits);
    String[] read = {"--rc", file.toString(), "--demo", "-q"};
    AssertableProgram.in(folder)
        .arguments(read)
        .command("search program=$programs filters=F277W; count")
        .command("show --limit 1; products suffix=i2d extension=fits; show --limit 1")
        .command("download 1; set timeout; set limit")
        .run()
        .succeeds()
        .reportsNothing()
        .shows("target_name  filters  t_exptime", "calib_level  dataRights", "1200", "100");
    try (Stream<Path> files = Files.list(folder.resolve("data/mast"))) {
      assertThat(files).anyMatch(there -> there.toString().endsWith("_i2d.fits"));
    }
  }

  private static String value(Setting setting) {
    return setting.standard().isEmpty() ? "\"\"" : setting.standard();
  }
}
