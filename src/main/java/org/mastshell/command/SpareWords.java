package org.mastshell.command;

import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Refuses words that a command would otherwise pass over without saying so. */
final class SpareWords {
  private SpareWords() {}

  /**
   * Goes on only if there are no more plain words than the command has a use for.
   *
   * @param most how many it has a use for
   * @throws SyntaxException that points at the first spare word
   */
  static void refuse(Arguments arguments, int most, String advice) {
    if (arguments.values().size() > most) {
      Word spare = arguments.values().get(most);
      throw new SyntaxException(
          arguments.command().name().text() + " does not take " + spare.text(),
          arguments.command().line(),
          spare.start(),
          spare.end(),
          advice);
    }
  }
}
