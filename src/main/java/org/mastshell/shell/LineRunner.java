package org.mastshell.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mastshell.command.CommandException;
import org.mastshell.command.CommandResult;
import org.mastshell.command.CurrentScript;
import org.mastshell.command.ExitCode;
import org.mastshell.command.InnerLines;
import org.mastshell.command.Variables;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.Correction;
import org.mastshell.language.Glossary;
import org.mastshell.language.Secrets;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Answer;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Runs a line: its commands one after the other, until one fails, or further where that is wanted.
 */
final class LineRunner implements InnerLines, CurrentScript {
  private final CommandParser parser;
  private final CommandRegistry registry;
  private final CommandExecutor executor;
  private final CommandRuns runs;
  private final ErrorReporter errors;
  private final Corrections corrections;
  private final Supplier<Glossary> glossary;
  private final Variables variables;
  private Here here = new Here(ScriptFrame.plain(), Place.typed());

  LineRunner(
      CommandParser parser,
      CommandRegistry registry,
      CommandExecutor executor,
      CommandRuns runs,
      ErrorReporter errors,
      Corrections corrections,
      Supplier<Glossary> glossary,
      Variables variables) {
    this.parser = parser;
    this.registry = registry;
    this.executor = executor;
    this.runs = runs;
    this.errors = errors;
    this.corrections = corrections;
    this.glossary = glossary;
    this.variables = variables;
  }

  /** Where the line stands that runs now. */
  private record Here(ScriptFrame frame, Place place) {}

  /**
   * How a line ended.
   *
   * @param code DONE, or that of the command that failed
   * @param leaves whether the shell is to end
   * @param stops whether the script is to end
   */
  record Ended(ExitCode code, boolean leaves, boolean stops) {
    static final Ended WELL = new Ended(ExitCode.DONE, false);

    Ended(ExitCode code, boolean leaves) {
      this(code, leaves, false);
    }

    /** Whether nothing is to be run after it. */
    boolean isLast() {
      return leaves || stops;
    }
  }

  /** Runs a line that a person typed. Failures are reported here, once. */
  Ended run(String line) {
    corrections.forget();
    if (Secrets.looksLikeToken(line)) {
      runs.presenter()
          .show(
              Answer.talk(
                  "this line is left out of the history, and of what is kept of the session, "
                      + "since it looks like a token"));
    }
    return run(line, ScriptFrame.plain(), Place.typed());
  }

  /** Says how it goes on when a command of a line has failed. */
  @FunctionalInterface
  interface AfterFailure {
    /** How the line ends; empty if its next command is run. */
    Optional<Ended> end(Ended failed);
  }

  /** Runs a line of a script. Failures are reported here, once. */
  Ended run(String line, ScriptFrame frame, Place place) {
    return run(line, frame, place, Optional::of);
  }

  /**
   * The same.
   *
   * @return with the code of the first failure
   */
  Ended run(String line, ScriptFrame frame, Place place, AfterFailure afterFailure) {
    Here outside = here;
    here = new Here(frame, place);
    runs.takeDown(line);
    try {
      ExitCode first = ExitCode.DONE;
      for (CommandText command : CommandLines.split(line)) {
        Ended ended = runOne(command, place);
        first = first == ExitCode.DONE ? ended.code() : first;
        Optional<Ended> end =
            ended.code() == ExitCode.DONE || ended.isLast()
                ? Optional.of(ended).filter(Ended::isLast)
                : afterFailure.end(ended);
        if (end.isPresent()) {
          return new Ended(first, end.get().leaves(), end.get().stops());
        }
      }
      return new Ended(first, false);
    } catch (SyntaxException unreadable) {
      Ended failed = failed(unreadable, place);
      return afterFailure.end(failed).orElse(failed);
    } finally {
      here = outside;
      runs.keepLog();
    }
  }

  @Override
  public CommandResult runInside(String line) {
    // What would be right there is not what would be right at the prompt.
    Ended ended = run(line, here.frame(), here.place().inside());
    return new CommandResult(
        Answer.none(), ended.code(), ended.leaves(), ended.stops(), Optional.empty());
  }

  @Override
  public void asOneStep(Runnable lines) {
    runs.keepingAtEnd(lines);
  }

  @Override
  public String fill(String text) {
    return here.frame().arguments().fill(text, variables.all());
  }

  @Override
  public boolean isThere() {
    return !here.place().isByPerson();
  }

  @Override
  public void requireKnown(String line) {
    for (CommandText command : CommandLines.split(line)) {
      if (command.text().indexOf('$') < 0
          && registry.getCommandByName(WordParser.nameOf(command)) == null) {
        throw new UnknownCommand(command, names(), glossary).fault();
      }
    }
  }

  @Override
  public void goOnAfterFailures(boolean goesOn) {
    here.frame().goOn(goesOn);
  }

  @Override
  public void afterFailures(Optional<String> line) {
    here.frame().runAfterFailures(line);
  }

  /** Whether a script in the place of this line goes on after failures, as far as that was said. */
  Optional<Boolean> goesOn() {
    return here.frame().goesOn();
  }

  private Ended runOne(CommandText command, Place place) {
    CommandText ready = command;
    try {
      Optional<CommandText> withValues = filled(command);
      if (withValues.isEmpty()) {
        return Ended.WELL;
      }
      ready = withValues.get();
      Ended ended = execute(ready);
      Optional<Correction> suggested = runs.takeSuggested();
      String text = ready.text();
      suggested.ifPresent(meant -> offer(place, meant.in(text) + behind(command)));
      return ended;
    } catch (SyntaxException wrong) {
      return failed(wrong, command, ready, place);
    } catch (CommandExecutionException wrapped) {
      if (wrapped.getCause() instanceof SyntaxException wrong) {
        return failed(wrong, command, ready, place);
      }
      if (wrapped.getCause() instanceof RuntimeException cause) {
        return failed(cause, place);
      }
      throw wrapped;
    } catch (RuntimeException fault) {
      // Whatever it is, a line must not cost the shell.
      return failed(fault, place);
    }
  }

  // A command that takes commands has values put in when those run.
  // What holds nothing but variables without words is no command.
  private Optional<CommandText> filled(CommandText command) {
    if (takesCommands(command)) {
      return Optional.of(command);
    }
    String text = fill(command.text());
    return text.equals(command.text())
        ? Optional.of(command)
        : CommandLines.split(text).stream().findFirst();
  }

  private boolean takesCommands(CommandText command) {
    return registry.getCommandByName(WordParser.nameOf(command)) instanceof RegisteredCommand known
        && known.takesCommands();
  }

  /** Says what went wrong while a line was typed. */
  void report(RuntimeException failure) {
    failed(failure, Place.typed());
  }

  private Ended failed(SyntaxException wrong, CommandText command, CommandText ready, Place place) {
    Ended ended = failed(wrong, place);
    // A command knows its own text, this class the whole line; and a command of the past that was
    // read again is neither.
    boolean ofCommand = wrong.line().equals(ready.text());
    if (!ofCommand && !wrong.line().equals(command.line())) {
      return ended;
    }
    wrong
        .correction()
        .ifPresent(
            meant ->
                offer(
                    place,
                    ofCommand
                        ? meant.in(ready.text()) + behind(command)
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
    ExitCode code = errors.report(failure, place, runs.presenter());
    return new Ended(code, false, failure instanceof CommandException ended && ended.stops());
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
    return new Ended(
        CommandRuns.codeOf(status),
        status.description().equals(CommandRuns.LEAVE),
        status.description().equals(CommandRuns.STOP));
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
