package org.mastshell.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mastshell.command.CommandForm;
import org.mastshell.command.CommandInfo;

/**
 * The place of a plain word in a command, as the usage of the command has it ({@code FIELD
 * [PATTERN]}, {@code load SESSION}, {@code clear [products|values]}).
 *
 * @param meaning what the word stands for
 * @param literals words that may stand there as they are
 */
record WordPlace(PlainWord meaning, List<Proposal> literals) {
  private static final WordPlace NONE = new WordPlace(PlainWord.UNKNOWN, List.of());

  // Options stand last in a usage.
  private static final Pattern OPTIONS = Pattern.compile("\\[?-{1,2}[a-z].*");
  private static final Pattern LITERAL = Pattern.compile("[a-z]+");

  /**
   * The place that begins at a position of the line; one of nothing if the command is unknown or
   * has no more words.
   */
  static WordPlace at(CommandOutline command, int position) {
    if (command.info().isEmpty()) {
      return NONE;
    }
    CommandInfo info = command.info().get();
    int index = command.wordsBefore(position);
    if (info.forms().isEmpty()) {
      return at(words(info), index, info.name());
    }
    if (index > 0) {
      return form(command).map(form -> at(form.parts(), index, info.name())).orElse(NONE);
    }
    List<Proposal> verbs = info.forms().stream().map(form -> verb(form, info)).toList();
    return new WordPlace(PlainWord.UNKNOWN, verbs);
  }

  /** The form that the first word of a command chooses. */
  static Optional<CommandForm> form(CommandOutline command) {
    return command.info().stream()
        .flatMap(info -> info.forms().stream())
        .filter(form -> form.verb().equalsIgnoreCase(command.firstWord()))
        .findFirst();
  }

  private static List<String> words(CommandInfo info) {
    return Arrays.stream(OPTIONS.matcher(info.usage()).replaceFirst("").split("\\s+"))
        .map(word -> word.replaceAll("[\\[\\]]", ""))
        .filter(word -> !word.isEmpty() && !word.startsWith("CRITERION"))
        .filter(word -> !word.startsWith("ROW"))
        .toList();
  }

  private static WordPlace at(List<String> words, int index, String command) {
    if (words.isEmpty()) {
      return NONE;
    }
    String last = words.get(words.size() - 1);
    if (index >= words.size() && !last.endsWith("…") && !last.endsWith("...")) {
      return NONE;
    }
    String name = words.get(Math.min(index, words.size() - 1));
    PlainWord word = PlainWord.named(name, command);
    // A pattern that follows no field is one for the names of fields.
    boolean ofFields = word == PlainWord.PATTERN && index == 0;
    return new WordPlace(ofFields ? PlainWord.FIELD : word, literals(name, command));
  }

  private static List<Proposal> literals(String name, String command) {
    return Arrays.stream(name.split("\\|"))
        .filter(word -> LITERAL.matcher(word).matches())
        .map(word -> Proposal.word(word, word, command, ""))
        .toList();
  }

  private static Proposal verb(CommandForm form, CommandInfo info) {
    Proposal verb = Proposal.word(form.verb(), form.words(), info.name(), form.meaning());
    return form.parts().size() > 1 ? verb.goingOn() : verb;
  }
}
