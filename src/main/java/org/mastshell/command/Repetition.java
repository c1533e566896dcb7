package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mastshell.archive.Progress;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandText;
import org.mastshell.output.Part;
import org.mastshell.session.Session;

/**
 * Runs the commands that make a set once more, in a session of their own, so that a failure or
 * Ctrl-C on the way leaves the person's session as it was.
 */
final class Repetition {
  /** The option of commands that may answer from what is kept on disk. */
  private static final String FRESH = "refresh";

  private final Commands commands;
  private final Work work;
  private final String activity;

  /**
   * @param commands of the shell
   * @param work of the command that repeats
   * @param activity what it does, in a word or two
   */
  Repetition(Commands commands, Work work, String activity) {
    this.commands = commands;
    this.work = work;
    this.activity = activity;
  }

  /** Whether a command may stand among those that make a set. */
  static boolean allows(CommandText command) {
    String name = command.name().text().toLowerCase(Locale.ROOT);
    return SetMakers.NAMES.contains(name) || SetMakers.STEPS.contains(name);
  }

  /**
   * What came of it.
   *
   * @param made a session that holds the sets that were made; the last one is current
   * @param leftOut what commands on the way said of rows that are not in their sets
   */
  record Outcome(Session made, List<Part> leftOut) {}

  /**
   * Runs the lines.
   *
   * @throws CommandException if a command had an answer that is not whole
   */
  Outcome run(List<String> lines) {
    Session made = work.session().blank();
    List<Part> leftOut = new ArrayList<>();
    Work inside = new Work(made, work.console(), work.style().quieter(), work.cancellation());
    try (Watch watch = work.watch(activity)) {
      for (int done = 0; done < lines.size(); done++) {
        String line = lines.get(done);
        watch.update(new Progress.Step(done, lines.size(), "commands", line));
        work.cancellation().check();
        Arguments arguments = commands.read(line).with(FRESH);
        CommandResult result = commands.run(arguments, inside);
        if (result.code() != ExitCode.DONE) {
          throw new CommandException(
              result.code(),
              "the answer to '" + line + "' was not whole, so nothing has changed",
              "try again later; typed alone, the command says what is missing");
        }
        leftOut.addAll(leftOut(result, line));
      }
    }
    return new Outcome(made, leftOut);
  }

  private static List<Part> leftOut(CommandResult result, String line) {
    List<Part> parts = new ArrayList<>();
    for (Part part : result.answer().parts()) {
      if (part instanceof Part.LeftOut said) {
        parts.add(new Part.LeftOut(said.text() + "   (" + SetLine.shortened(line) + ")"));
      }
    }
    return parts;
  }
}
