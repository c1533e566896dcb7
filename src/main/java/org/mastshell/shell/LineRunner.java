package org.mastshell.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mastshell.command.ExitCode;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Correction;
import org.mastshell.language.Glossary;
import org.mastshell.language.ScriptArguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Answer;
import org.mastshell.terminal.Secrets;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/** Runs a line: its commands one after the other, until one fails. */
final class LineRunner {
  private final CommandParser parser;
  private final CommandRegistry registry;
  private final CommandExecutor executor;
  private final CommandRuns runs;
  private final ErrorReporter errors;
  private final Corrections corrections;
  private final Supplier<Glossary> glossary;

  LineRunner(
      CommandParser parser,
      CommandRegistry registry,
      CommandExecutor executor,
      CommandRuns runs,
      ErrorReporter errors,
      Corrections corrections,
      Supplier<Glossary> glossary) {
    this.parser = parser;
    this.registry = registry;
    this.executor = executor;
    this.runs = runs;
    this.errors = errors;
    this.corrections = corrections;
    this.glossary = glossary;
  }

  /**
   * How a line ended.
   *
   * @param code DONE, or that of the command that failed
   * @param leaves whether the shell is to end
   */
  record Ended(ExitCode code, boolean leaves) {
    static final Ended WELL = new Ended(ExitCode.DONE, false);
  }

  /** Runs a line that a person typed. Failures are reported here, once. */
  Ended run(String line) {
    return run(line, ScriptArguments.none(), Place.typed());
  }

  /** Runs a line of a script, with its arguments put in. Failures are reported here, once. */
  Ended run(String line, ScriptArguments arguments, Place place) {
    if (place.isTyped()) {
      corrections.forget();
    }
    runs.takeDown(line);
    try {
      for (CommandText command : CommandLines.split(arguments.fill(line))) {
        Ended ended = runOne(command, place);
        if (ended.code() != ExitCode.DONE || ended.leaves()) {
          return ended;
        }
      }
      return Ended.WELL;
    } catch (SyntaxException unreadable) {
      return failed(unreadable, place);
    } finally {
      runs.keepLog();
    }
  }

  private Ended runOne(CommandText command, Place place) {
    try {
      Ended ended = execute(command);
      Optional<Correction> suggested = runs.takeSuggested();
      suggested.ifPresent(meant -> offer(place, meant.in(command.text()) + behind(command)));
      return ended;
    } catch (SyntaxException wrong) {
      return failed(wrong, command, place);
    } catch (CommandExecutionException wrapped) {
      if (wrapped.getCause() instanceof SyntaxException wrong) {
        return failed(wrong, command, place);
      }
      if (wrapped.getCause() instanceof RuntimeException cause) {
        return failed(cause, place);
      }
      throw wrapped;
    }
  }

  /** Says what went wrong while a line was typed. */
  void report(RuntimeException failure) {
    failed(failure, Place.typed());
  }

  private Ended failed(SyntaxException wrong, CommandText command, Place place) {
    Ended ended = failed(wrong, place);
    // A command knows its own text, this class the whole line.
    boolean ofCommand = wrong.line().equals(command.text());
    wrong
        .correction()
        .ifPresent(
            meant ->
                offer(
                    place,
                    ofCommand
                        ? meant.in(command.text()) + behind(command)
                        : meant.in(command.line()).substring(command.start())));
    return ended;
  }

  // What stood before the command on its line has been done, so it is not done again.
  private void offer(Place place, String corrected) {
    if (place.isTyped() && !Secrets.mayHold(corrected) && corrections.offer(corrected)) {
      runs.presenter().show(Answer.talk("  Tab puts in: " + corrected));
    }
  }

  private static String behind(CommandText command) {
    return command.line().substring(command.end());
  }

  private Ended failed(RuntimeException failure, Place place) {
    if (failure instanceof org.mastshell.output.OutputClosedException closed) {
      throw closed;
    }
    return new Ended(errors.report(failure, place, runs.presenter()), false);
  }

  private Ended execute(CommandText command) {
    ParsedInput parsed = parser.parse(command.text());
    requireBlankBehindSemicolon(command);
    UnknownCommand unknown = new UnknownCommand(command, names(), glossary);
    unknown.refuseAssignment();
    // The executor would take the beginning of a name for a group of commands and succeed.
    if (registry.getCommandByName(parsed.commandName()) == null) {
      throw unknown.fault();
    }
    CommandContext context =
        new CommandContext(parsed, registry, runs.console().out(), new InputReader() {});
    ExitStatus status = executor.execute(context);
    return new Ended(CommandRuns.codeOf(status), status.description().equals(CommandRuns.LEAVE));
  }

  // Values may hold a semicolon (F444W;F405N), so that one without a blank ends no command.
  private void requireBlankBehindSemicolon(CommandText command) {
    for (Word word : command.words()) {
      int semicolon = word.text().lastIndexOf(';');
      String behind = word.text().substring(semicolon + 1).toLowerCase(Locale.ROOT);
      if (semicolon >= 0 && word.raw().equals(word.text()) && names().contains(behind)) {
        throw new SyntaxException(
                "; ends a command only before a blank",
                command.line(),
                word.start() + semicolon,
                word.end(),
                "write " + word.text().substring(0, semicolon) + "; " + behind)
            .rightWith("; " + word.text().substring(semicolon + 1));
      }
    }
  }

  private List<String> names() {
    return registry.getCommands().stream()
        .flatMap(known -> Stream.concat(Stream.of(known.getName()), known.getAliases().stream()))
        .toList();
  }
}
