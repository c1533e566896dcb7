package org.mastshell.command;

import java.util.Optional;
import org.mastshell.archive.Resolver;
import org.mastshell.language.Arguments;
import org.mastshell.language.OptionSpec;
import org.mastshell.language.SyntaxException;
import org.mastshell.language.Word;
import org.mastshell.vocabulary.NearestWords;

/** The option {@code --resolver}. */
final class ResolverOption {
  static final String NAME = "resolver";

  static final OptionSpec SPEC =
      OptionSpec.valued(
          NAME, String.join("|", Resolver.words()), "the catalogue that knows where names are");

  private ResolverOption() {}

  /** The catalogue that was chosen, if one was. */
  static Optional<Resolver> of(Arguments arguments) {
    Word word = arguments.options().get(NAME);
    if (word == null) {
      return Optional.empty();
    }
    Optional<Resolver> chosen = Resolver.of(word.text());
    if (chosen.isEmpty()) {
      String near =
          NearestWords.to(word.text(), Resolver.words()).stream()
              .findFirst()
              .map(one -> "did you mean " + one + "? ")
              .orElse("");
      throw new SyntaxException(
              "no resolver is called " + word.text(),
              arguments.command().line(),
              word.start(),
              word.end(),
              near + "it is " + String.join(", ", Resolver.words()))
          .rightWith(NearestWords.only(word.text(), Resolver.words()));
    }
    return chosen;
  }

  /** Refuses the option where no name is to be resolved. */
  static void refuse(Arguments arguments) {
    Word word = arguments.options().get(NAME);
    if (word != null) {
      throw new SyntaxException(
          "--resolver is for object=, and no name stands here",
          arguments.command().line(),
          word.start(),
          word.end(),
          "add object=\"M 101\", or take it away");
    }
  }
}
