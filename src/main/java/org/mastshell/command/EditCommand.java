package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import org.mastshell.language.ArgumentSpec;
import org.mastshell.language.Arguments;
import org.mastshell.language.CommandLines;
import org.mastshell.language.CommandText;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Opens a line in the person's editor. */
public final class EditCommand implements ShellCommand {
  private static final String NAME = "edit";

  private final LineEditor editor;

  /**
   * @param editor of the person who types
   */
  public EditCommand(LineEditor editor) {
    this.editor = editor;
  }

  @Override
  public CommandInfo info() {
    return new CommandInfo(
        NAME,
        List.of(),
        Groups.SHELL,
        "open a line in your editor",
        "[N | LINE]",
        """
        The last line, the one that history lists as N, or LINE itself. What you save then stands at \
        the prompt, and Enter runs it; there may be several lines. Without a change, or if the \
        editor fails, nothing comes of it. The editor is $VISUAL or $EDITOR, with arguments if it \
        needs some (one that opens a window must wait until it is closed: "code --wait"), else nano \
        or vi. Ctrl-X Ctrl-E does the same with the line being typed.\
        """,
        new ArgumentSpec(false, false, true, List.of()),
        List.of(
            new Example("edit", "the last line"),
            new Example("edit 1", "line 1 of the history"),
            new Example("edit search program=1073", "a line to begin with")));
  }

  @Override
  public CommandResult run(Arguments arguments, Work work) {
    Optional<String> changed = editor.edit(text(arguments));
    if (changed.isEmpty()) {
      return CommandResult.talk("nothing was changed");
    }
    editor.offer(changed.get());
    return CommandResult.done();
  }

  private String text(Arguments arguments) {
    List<Word> words = arguments.values();
    if (words.isEmpty()) {
      return last(arguments.command());
    }
    Word first = words.get(0);
    if (words.size() == 1 && first.raw().matches("\\d{1,9}")) {
      return numbered(first, arguments.command());
    }
    // One word in quotes is the line; several are as they were typed.
    return words.size() == 1
        ? first.text()
        : arguments.command().line().substring(first.start(), words.get(words.size() - 1).end());
  }

  private String last(CommandText command) {
    List<String> lines = editor.history();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!isEdit(lines.get(i))) {
        return lines.get(i);
      }
    }
    throw new CommandException(
        ExitCode.FAILED,
        "there is no line to edit yet",
        command.name().text() + " LINE opens the one that you give");
  }

  private static boolean isEdit(String line) {
    try {
      return CommandLines.split(line).stream()
          .anyMatch(command -> command.name().text().equalsIgnoreCase(NAME));
    } catch (SyntaxException unreadable) {
      return false;
    }
  }

  private String numbered(Word number, CommandText command) {
    List<String> lines = editor.history();
    int index = Integer.parseInt(number.text()) - 1;
    if (index < 0 || index >= lines.size()) {
      throw new SyntaxException(
          "there is no line " + number.text(),
          command.line(),
          number.start(),
          number.end(),
          "history lists them");
    }
    return lines.get(index);
  }
}
