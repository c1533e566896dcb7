package org.mastshell.command;

import java.nio.file.Path;
import java.util.List;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Runs a script in this session. */
public final class SourceCommand implements ShellCommand {
  private final Scripts scripts;

  /**
   * @param scripts runs files
   */
  public SourceCommand(Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "source",
        List.of(),
        Groups.SHELL,
        "run the commands of a file",
        "FILE",
        """
        One command a line, as typed here; # begins a comment, \\ at the end of a line goes on in the \
        next. The first failure ends it, unless the setting on_error is continue.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("source docs/tutorial.mast", "the tutorial")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().size() != 1) {
      Word name = arguments.command().name();
      throw new SyntaxException(
          "source needs the name of one file",
          arguments.command().line(),
          name.start(),
          name.end(),
          "source FILE");
    }
    return scripts.run(Path.of(arguments.values().get(0).text()));
  }
}
