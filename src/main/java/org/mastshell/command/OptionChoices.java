package org.mastshell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.NearestWords;

/** Refuses values of an option that are none of its words. */
final class OptionChoices {
  private OptionChoices() {}

  /**
   * The error of an option with a value that it does not take.
   *
   * @param option its name, without dashes
   * @param allowed what it takes, for people
   * @param words that it takes
   */
  static SyntaxException fault(
      Arguments arguments, String option, String allowed, List<String> words) {
    Word value = arguments.options().get(option);
    Optional<String> meant = meant(value.text(), words);
    String question = meant.map(word -> "did you mean " + word + "? ").orElse("");
    return new SyntaxException(
            "--" + option + " cannot be '" + value.text() + "'",
            arguments.command().line(),
            value.start(),
            value.end(),
            question + "it is " + allowed)
        .rightWith(meant);
  }

  // Several stand between commas; each of them has to have a meaning.
  private static Optional<String> meant(String typed, List<String> words) {
    List<Optional<String>> pieces =
        Stream.of(typed.split(",", -1)).map(piece -> NearestWords.only(piece, words)).toList();
    return pieces.stream().allMatch(Optional::isPresent)
        ? Optional.of(pieces.stream().flatMap(Optional::stream).collect(Collectors.joining(",")))
        : Optional.empty();
  }
}
