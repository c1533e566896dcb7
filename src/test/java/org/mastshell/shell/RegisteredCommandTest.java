package org.mastshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mastshell.command.CommandException;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.CommandResult;
import org.mastshell.command.ExitCode;
import org.mastshell.command.ShellCommand;
import org.mastshell.command.Work;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Glossary;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.Part;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Setting;
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

  @Test
  void whatCannotBeShownIsOnDiskAllTheSame(@TempDir Path folder) {
    PrintWriter closed = new PrintWriter(new StringWriter());
    // Like a pipe whose reader has gone.
    closed.close();
    SavedSessions saved = new SavedSessions(folder, Clock.systemUTC());
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper = new SessionKeeper(session, saved, EmbeddedArchive.none())) {
      keeper.begin();
      assertThatThrownBy(
              () ->
                  run(
                      keeper,
                      closed,
                      work -> {
                        work.session().set(Setting.LIMIT, "9");
                        return CommandResult.done(new Part.Text("it is done"));
                      }))
          .isInstanceOf(OutputClosedException.class);
      assertThatThrownBy(
              () ->
                  run(
                      keeper,
                      closed,
                      work -> {
                        work.session().set(Setting.TIMEOUT, "77");
                        throw new CommandException(ExitCode.FAILED, "half-way");
                      }))
          .hasMessage("half-way");
    }
    Session next = new Session(Clock.systemUTC(), Settings.standard());
    try (SessionKeeper keeper = new SessionKeeper(next, saved, EmbeddedArchive.none())) {
      keeper.load(SessionName.LAST);
      assertThat(next.settings().whole(Setting.LIMIT)).isEqualTo(9);
      assertThat(next.settings().whole(Setting.TIMEOUT)).isEqualTo(77);
    }
  }

  private void run(VirtualMachineError failure) {
    Session session = new Session(Clock.systemUTC(), Settings.standard());
    PrintWriter writer = new PrintWriter(new StringWriter());
    run(
        Keepers.of(session),
        writer,
        work -> {
          throw failure;
        });
  }

  private void run(
      SessionKeeper keeper, PrintWriter writer, Function<Work, CommandResult> behaviour) {
    Consoles consoles = new Consoles(new PlainConsole(writer, writer), Map.of(), false);
    CommandRuns runs = new CommandRuns(keeper, consoles, interrupts);
    new RegisteredCommand(doing(behaviour), runs, Glossary::bundled)
        .execute(
            new CommandContext(
                new WordParser().parse("big"),
                new CommandRegistry(),
                writer,
                new InputReader() {}));
  }

  private static ShellCommand doing(Function<Work, CommandResult> behaviour) {
    return new ShellCommand() {
      @Override
      public CommandInfo info() {
        ArgumentSpec nothing = new ArgumentSpec(false, false, false, List.of());
        return new CommandInfo("big", List.of(), "", "", "", "", nothing, List.of());
      }

      @Override
      public CommandResult run(Arguments arguments, Work work) {
        return behaviour.apply(work);
      }
    };
  }
}
