package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mastshell.command.CommandException;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.CommandResult;
import org.mastshell.command.ShellCommand;
import org.mastshell.command.Work;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Glossary;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Settings;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

class RegisteredCommandTest {
  private final Interrupts interrupts = new Interrupts();

  @Test
  void aCommandThatWantsTooMuchFailsAndTheShellStands() {
    assertThatThrownBy(() -> run(new OutOfMemoryError("Java heap space")))
        .isInstanceOf(CommandException.class)
        .hasMessage("there is not memory enough for this");
    assertThatThrownBy(() -> run(new StackOverflowError()))
        .isInstanceOf(CommandException.class)
        .hasMessage("this is nested too deep to be worked out");
  }

  private void run(VirtualMachineError failure) {
    PrintWriter writer = new PrintWriter(new StringWriter());
    Consoles consoles = new Consoles(new PlainConsole(writer, writer), Map.of(), false);
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    CommandRuns runs = new CommandRuns(Keepers.of(session), consoles, interrupts);
    new RegisteredCommand(failing(failure), runs, Glossary::bundled)
        .execute(
            new CommandContext(
                new WordParser().parse("big"),
                new CommandRegistry(),
                writer,
                new InputReader() {}));
  }

  private static ShellCommand failing(VirtualMachineError failure) {
    return new ShellCommand() {
      @Override
      public CommandInfo info() {
        ArgumentSpec nothing = new ArgumentSpec(false, false, false, List.of());
        return new CommandInfo("big", List.of(), "", "", "", "", nothing, List.of());
      }

      @Override
      public CommandResult run(Arguments arguments, Work work) {
        throw failure;
      }
    };
  }
}
