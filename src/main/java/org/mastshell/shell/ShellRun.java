package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.output.Console;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.mastshell.terminal.LineReading;
import org.mastshell.terminal.ShellTerminal;
import org.mastshell.terminal.TerminalOptions;
import org.mastshell.terminal.TerminalSettings;
import org.springframework.context.support.GenericApplicationContext;

/** One run of the shell: start file, scripts, and the interactive loop if there is a person. */
final class ShellRun {
  private final World world;
  private final LaunchOptions options;
  private final String demoServer;
  private final Homes homes;
  private final Session session;
  private final Consoles consoles;

  /**
   * @param demoServer address of the embedded archive, or empty if another is asked
   */
  ShellRun(World world, LaunchOptions options, String demoServer) {
    this.world = world;
    this.options = options;
    this.demoServer = demoServer;
    this.homes = Homes.of(world);
    this.session = new Session(world.clock(), Settings.standard());
    Console plain =
        interactive() && !world.terminals().person()
            ? new PlainConsole(world.out(), world.err(), world.in(), true)
            : new PlainConsole(world.out(), world.err());
    this.consoles = new Consoles(plain, world.environment(), options.has("quiet"));
  }

  ExitCode run() {
    try (GenericApplicationContext context =
        new ProgramWiring(world, homes, session, consoles, options.has("verbose")).wire()) {
      return run(context);
    } catch (IOException broken) {
      throw new CommandException(
          ExitCode.FAILED, "standard input broke off: " + broken.getMessage());
    }
  }

  private ExitCode run(GenericApplicationContext context) throws IOException {
    ScriptRunner scripts = context.getBean(ScriptRunner.class);
    overrideSettings();
    ExitCode startFile = runStartFile(scripts);
    overrideSettings();
    if (startFile != ExitCode.DONE && !interactive()) {
      // A start file that fails is a bad configuration, whatever its command failed of.
      return startFile == ExitCode.INTERRUPTED ? startFile : ExitCode.USAGE;
    }
    if (!interactive()) {
      return options.work().isEmpty()
          ? scripts.run(world.in(), "standard input").code()
          : scripts.runAll(options.work(), world.in()).code();
    }
    LineRunner.Ended before = scripts.runAll(options.work(), world.in());
    return before.leaves() ? before.code() : converse(context);
  }

  private boolean interactive() {
    boolean nothingElse = options.work().isEmpty() && world.terminals().person();
    return options.has("interactive") || nothingElse;
  }

  // Default < start file < environment < option: applied before the start file, whose commands may
  // need the server, and again after it.
  private void overrideSettings() {
    Settings settings = session.settings();
    String server = world.environment().getOrDefault("MASTSHELL_SERVER", "");
    if (!server.isBlank()) {
      settings = settings.with(Setting.SERVER, server);
    }
    for (Setting setting : new Setting[] {Setting.FORMAT, Setting.COLOR, Setting.SERVER}) {
      if (options.has(setting.word())) {
        settings = settings.with(setting, options.value(setting.word()).orElseThrow());
      }
    }
    if (options.has("on-error")) {
      settings = settings.with(Setting.ON_ERROR, options.value("on-error").orElseThrow());
    }
    if (!demoServer.isEmpty()) {
      settings = settings.with(Setting.SERVER, demoServer);
    }
    session.replaceSettings(settings);
  }

  private ExitCode runStartFile(ScriptRunner scripts) throws IOException {
    if (options.has("no-rc")) {
      return ExitCode.DONE;
    }
    Path file = options.value("rc").map(world.folder()::resolve).orElse(homes.startFile());
    if (!options.has("rc") && !Files.exists(file)) {
      return ExitCode.DONE;
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return scripts.run(reader, file.toString()).code();
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.USAGE,
          "the start file " + file + " cannot be read",
          "--no-rc starts without it");
    }
  }

  private ExitCode converse(GenericApplicationContext context) throws IOException {
    InteractiveLoop loop = new InteractiveLoop(context.getBean(LineRunner.class), session);
    if (!world.terminals().person()) {
      return loop.run(remember(context, new PlainLines(world.in(), world.err())));
    }
    boolean color = !"never".equals(session.settings().get(Setting.COLOR));
    try (ShellTerminal terminal = ShellTerminal.open(new TerminalOptions(color, ""))) {
      consoles.replace(terminal.console());
      Interrupts interrupts = context.getBean(Interrupts.class);
      terminal.onInterrupt(interrupts::interrupt);
      context.getBean(CommandRuns.class).pageWith(lines -> terminal.page(String.join("\n", lines)));
      LineReading lines =
          terminal.reader(
              context.getBean(SessionView.class),
              Homes.make(homes.state()).resolve("history"),
              terminalSettings());
      terminal.console().talk().println(new Welcome(session).text());
      return loop.run(remember(context, lines));
    }
  }

  private static LineReading remember(GenericApplicationContext context, LineReading lines) {
    context.getBean(TypedLines.class).from(lines::history);
    return lines;
  }

  private TerminalSettings terminalSettings() {
    Settings settings = session.settings();
    return new TerminalSettings(
        settings.isOn(Setting.HIGHLIGHT),
        settings.isOn(Setting.AUTOSUGGEST),
        settings.isOn(Setting.HINTS),
        settings.get(Setting.KEYS).equals("vi"),
        settings.get(Setting.THEME).equals("dark"));
  }
}
