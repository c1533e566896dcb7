package org.mastshell.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a word stands for which a command has no use.
 *
 * @param spec what the command takes
 * @param words of the command, without its name
 * @param index which of them is meant
 * @param before the criterion that ends with the word before it, if one does
 */
record StrayPlace(
    CommandText command,
    ArgumentSpec spec,
    List<Word> words,
    int index,
    Optional<CriterionText> before) {

  /** The word itself. */
  Word word() {
    return words.get(index);
  }

  /** The word so many places behind it. */
  Optional<Word> next(int steps) {
    return index + steps < words.size() ? Optional.of(words.get(index + steps)) : Optional.empty();
  }

  /** Points at the word. */
  SyntaxException fault(String message, String advice) {
    return word().fault(command.line(), message, advice);
  }

  /** Says that the word is nothing that the command takes. */
  String none() {
    return word().raw() + " is no criterion" + (spec.rows() ? " and no row number" : "");
  }

  /** A word in small letters. */
  static String lower(Word word) {
    return word.text().toLowerCase(Locale.ROOT);
  }
}
