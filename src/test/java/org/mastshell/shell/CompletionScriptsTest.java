package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mastshell.command.CommandInfo;
import org.mastshell.formats.Format;
import org.mastshell.session.Setting;

/**
 * The scripts that complete the launcher in other shells say what the program goes by. After a
 * change, {@code mvn test -Dtest=CompletionScriptsTest -Ddocs.renew=true} writes them anew. What
 * they do in the shells is for {@code packaged/LauncherCompletionIT}.
 */
class CompletionScriptsTest {
  private static final Path FOLDER = Path.of("completions");

  private static final List<CommandInfo> COMMANDS = CommandList.infos();

  @BeforeAll
  static void renew() throws IOException {
    if (Boolean.getBoolean("docs.renew")) {
      for (Arguments pair : scripts().toList()) {
        Files.writeString(FOLDER.resolve((String) pair.get()[0]), (String) pair.get()[1]);
      }
    }
  }

  private static Stream<Arguments> scripts() {
    List<LaunchOption> options = LaunchOptionList.ALL;
    return Stream.of(
        Arguments.of("mastshell.bash", new BashCompletion(options, COMMANDS).script()),
        Arguments.of("_mastshell", new ZshCompletion(options, COMMANDS).script()),
        Arguments.of("mastshell.fish", new FishCompletion(options, COMMANDS).script()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void theScriptIsCurrent(String file, String script) {
    assertThat(FOLDER.resolve(file)).hasContent(script);
    assertThat(script).doesNotContainPattern("@[A-Z]+@");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void everyOptionThatThereIsIsInIt(String file, String script) {
    assertThat(LaunchOptionList.specs()).hasSizeGreaterThan(15);
    assertThat(LaunchOptionList.specs())
        .allSatisfy(
            option ->
                assertThat(script)
                    .containsPattern("(--|-l )" + option.name() + "\\b")
                    .containsPattern(option.shortName() == 0 ? "" : "-(s )?" + option.shortName()));
  }

  @Test
  void theFormatsAreThoseThatCanBeWritten() {
    assertThat(LaunchOptionList.written("--format").orElseThrow().choices())
        .isEqualTo(Setting.FORMAT.choices())
        .containsExactlyElementsOf(Arrays.stream(Format.values()).map(Format::word).toList());
  }

  @Test
  void whatAnOptionExcludesIsThere() {
    assertThat(LaunchOptionList.ALL)
        .flatMap(LaunchOption::excludes)
        .allSatisfy(name -> assertThat(LaunchOptionList.written("--" + name)).isPresent());
  }
}
