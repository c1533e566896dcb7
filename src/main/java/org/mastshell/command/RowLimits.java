package org.mastshell.command;

import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;

/** Reads the option {@code --limit N}. */
final class RowLimits {
  /** No limit was given. */
  static final int NONE = Integer.MAX_VALUE;

  private RowLimits() {}

  /** The limit, at least 1, or {@link #NONE}. */
  static int limit(Arguments arguments) {
    Word word = arguments.options().get("limit");
    if (word == null) {
      return NONE;
    }
    try {
      int limit = Integer.parseInt(word.text());
      if (limit > 0) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the one message for every bad value
    }
    throw new SyntaxException(
        "--limit cannot be '" + word.text() + "'",
        arguments.command().line(),
        word.start(),
        word.end(),
        "it is a whole number, 1 or more, as in --limit 100");
  }
}
