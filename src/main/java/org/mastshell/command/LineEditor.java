package org.mastshell.command;

import java.util.List;
import java.util.Optional;

/** The lines that a person types, seen from the commands that are about lines. */
public interface LineEditor {

  /** The lines typed so far, the oldest first. */
  List<String> history();

  /**
   * Lets the person change a text in an editor of their own, and waits for it to end.
   *
   * @param text one line or several
   * @return the text without blank lines at its end; empty if it was left as it was, or without
   *     anything in it
   * @throws CommandException if nobody sits at a terminal, there is no editor, or it failed
   */
  Optional<String> edit(String text);

  /** Lets a text stand at the next prompt, ready to be run. */
  void offer(String text);
}
