package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.CommandReference;
import org.mastshell.command.HelpText;
import org.mastshell.command.HelpTopics;
import org.mastshell.command.ManualPage;
import org.mastshell.command.SafeMode;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The reference pages say what the program goes by. After a change, {@code mvn test
 * -Dtest=CommandReferenceTest -Ddocs.renew=true} writes them anew.
 */
class CommandReferenceTest {
  private static final Path REFERENCE = Path.of("docs/commands.md");
  private static final Path MANUAL = Path.of("docs/mastshell.1");

  @TempDir static Path folder;

  private static List<CommandInfo> commands;
  private static String reference;
  private static String manual;

  @BeforeAll
  static void makeThePages() throws IOException {
    commands = commands();
    HelpTopics topics = new HelpTopics();
    reference = new CommandReference(commands, LaunchOptionList.specs(), topics).markdown();
    manual = new ManualPage(LaunchOptionList.specs(), topics).roff();
    if (Boolean.getBoolean("docs.renew")) {
      Files.writeString(REFERENCE, reference);
      Files.writeString(MANUAL, manual);
    }
  }

  private static List<CommandInfo> commands() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    World world =
        new World(
            Map.of(),
            folder,
            folder,
            new BufferedReader(new StringReader("")),
            nowhere,
            nowhere,
            World.Terminals.none(),
            Clock.systemUTC());
    Session session = new Session(world.clock(), Settings.standard());
    Consoles consoles = new Consoles(new PlainConsole(nowhere, nowhere), Map.of(), true);
    try (GenericApplicationContext context =
        new ProgramWiring(
                world,
                Homes.of(world),
                Keepers.of(session),
                consoles,
                new Interrupts(),
                false,
                SafeMode.off())
            .wire()) {
      return context.getBeansOfType(RegisteredCommand.class).values().stream()
          .map(RegisteredCommand::info)
          .toList();
    }
  }

  @Test
  void theCommandReferenceIsCurrent() {
    assertThat(REFERENCE).hasContent(reference);
  }

  @Test
  void theManualPageIsCurrent() {
    assertThat(MANUAL).hasContent(manual);
  }

  @Test
  void everyCommandAndEachOfItsOptionsIsOnThePage() throws IOException {
    String page = Files.readString(REFERENCE);

    assertThat(commands).hasSizeGreaterThanOrEqualTo(24);
    assertThat(commands)
        .allSatisfy(
            info -> {
              assertThat(page).contains("\n### " + info.name() + "\n");
              assertThat(info.arguments().options())
                  .allSatisfy(
                      option ->
                          assertThat(page)
                              .contains("`" + HelpText.synopsis(option).replace("|", "\\|") + "`"));
              assertThat(info.examples())
                  .allSatisfy(example -> assertThat(page).contains("\n" + example.line() + "\n"));
            });
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingIsOnThePageAndInTheExampleOfAStartFile(Setting setting) throws IOException {
    String value = setting.standard().isEmpty() ? "\"\"" : setting.standard();

    assertThat(Files.readString(REFERENCE)).contains("| `" + setting.word() + "` | ");
    assertThat(Files.readString(Path.of(".mastshellrc.example")))
        .contains("\nset " + setting.word() + " " + value + "\n");
  }
}
