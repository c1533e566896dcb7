package org.mastshell.shell;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mastshell.archive.Cancellation;
import org.mastshell.command.CommandException;
import org.mastshell.command.CommandInfo;
import org.mastshell.command.CommandResult;
import org.mastshell.command.ExitCode;
import org.mastshell.command.HelpText;
import org.mastshell.command.ShellCommand;
import org.mastshell.command.Work;
import org.mastshell.language.ArgumentParser;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandText;
import org.mastshell.language.Glossary;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** One of our commands as Spring Shell's registry holds it. */
final class RegisteredCommand implements Command {
  private static final Set<String> HELP = Set.of("--help", "-h");

  private final ShellCommand command;
  private final CommandRuns runs;
  private final Supplier<Glossary> glossary;

  /**
   * @param glossary the words that exist; asked for only where something is wrong
   */
  RegisteredCommand(ShellCommand command, CommandRuns runs, Supplier<Glossary> glossary) {
    this.command = command;
    this.runs = runs;
    this.glossary = glossary;
  }

  CommandInfo info() {
    return command.info();
  }

  boolean takesCommands() {
    return command.takesCommands();
  }

  /** What stands behind the command's name, taken apart. */
  Arguments read(CommandText text) {
    return command.takesCommands()
        ? Arguments.untouched(text)
        : ArgumentParser.parse(text, info().arguments(), glossary);
  }

  /** Runs it as a part of another command, which shows its answer or does not. */
  CommandResult run(Arguments arguments, Work work) {
    return command.run(arguments, work);
  }

  // Of a command inside a command the help is meant only where nothing else is said.
  private boolean wantsHelp(CommandText text) {
    List<String> words = text.words().stream().skip(1).map(Word::raw).toList();
    return command.takesCommands()
        ? words.size() == 1 && HELP.contains(words.get(0))
        : words.stream().anyMatch(HELP::contains);
  }

  @Override
  public String getName() {
    return info().name();
  }

  @Override
  public String getDescription() {
    return info().summary();
  }

  @Override
  public String getGroup() {
    return info().group();
  }

  @Override
  public List<String> getAliases() {
    return info().aliases();
  }

  @Override
  public List<CommandOption> getOptions() {
    return info().arguments().options().stream()
        .map(
            option ->
                CommandOption.with()
                    .longName(option.name())
                    .shortName(option.shortName() == 0 ? ' ' : option.shortName())
                    .description(option.meaning())
                    .build())
        .toList();
  }

  @Override
  public ExitStatus execute(CommandContext context) {
    CommandText text = WordParser.textOf(context.parsedInput());
    if (wantsHelp(text)) {
      return runs.show(CommandResult.done(new Part.Text(HelpText.command(info()))));
    }
    Arguments arguments = read(text);
    Cancellation cancellation = runs.begin();
    try {
      ExitStatus status = runs.show(keeping(arguments, runs.work(cancellation)));
      runs.sayTrouble();
      // It ended before it noticed, so what it did stands; what follows on the line is not run.
      return cancellation.isCancelled() ? CommandRuns.interrupted() : status;
    } catch (OutOfMemoryError full) {
      throw new CommandException(
          ExitCode.FAILED,
          "there is not memory enough for this",
          "ask for less, or start with more: MASTSHELL_JAVA_OPTIONS=-Xmx8g mastshell");
    } catch (StackOverflowError tooDeep) {
      throw new CommandException(
          ExitCode.FAILED,
          "this is nested too deep to be worked out",
          "a simpler regular expression may do: [^x]* in place of (a|b)*");
    } finally {
      runs.end();
    }
  }

  // On disk before it is shown, which may fail, and also where the command failed half-way.
  private CommandResult keeping(Arguments arguments, Work work) {
    try {
      return command.run(arguments, work);
    } finally {
      runs.keep();
    }
  }
}
