package org.mastshell.command;

import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.FileReference;
import org.mastshell.language.Word;

/** The words of a command by which values or targets come from a file or a set: {@code @NAME}. */
final class AtWords {
  private static final String MARK = "@";

  private AtWords() {}

  /** All of them; one that stands for a criterion may be there twice. */
  static Stream<Word> in(Arguments arguments) {
    return Stream.concat(
            arguments.criteria().stream().flatMap(criterion -> criterion.values().stream()),
            arguments.values().stream())
        .filter(AtWords::isOne);
  }

  /** Whether a word is one. */
  static boolean isOne(Word word) {
    return word.text().startsWith(MARK);
  }

  /** What it names, with the column. */
  static FileReference reference(Word word) {
    return FileReference.in(whole(word));
  }

  /** What stands behind the mark. */
  static String whole(Word word) {
    return word.text().substring(MARK.length());
  }
}
