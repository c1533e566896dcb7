package org.mastshell.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mastshell.command.CommandException;
import org.mastshell.command.ExitCode;
import org.mastshell.command.LineEditor;
import org.mastshell.command.SafeMode;

/**
 * The lines that a person types, for the commands that are about them. There are none until the
 * interactive shell says where they are, and no editor without a terminal.
 */
final class TypedLines implements LineEditor {
  private Supplier<List<String>> lines = List::of;
  private Optional<LineEditor> terminal = Optional.empty();
  private final SafeMode safe;

  /**
   * @param safe decides whether an editor may be started
   */
  TypedLines(SafeMode safe) {
    this.safe = safe;
  }

  void from(Supplier<List<String>> source) {
    lines = source;
  }

  void editAt(LineEditor editor) {
    terminal = Optional.of(editor);
  }

  @Override
  public List<String> history() {
    return lines.get();
  }

  @Override
  public Optional<String> edit(String text) {
    safe.allow("edit starts another program", "the line can be edited at the prompt");
    return atTerminal().edit(text);
  }

  @Override
  public void offer(String text) {
    atTerminal().offer(text);
  }

  private LineEditor atTerminal() {
    return terminal.orElseThrow(
        () ->
            new CommandException(
                ExitCode.FAILED,
                "an editor needs a person at a terminal",
                "type edit at the prompt of the shell"));
  }
}
