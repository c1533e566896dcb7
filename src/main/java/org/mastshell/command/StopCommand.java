package org.mastshell.command;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.output.Part;

/** Ends the script in which it stands. */
public final class StopCommand implements ShellCommand {
  private final Supplier<CurrentScript> current;

  /**
   * @param current the script in which the command stands
   */
  public StopCommand(Supplier<CurrentScript> current) {
    this.current = current;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "stop",
        List.of(),
        Groups.SCRIPTS,
        "end this script",
        "[TEXT] [--failed]",
        """
        Says TEXT and ends the script in which it stands; one that ran it by source goes on. The \
        script counts as done, with --failed as failed (code 1). exit ends all scripts and the shell.\
        """,
        new ArgumentSpec(
            false, false, true, List.of(OptionSpec.flag("failed", "the script counts as failed"))),
        List.of(
            new Example("search program=1073 filters=F277W", "twelve observations"),
            new Example("if-not-empty stop \"that will do\"", "nothing below is run")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    String text = arguments.values().stream().map(Word::text).collect(Collectors.joining(" "));
    if (!current.get().isThere()) {
      throw MissingWord.behind(
          arguments, "stop ends a script, and here there is none", "exit leaves the shell");
    }
    if (arguments.has("failed")) {
      throw CommandException.stopping("stopped" + (text.isEmpty() ? "" : ": " + text));
    }
    return CommandResult.stop(
        ExitCode.DONE, text.isEmpty() ? List.of() : List.of(new Part.Talk(text)));
  }
}
