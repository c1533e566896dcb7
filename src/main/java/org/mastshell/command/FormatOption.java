package org.mastshell.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mastshell.formats.Format;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.NearestWords;

/** Reads the option {@code --format FORMAT}, which holds for one answer. */
final class FormatOption {
  static final OptionSpec SPEC =
      OptionSpec.valued("format", "FORMAT", "in this format, whatever the setting says");

  private static final List<String> WORDS =
      Arrays.stream(Format.values()).map(Format::word).toList();

  private FormatOption() {}

  /**
   * The answer of a command in the format that was asked for or, where none was, in the usual one.
   *
   * @param command is given what to work with
   */
  static CommandResult answer(
      Arguments arguments, Work work, Function<Work, CommandResult> command) {
    return read(arguments)
        .map(format -> command.apply(work.in(format)).in(format))
        .orElseGet(() -> command.apply(work));
  }

  /**
   * The format, where one was asked for.
   *
   * @throws org.mastshell.language.SyntaxException if there is no such format
   */
  static Optional<Format> read(Arguments arguments) {
    Word word = arguments.options().get(SPEC.name());
    if (word == null) {
      return Optional.empty();
    }
    Optional<Format> format = Format.of(word.text());
    if (format.isEmpty()) {
      throw word.fault(
              arguments.command().line(),
              "no format is called " + word.text(),
              "formats: " + String.join(", ", WORDS))
          .rightWith(NearestWords.only(word.text(), WORDS));
    }
    return format;
  }
}
