package org.mastshell.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind a command's name, taken apart by its {@link ArgumentSpec}.
 *
 * @param command where it stands, for messages
 * @param options long names of the options given, with the word of their value; a flag's value is
 *     the option's own word
 * @param criteria criteria in the order typed
 * @param rows row numbers, if any were given
 * @param values plain words in the order typed
 */
public record Arguments(
    CommandText command,
    Map<String, Word> options,
    List<CriterionText> criteria,
    Optional<RowSelection> rows,
    List<Word> values) {

  /** All words behind the name as plain ones. */
  public static Arguments untouched(CommandText command) {
    List<Word> words = command.words();
    return new Arguments(
        command, Map.of(), List.of(), Optional.empty(), words.subList(1, words.size()));
  }

  /**
   * The same as if this option had been given too; one that the command does not have is passed
   * over.
   */
  public Arguments with(String flag) {
    Map<String, Word> more = new HashMap<>(options);
    more.put(flag, command.name());
    return new Arguments(command, Map.copyOf(more), criteria, rows, values);
  }

  /** Whether an option was given. */
  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, if it was given. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).map(Word::text);
  }
}
