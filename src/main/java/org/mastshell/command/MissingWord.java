package org.mastshell.command;

import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Says that a command was typed without what it needs. */
final class MissingWord {
  private MissingWord() {}

  /**
   * @param message what is needed
   * @param examples how the command is written
   */
  static SyntaxException behind(Arguments arguments, String message, String examples) {
    Word name = arguments.command().name();
    return name.fault(arguments.command().line(), message, examples);
  }
}
