package org.mastshell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;

/** The line that stands behind a command which runs it: in quotes, or as it is. */
final class InnerCommand {
  private InnerCommand() {}

  /**
   * The line that all words behind the name are.
   *
   * @throws org.mastshell.language.SyntaxException if there is none
   */
  static String behind(Arguments arguments, String message, String examples) {
    if (arguments.values().isEmpty()) {
      throw MissingWord.behind(arguments, message, examples);
    }
    return of(arguments.values());
  }

  /** The line that these words are. */
  static String of(List<Word> words) {
    return words.size() == 1
        ? words.get(0).text()
        : words.stream().map(Word::raw).collect(Collectors.joining(" "));
  }
}
