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
    if (text.words().stream().skip(1).map(Word::raw).anyMatch(HELP::contains)) {
      return runs.show(CommandResult.done(new Part.Text(HelpText.command(info()))));
    }
    Arguments arguments = ArgumentParser.parse(text, info().arguments(), glossary);
    Cancellation cancellation = runs.begin();
    try {
      CommandResult result = command.run(arguments, runs.work(cancellation));
      ExitStatus status = runs.show(result);
      runs.keep();
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
}
