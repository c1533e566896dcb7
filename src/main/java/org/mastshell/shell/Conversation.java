package org.mastshell.shell;

import java.io.IOException;
import java.nio.file.Files;
import org.mastshell.command.BackgroundCommands;
import org.mastshell.command.BackgroundDownloads;
import org.mastshell.command.BackgroundRenewal;
import org.mastshell.command.CommandException;
import org.mastshell.command.DownloadJobs;
import org.mastshell.command.ExitCode;
import org.mastshell.command.SafeMode;
import org.mastshell.command.SentTables;
import org.mastshell.output.Answer;
import org.mastshell.output.CleanText;
import org.mastshell.output.Console;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.terminal.LineReading;
import org.mastshell.terminal.ShellTerminal;
import org.mastshell.terminal.TerminalOptions;
import org.mastshell.terminal.TerminalSettings;
import org.springframework.context.support.GenericApplicationContext;

/** The shell with a person at it: opens the terminal and reads lines until the person leaves. */
final class Conversation {
  private static final String HISTORY = "history";

  private final World world;
  private final Homes homes;
  private final Session session;
  private final SessionKeeper keeper;
  private final Consoles consoles;
  private final Interrupts interrupts;
  private final SafeMode safe;

  Conversation(
      World world,
      Homes homes,
      SessionKeeper keeper,
      Consoles consoles,
      Interrupts interrupts,
      SafeMode safe) {
    this.safe = safe;
    this.world = world;
    this.homes = homes;
    this.session = keeper.session();
    this.keeper = keeper;
    this.consoles = consoles;
    this.interrupts = interrupts;
  }

  /** Runs to the end. */
  ExitCode run(GenericApplicationContext context) {
    if (!world.terminals().person()) {
      return loop(context, () -> tellNews(context)).run(remember(context, plainLines()));
    }
    BackgroundRenewal renewal = context.getBean(BackgroundRenewal.class);
    try (ShellTerminal terminal =
        ShellTerminal.open(TerminalOptions.in(world.environment(), safe))) {
      try {
        ExitCode code =
            loop(
                    context,
                    () -> {
                      renewal.betweenLines(session.settings());
                      tellNews(context);
                    })
                .run(remember(context, linesAt(terminal, context)));
        // Nobody waits at a terminal that is left: what is missing then is fetched another time.
        show(context, context.getBean(BackgroundCommands.class).leave());
        return code;
      } finally {
        // While there is a terminal to say it on.
        context.getBean(CommandRuns.class).keepAtEnd();
      }
    } catch (IOException unusable) {
      world.err().println("note: lines cannot be edited here: " + unusable.getMessage());
      return loop(context, () -> tellNews(context)).run(remember(context, plainLines()));
    }
  }

  private static void tellNews(GenericApplicationContext context) {
    context.getBean(BackgroundCommands.class).news().ifPresent(answer -> show(context, answer));
  }

  private static void show(GenericApplicationContext context, Answer answer) {
    context.getBean(CommandRuns.class).presenter().show(answer);
  }

  private InteractiveLoop loop(GenericApplicationContext context, Runnable betweenLines) {
    return new InteractiveLoop(
        context.getBean(LineRunner.class), session, interrupts, consoles.asides(), betweenLines);
  }

  private LineReading plainLines() {
    return new PlainLines(world.in(), world.err());
  }

  private LineReading linesAt(ShellTerminal terminal, GenericApplicationContext context) {
    Console screen = terminal.console();
    consoles.replace(screen);
    terminal.onInterrupt(interrupts::interrupt);
    context.getBean(CommandRuns.class).pageWith(terminal.pager());
    context.getBean(TypedLines.class).editAt(terminal);
    terminal.onTrouble(context.getBean(LineRunner.class)::report);
    if (terminal.movesCursor()) {
      context.getBean(Corrections.class).forPerson();
    }
    new Welcome(keeper, context.getBean(DownloadJobs.class))
        .lines()
        .forEach(screen.talk()::println);
    forgetVisitorBefore();
    safe.folder()
        .ifPresent(
            folder ->
                screen
                    .talk()
                    .println(
                        CleanText.oneLine(
                            "safe mode: files go below "
                                + folder
                                + ", no other program is started, no other archive is asked")));
    context.getBean(SentTables.class).removeOld();
    BackgroundDownloads background = context.getBean(BackgroundDownloads.class);
    terminal.showStatus(background::status);
    background.onStatus(terminal::drawStatus);
    SessionView view = context.getBean(SessionView.class);
    return new SettledReading(
        this::settings,
        settings -> terminal.reader(view, homes.state().resolve(HISTORY), settings),
        problem -> screen.talk().println("note: " + problem));
  }

  private void forgetVisitorBefore() {
    try {
      if (safe.isOn()) {
        Files.deleteIfExists(homes.state().resolve(HISTORY));
      }
    } catch (IOException kept) {
      throw new CommandException(
          ExitCode.FAILED, "lines of the visitor before cannot be removed: " + kept.getMessage());
    }
  }

  private static LineReading remember(GenericApplicationContext context, LineReading lines) {
    context.getBean(TypedLines.class).from(lines::history);
    return lines;
  }

  private TerminalSettings settings() {
    Settings settings = session.settings();
    return new TerminalSettings(
        consoles.style(settings).color(),
        settings.isOn(Setting.HIGHLIGHT),
        settings.isOn(Setting.AUTOSUGGEST),
        settings.isOn(Setting.HINTS),
        settings.get(Setting.KEYS).equals("vi"),
        Consoles.ground(settings));
  }
}
