package org.mastshell.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.language.ScriptLine;
import org.mastshell.language.ScriptLines;
import org.mastshell.output.Answer;
import org.mastshell.output.Counts;

/** Runs the file of commands with which a start begins. */
final class StartFile {
  private final ScriptRunner scripts;
  private final CommandRuns runs;
  private final boolean interactive;

  /**
   * @param interactive whether a person is there: then a bad file is said, and the shell opens
   *     nevertheless
   */
  StartFile(ScriptRunner scripts, CommandRuns runs, boolean interactive) {
    this.scripts = scripts;
    this.runs = runs;
    this.interactive = interactive;
  }

  /**
   * Runs it, if there is one.
   *
   * @throws CommandException if it cannot be read and nobody is there
   */
  LineRunner.Ended run(Optional<Path> file, boolean verbose) {
    if (file.isEmpty()) {
      return LineRunner.Ended.WELL;
    }
    try {
      return run(file.get());
    } catch (CommandException unreadable) {
      if (!interactive) {
        throw unreadable;
      }
      ErrorReporter errors = new ErrorReporter(verbose);
      return new LineRunner.Ended(
          errors.report(unreadable, Place.typed(), runs.presenter()), false);
    }
  }

  private LineRunner.Ended run(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      LineRunner.Ended ended = scripts.run(reader, file.toString());
      boolean failed = ended.code() != ExitCode.DONE && ended.code() != ExitCode.INTERRUPTED;
      if (failed && !ended.isLast()) {
        tellWhatIsLeftOut(file, reader);
      }
      return ended;
    } catch (IOException unreadable) {
      throw new CommandException(
          ExitCode.USAGE,
          "the start file " + file + " cannot be read",
          "--no-rc starts without it");
    }
  }

  private void tellWhatIsLeftOut(Path file, BufferedReader rest) throws IOException {
    if (!interactive) {
      say("the start file failed, so nothing else was run; --no-rc starts without it");
      return;
    }
    int left = commandLines(rest);
    if (left > 0) {
      say(
          (left == 1 ? "1 line of it was not run" : Counts.text(left) + " lines of it were not run")
              + "; source "
              + file
              + " runs it once it is mended");
    }
  }

  private static int commandLines(BufferedReader rest) throws IOException {
    ScriptLines lines = new ScriptLines(rest);
    int count = 0;
    for (Optional<ScriptLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      String text = line.get().text().strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        count++;
      }
    }
    return count;
  }

  private void say(String note) {
    runs.presenter().show(Answer.talk("  " + note));
  }
}
