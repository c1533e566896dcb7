package org.mastshell.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;

/** Says what the rest of a script does after a failure. */
public final class OnErrorCommand implements ShellCommand {
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+|\\{\\w+})");

  private final Supplier<CurrentScript> current;
  private final Supplier<InnerLines> lines;

  /**
   * @param current the script in which the command stands
   * @param lines runs the command after a failure
   */
  public OnErrorCommand(Supplier<CurrentScript> current, Supplier<InnerLines> lines) {
    this.current = current;
    this.lines = lines;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "on-error",
        List.of(),
        Groups.SCRIPTS,
        "say what the rest of a script does after a failure",
        "[continue|stop|none] | COMMAND",
        """
        on-error continue goes on with the next line, on-error stop ends the script, which then has \
        the code of the first failure. Of several commands on a line with ; between them those behind \
        the one that failed are left out; the text of a -c is a script by itself, in which each goes on \
        as if it were a line. Both hold for the rest of this script and the scripts that it \
        runs, whatever the setting on_error and the option --on-error say. on-error COMMAND runs it \
        after each failure (one text in quotes may hold several commands); then the script ends or \
        goes on as before. on-error none takes that command back.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("on-error continue", "a failure does not end the script")));
  }

  @Override
  public boolean takesCommands() {
    return true;
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String line =
        InnerCommand.behind(
            arguments,
            "on-error needs a word or a command",
            "on-error continue    on-error stop    on-error session save rescue");
    CurrentScript script = current.get();
    if (!script.isThere()) {
      throw MissingWord.behind(
          arguments,
          "on-error is for scripts: at the prompt a failure ends its line and nothing else",
          "help scripts");
    }
    switch (word(line)) {
      case "continue" -> script.goOnAfterFailures(true);
      case "stop" -> script.goOnAfterFailures(false);
      case "none" -> script.afterFailures(Optional.empty());
      default -> {
        lines.get().requireKnown(line);
        script.afterFailures(Optional.of(line));
      }
    }
    return CommandResult.done();
  }

  // Values are put into a command when it runs; a word by itself is meant now.
  private String word(String line) {
    String word = VARIABLE.matcher(line).matches() ? lines.get().fill(line) : line;
    return word.toLowerCase(Locale.ROOT);
  }
}
