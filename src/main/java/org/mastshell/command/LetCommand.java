package org.mastshell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.Assignment;
import org.mastshell.language.Secrets;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.output.Part;
import org.mastshell.vocabulary.NearestWords;

/** Sets and lists variables. */
public final class LetCommand implements ShellCommand {
  private final Variables variables;

  /**
   * @param variables of this shell
   */
  public LetCommand(Variables variables) {
    this.variables = variables;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        "let",
        List.of(),
        Groups.SHELL,
        "set or list variables",
        "[NAME=VALUE…]",
        """
        $NAME or ${NAME} in a later line stands for the value, as one word whatever it holds; in \
        single quotes $ is itself, in double ones \\$ is. let alone lists all, let NAME one. \
        Variables last until the shell ends, also those of the start file. None keeps a token. Variables of the environment are not read: hand them to a \
        script as arguments.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("let pid=1073 filter=F277W", "two of them"),
            new Example("search program=$pid filters=$filter", "used"),
            new Example("let", "what there is")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    List<Word> words = arguments.values();
    if (words.stream().noneMatch(word -> word.raw().contains("="))) {
      return list(arguments);
    }
    Map<String, String> set = new LinkedHashMap<>();
    for (Word word : words) {
      if (Secrets.mayHold(word.raw())) {
        throw new CommandException(
            ExitCode.USAGE,
            "this looks like a token, and no variable keeps one",
            "login asks for it without showing it; a token that was shown should be revoked");
      }
      Assignment assignment = Assignment.read(word, arguments.command().line());
      set.put(assignment.name(), assignment.value());
    }
    set.forEach(variables::set);
    return CommandResult.done();
  }

  private CommandResult list(Arguments arguments) {
    AnswerTable table = new AnswerTable().text("variable", "").text("value", "what it stands for");
    if (arguments.values().isEmpty()) {
      variables.all().forEach(table::row);
    }
    for (Word word : arguments.values()) {
      table.row(word.text(), known(word, arguments.command().line()));
    }
    List<Part> parts = new ArrayList<>(List.of(table.part()));
    if (table.isEmpty()) {
      parts.add(new Part.Talk("no variables yet: let pid=1073 makes one, $pid stands for it"));
    }
    return CommandResult.done(parts);
  }

  private String known(Word word, String line) {
    String value = variables.all().get(word.text());
    if (value == null) {
      Optional<String> meant = NearestWords.only(word.text(), variables.all().keySet());
      SyntaxException unknown =
          word.fault(
              line,
              "no variable is called " + word.text(),
              meant.map(near -> "did you mean " + near + "? ").orElse("")
                  + "let NAME=VALUE sets one, let lists them all");
      throw unknown.rightWith(meant);
    }
    return value;
  }
}
