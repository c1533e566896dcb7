package org.mastshell.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mastshell.command.BackgroundCommands;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.Logins;
import org.mastshell.command.SafeMode;
import org.mastshell.demo.DemoArchive;
import org.mastshell.output.Answer;
import org.mastshell.output.Console;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.PlainConsole;
import org.mastshell.session.EmbeddedArchive;
import org.mastshell.session.SavedSessions;
import org.mastshell.session.Session;
import org.mastshell.session.SessionKeeper;
import org.mastshell.session.SessionName;
import org.mastshell.session.Setting;
import org.mastshell.session.Settings;
import org.springframework.context.support.GenericApplicationContext;

/** One run of the shell: start file, scripts, and the interactive loop if there is a person. */
final class ShellRun {
  private final World world;
  private final LaunchOptions options;
  private final String demoServer;
  private final Interrupts interrupts;
  private final SafeMode safe;
  private final Homes homes;
  private final Session session;
  private final SessionKeeper keeper;
  private final Consoles consoles;

  /**
   * @param demoServer address of the embedded archive, or empty if another is asked
   * @param interrupts through which the running command can be called off
   */
  ShellRun(World world, LaunchOptions options, String demoServer, Interrupts interrupts) {
    this.world = world;
    this.options = options;
    this.demoServer = demoServer;
    this.interrupts = interrupts;
    this.safe = SafeStart.mode(options, world);
    Homes usual = SafeStart.homes(safe, world);
    this.homes = usual.startingWith(startFile(usual));
    this.session = new Session(world.clock(), Settings.standard());
    this.keeper =
        new SessionKeeper(
            session,
            new SavedSessions(homes.state().resolve(SavedSessions.FOLDER), world.clock()),
            new EmbeddedArchive(
                Optional.of(demoServer).filter(server -> !server.isEmpty()).map(URI::create)));
    Console plain =
        interactive() && !world.terminals().person()
            ? new PlainConsole(world.out(), world.err(), world.in(), true)
            : new StreamConsole(
                new PlainConsole(world.out(), world.err()), world.terminals(), world.environment());
    this.consoles = new Consoles(plain, world.environment(), options.has("quiet"));
  }

  ExitCode run() {
    if (!options.has("verbose")) {
      return wired();
    }
    VerboseLog log = new VerboseLog(consoles.asides()::say);
    try {
      return wired();
    } finally {
      log.close();
    }
  }

  private ExitCode wired() {
    ProgramWiring wiring =
        new ProgramWiring(world, homes, keeper, consoles, interrupts, options.has("verbose"), safe);
    if (!demoServer.isEmpty()) {
      wiring.embedding(URI.create(demoServer));
    }
    try (GenericApplicationContext context = wiring.wire();
        keeper) {
      CommandRuns runs = context.getBean(CommandRuns.class);
      try {
        ExitCode code = withDownloads(context);
        runs.keepAtEnd();
        return code == ExitCode.DONE && isMissingOnDisk() ? ExitCode.FAILED : code;
      } finally {
        runs.keepAtEnd();
      }
    } catch (IOException broken) {
      throw new CommandException(
          ExitCode.FAILED, "standard input broke off: " + broken.getMessage());
    }
  }

  // Whoever names a session goes on with it later.
  private boolean isMissingOnDisk() {
    return options.value("session").isPresent() && keeper.trouble().isPresent();
  }

  // What a script left in the background is waited for, so that nothing is lost without a word.
  private ExitCode withDownloads(GenericApplicationContext context) throws IOException {
    BackgroundCommands background = context.getBean(BackgroundCommands.class);
    ExitCode code;
    try {
      code = run(context);
    } catch (OutputClosedException nobodyReads) {
      // Files may be wanted though what stands behind them is not.
      if (interactive() || !background.isBusy()) {
        throw nobodyReads;
      }
      code = ExitCode.DONE;
    }
    if (!background.isBusy()) {
      return code;
    }
    CommandRuns runs = context.getBean(CommandRuns.class);
    BackgroundCommands.Waited waited;
    try {
      waited = background.await(runs.work(interrupts.begin()));
    } finally {
      interrupts.end();
    }
    runs.show(waited.answer(), waited.code());
    return code == ExitCode.DONE || waited.code() == ExitCode.INTERRUPTED ? waited.code() : code;
  }

  private ExitCode run(GenericApplicationContext context) throws IOException {
    ScriptRunner scripts = context.getBean(ScriptRunner.class);
    session.demand(demanded());
    Logins logins = context.getBean(Logins.class);
    logins.trust(server());
    StartFile file = new StartFile(scripts, context.getBean(CommandRuns.class), interactive());
    // One that is named has to be there.
    Optional<Path> commands =
        homes.startFile().filter(one -> namedStartFile().isPresent() || Files.exists(one));
    LineRunner.Ended startFile = file.run(commands, options.has("verbose"));
    keeper.begin();
    logins.trust(server());
    if (startFile.leaves()) {
      return startFile.code();
    }
    if (startFile.code() != ExitCode.DONE && !interactive()) {
      // A start file that fails is a bad configuration, whatever its command failed of.
      boolean interrupted = startFile.code() == ExitCode.INTERRUPTED;
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.USAGE;
    }
    sayWhatIsLent(context.getBean(CommandRuns.class));
    openSession(context.getBean(CommandRuns.class));
    misplacedOptions()
        .ifPresent(note -> context.getBean(CommandRuns.class).presenter().show(Answer.talk(note)));
    if (!interactive()) {
      return options.work().isEmpty()
          ? scripts.run(world.in(), "standard input").code()
          : scripts.runAll(options.work(), world.in()).code();
    }
    LineRunner.Ended before = scripts.runAll(options.work(), world.in());
    return before.leaves()
        ? before.code()
        : new Conversation(world, homes, keeper, consoles, interrupts, safe).run(context);
  }

  private void sayWhatIsLent(CommandRuns runs) {
    if (homes.isLent(world)) {
      runs.presenter()
          .warning(
              "there is no home folder, so that nothing but what you save or download is kept",
              "  HOME or MASTSHELL_HOME names a folder for history, sessions and the login");
    }
  }

  private void openSession(CommandRuns runs) {
    Optional<String> name = options.value("session");
    if (name.isEmpty()) {
      // What one visitor did is no business of the next.
      if (!interactive() || options.has("no-session") || safe.isOn()) {
        keeper.off();
      }
      return;
    }
    try {
      keeper
          .openAtStart(new SessionName(name.get()))
          .ifPresent(note -> runs.presenter().warning(note));
    } catch (IllegalArgumentException unfit) {
      throw new CommandException(ExitCode.USAGE, unfit.getMessage());
    }
  }

  // What follows a script is its own, whatever it looks like; a person may have meant otherwise.
  private Optional<String> misplacedOptions() {
    return options.work().stream()
        .flatMap(script -> script.arguments().stream())
        .filter(argument -> argument.startsWith("--"))
        .filter(argument -> LaunchOptionList.written(argument.split("=", 2)[0]).isPresent())
        .findFirst()
        .map(
            option ->
                "note: "
                    + option
                    + " stands behind the script, so it is an argument of it;"
                    + " options of mastshell stand before");
  }

  private String server() {
    return session.settings().clientOptions().server().getHost();
  }

  private boolean interactive() {
    boolean nothingElse = options.work().isEmpty() && world.terminals().person();
    return options.has("interactive") || nothingElse;
  }

  // Default < start file < session < environment < option.
  private Map<Setting, String> demanded() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    String server = world.environment().getOrDefault("MASTSHELL_SERVER", "");
    if (!server.isBlank()) {
      settings.put(Setting.SERVER, server);
    }
    for (Setting setting : new Setting[] {Setting.FORMAT, Setting.COLOR, Setting.SERVER}) {
      options.value(setting.word()).ifPresent(value -> settings.put(setting, value));
    }
    options.value("on-error").ifPresent(value -> settings.put(Setting.ON_ERROR, value));
    if (!demoServer.isEmpty()) {
      settings.put(Setting.SERVER, demoServer);
      settings.put(Setting.CLOUD_ENDPOINT, DemoArchive.bucket(URI.create(demoServer)).toString());
    }
    if (safe.isOn()) {
      // Neither a start file nor a session decides who is asked.
      settings.putIfAbsent(Setting.SERVER, Setting.SERVER.standard());
      settings.putIfAbsent(Setting.CLOUD_ENDPOINT, Setting.CLOUD_ENDPOINT.standard());
      settings.put(Setting.SOURCE, Setting.SOURCE.standard());
    }
    return settings;
  }

  // A start file that lies about may be anybody's: in safe mode it is read only if it is named.
  private Optional<Path> startFile(Homes usual) {
    if (options.has("no-rc") || (safe.isOn() && !options.has("rc"))) {
      return Optional.empty();
    }
    return namedStartFile().or(usual::startFile);
  }

  private Optional<Path> namedStartFile() {
    return options.value("rc").map(world.folder()::resolve);
  }
}
