package org.mastshell.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.WordUtils;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.HelpText;
import org.mastshell.demo.DemoArchive;
import org.mastshell.language.OptionSpec;
import org.mastshell.output.OutputClosedException;
import org.mastshell.output.PlainConsole;
import org.mastshell.output.Presenter;
import org.mastshell.session.Settings;

/** The whole program, from its arguments to its exit code. */
public final class Program {
  private final World world;
  private final Interrupts interrupts;

  /**
   * @param world what surrounds it
   */
  public Program(World world) {
    this(world, new Interrupts());
  }

  /**
   * @param interrupts through which the running command can be called off
   */
  Program(World world, Interrupts interrupts) {
    this.world = world;
    this.interrupts = interrupts;
  }

  /** Runs to the end. */
  public ExitCode run(String... arguments) {
    ExitCode code;
    try {
      code = start(arguments);
    } catch (OutputClosedException nobodyReads) {
      code = ExitCode.DONE;
    }
    world.out().flush();
    Optional<IOException> trouble = world.outTrouble().get();
    if (trouble.isPresent()) {
      CommandException lost =
          new CommandException(
              ExitCode.FAILED,
              "standard output cannot be written: " + trouble.get().getMessage(),
              "what was written there is not complete");
      code = new ErrorReporter(false).report(lost, Place.typed(), errors());
    }
    world.err().flush();
    return code;
  }

  private ExitCode start(String... arguments) {
    try {
      LaunchOptions options = LaunchOptionsReader.read(arguments);
      if (options.has("help")) {
        return print(usage());
      }
      if (options.has("version")) {
        return print("MastShell " + Version.text());
      }
      if (options.has("serve-demo")) {
        return new DemoServing(world).run(options);
      }
      return withArchive(options);
    } catch (OutputClosedException nobodyReads) {
      throw nobodyReads;
    } catch (RuntimeException failure) {
      // The last place where a failure can still become a message and an exit code.
      return new ErrorReporter(isVerbose(arguments)).report(failure, Place.typed(), errors());
    }
  }

  // Asked of the words themselves, since it may be the options that cannot be read.
  private static boolean isVerbose(String... arguments) {
    return Arrays.stream(arguments).anyMatch(word -> word.equals("--verbose") || word.equals("-v"));
  }

  private ExitCode withArchive(LaunchOptions options) {
    if (!options.has("demo")) {
      return new ShellRun(world, options, "", interrupts).run();
    }
    try (DemoArchive archive = DemoArchive.start(DemoServing.options(options, 0))) {
      return new ShellRun(world, options, archive.url().toString(), interrupts).run();
    } catch (IOException refused) {
      throw new CommandException(
          ExitCode.FAILED, "the embedded archive cannot start: " + refused.getMessage());
    }
  }

  private ExitCode print(String text) {
    world.out().println(text);
    return ExitCode.DONE;
  }

  private Presenter errors() {
    Consoles consoles =
        new Consoles(
            new StreamConsole(
                new PlainConsole(world.out(), world.err()), world.terminals(), world.environment()),
            world.environment(),
            false);
    return new Presenter(consoles.console(), consoles.style(Settings.standard()));
  }

  private static String usage() {
    StringBuilder text = new StringBuilder();
    text.append("mastshell [OPTIONS] [FILE [ARG…]]\n\n");
    text.append("A shell for the MAST archive. Without FILE or -c, opens the shell in a\n");
    text.append("terminal, or runs what comes from standard input.\n\n");
    for (OptionSpec option : LaunchOptionList.specs()) {
      String meaning = WordUtils.wrap(option.meaning(), 46, "\n" + " ".repeat(31), false);
      text.append(String.format("  %-28s %s%n", HelpText.synopsis(option), meaning));
    }
    List<String> more =
        List.of(
            "",
            "Files: ~/.mastshellrc (commands run at the start); MASTSHELL_HOME moves all files.",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 archive, 4 login, 5 downloads, 130 interrupted.");
    return text + String.join("\n", more);
  }
}
