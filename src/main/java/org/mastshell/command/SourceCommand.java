package org.mastshell.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Quoting;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Runs a script in this session. */
public final class SourceCommand implements ShellCommand {
  private final Scripts scripts;
  private final LocalPaths paths;

  /**
   * @param scripts runs files
   * @param paths what file names stand for
   */
  public SourceCommand(Scripts scripts, LocalPaths paths) {
    this.scripts = scripts;
    this.paths = paths;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "source",
        List.of(),
        Groups.SHELL,
        "run the commands of a file",
        "FILE [ARG…]",
        """
        One command a line, as typed here; # begins a comment, \\ at the end of a line goes on in the \
        next. $1, $2 and so on stand for the arguments. The first failure ends it, unless on-error, the \
        option --on-error or the setting on_error says continue.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(new Example("source docs/tutorial.mast", "the tutorial")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    if (arguments.values().isEmpty()) {
      Word name = arguments.command().name();
      throw new SyntaxException(
          "source needs the name of a file",
          arguments.command().line(),
          name.start(),
          name.end(),
          "source FILE [ARG…]");
    }
    requireFile(arguments);
    List<String> words = arguments.values().stream().map(Word::text).toList();
    return scripts.run(Path.of(words.get(0)), words.subList(1, words.size()));
  }

  // Whatever else is wrong with the file is said where it is read.
  private void requireFile(Arguments arguments) {
    Word file = arguments.values().get(0);
    Path place = paths.resolve(file.text());
    if (Files.notExists(place)) {
      Optional<String> meant = new NearFiles(paths).meant(file.text());
      String question = meant.map(near -> "did you mean " + near + "? ").orElse("");
      throw new SyntaxException(
              "there is no script " + file.text(),
              arguments.command().line(),
              file.start(),
              file.end(),
              question + "looked for " + place)
          .rightWith(meant.map(Quoting::quote));
    }
  }
}
