package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mastshell.command.CommandException;
import org.mastshell.command.CommandResult;
import org.mastshell.command.ExitCode;
import org.mastshell.command.LocalPaths;
import org.mastshell.command.NearFiles;
import org.mastshell.command.Scripts;
import org.mastshell.language.ScriptArguments;
import org.mastshell.language.ScriptLine;
import org.mastshell.language.ScriptLines;
import org.mastshell.output.Answer;
import org.mastshell.session.Session;
import org.mastshell.session.Setting;

/** Runs scripts: files, texts, or what comes from standard input. */
final class ScriptRunner implements Scripts {
  private static final int DEEPEST = 16;

  private final LineRunner lines;
  private final Session session;
  private final LocalPaths paths;
  private int depth;

  ScriptRunner(LineRunner lines, Session session, LocalPaths paths) {
    this.lines = lines;
    this.session = session;
    this.paths = paths;
  }

  @Override
  public CommandResult run(Path file, List<String> arguments) {
    LineRunner.Ended ended =
        runFile(file.toString(), new ScriptFrame(new ScriptArguments(arguments), lines.goesOn()));
    return new CommandResult(Answer.none(), ended.code(), ended.leaves());
  }

  /**
   * Runs a file.
   *
   * @throws CommandException if there is no such file or it cannot be read
   */
  private LineRunner.Ended runFile(String name, ScriptFrame frame) {
    if (depth >= DEEPEST) {
      throw new CommandException(
          ExitCode.FAILED,
          "scripts run each other " + DEEPEST + " deep: " + name,
          "does one run itself?");
    }
    depth++;
    try (BufferedReader reader =
        Files.newBufferedReader(paths.resolve(name), StandardCharsets.UTF_8)) {
      return whole(run(reader, name, frame));
    } catch (NoSuchFileException missing) {
      throw new CommandException(
          ExitCode.USAGE,
          "there is no script " + name,
          new NearFiles(paths).meant(name).map(near -> "did you mean " + near + "? ").orElse("")
              + "looked for "
              + paths.resolve(name));
    } catch (CharacterCodingException otherEncoding) {
      throw new CommandException(
          ExitCode.USAGE,
          "the script " + name + " is not UTF-8" + OtherEncoding.place(paths.resolve(name)),
          "save it as UTF-8: iconv -f latin1 -t utf-8 FILE > NEW");
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.USAGE,
          "the script " + name + " cannot be read: " + unreadable.getMessage(),
          "a script is a text file, one command a line");
    } finally {
      depth--;
    }
  }

  // Those who ran it go on where it has ended itself.
  private static LineRunner.Ended whole(LineRunner.Ended script) {
    return new LineRunner.Ended(script.code(), script.leaves());
  }

  private LineRunner.Ended runText(String text, ScriptFrame frame) {
    // One line needs no number.
    String name = text.strip().indexOf('\n') < 0 ? "" : "-c";
    try {
      return runCommands(new BufferedReader(new StringReader(text)), name, frame);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Runs what comes from a stream, until its end or the first failure. */
  LineRunner.Ended run(BufferedReader reader, String name) throws IOException {
    return run(reader, name, ScriptFrame.plain());
  }

  private LineRunner.Ended run(BufferedReader reader, String name, ScriptFrame frame)
      throws IOException {
    return run(
        reader,
        name,
        (text, place) -> {
          LineRunner.Ended ended = tellingFailures(lines.run(text, frame, place), frame, place);
          return new Ran(ended, ended.isLast() || isTheEnd(ended.code(), frame));
        });
  }

  // On a command line a text of several commands stands for a script of so many lines.
  private LineRunner.Ended runCommands(BufferedReader reader, String name, ScriptFrame frame)
      throws IOException {
    return run(
        reader,
        name,
        (text, place) -> {
          AtomicBoolean over = new AtomicBoolean();
          LineRunner.Ended ended =
              lines.run(
                  text,
                  frame,
                  place,
                  failed -> {
                    LineRunner.Ended told = tellingFailures(failed, frame, place);
                    over.set(told.isLast() || isTheEnd(told.code(), frame));
                    return Optional.of(told).filter(end -> over.get());
                  });
          boolean last = ended.isLast() || over.get();
          return new Ran(
              new LineRunner.Ended(ended.code(), ended.leaves(), last || ended.stops()), last);
        });
  }

  /**
   * How a line of a script ended.
   *
   * @param last whether none is run after it
   */
  private record Ran(LineRunner.Ended ended, boolean last) {}

  @FunctionalInterface
  private interface LineOfScript {
    Ran run(String text, Place place);
  }

  private static LineRunner.Ended run(BufferedReader reader, String name, LineOfScript each)
      throws IOException {
    ScriptLines script = new ScriptLines(reader);
    ExitCode first = ExitCode.DONE;
    for (Optional<ScriptLine> line = script.next(); line.isPresent(); line = script.next()) {
      Ran ran = each.run(line.get().text(), new Place(name, line.get().number()));
      if (first == ExitCode.DONE) {
        first = ran.ended().code();
      }
      if (ran.last()) {
        return new LineRunner.Ended(first, ran.ended().leaves(), ran.ended().stops());
      }
    }
    return new LineRunner.Ended(first, false);
  }

  // A script that ends itself said what it had to say.
  private LineRunner.Ended tellingFailures(LineRunner.Ended ended, ScriptFrame frame, Place place) {
    boolean failed = ended.code() != ExitCode.DONE && ended.code() != ExitCode.INTERRUPTED;
    if (!failed || ended.isLast() || frame.afterFailures().isEmpty()) {
      return ended;
    }
    LineRunner.Ended after = lines.run(frame.afterFailures().get(), frame, place);
    if (after.code() == ExitCode.INTERRUPTED) {
      return after;
    }
    return new LineRunner.Ended(ended.code(), after.leaves(), after.stops());
  }

  private boolean isTheEnd(ExitCode code, ScriptFrame frame) {
    boolean goesOn =
        frame.goesOn().orElseGet(() -> session.settings().get(Setting.ON_ERROR).equals("continue"));
    return code == ExitCode.INTERRUPTED || (code != ExitCode.DONE && !goesOn);
  }

  /** All of these, one after the other, as the launcher's options name them. */
  LineRunner.Ended runAll(List<LaunchOptions.Script> scripts, BufferedReader standardInput)
      throws IOException {
    ExitCode first = ExitCode.DONE;
    // The texts of several options are lines of one script.
    ScriptFrame texts = ScriptFrame.plain();
    for (LaunchOptions.Script script : scripts) {
      LineRunner.Ended ended = runOne(script, standardInput, texts);
      first = first == ExitCode.DONE ? ended.code() : first;
      // Of a text each failure has been judged as it came.
      if (ended.isLast() || (script.isFile() && isTheEnd(ended.code(), texts))) {
        return new LineRunner.Ended(first, ended.leaves());
      }
    }
    return new LineRunner.Ended(first, false);
  }

  private LineRunner.Ended runOne(
      LaunchOptions.Script script, BufferedReader standardInput, ScriptFrame texts)
      throws IOException {
    if (!script.isFile()) {
      return runText(script.text(), texts);
    }
    ScriptFrame frame = new ScriptFrame(new ScriptArguments(script.arguments()), texts.goesOn());
    return script.text().equals("-")
        ? whole(run(standardInput, "standard input", frame))
        : runFile(script.text(), frame);
  }
}
