package org.mastshell.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes apart what stands behind a command's name: options, criteria, row numbers and words. */
public final class ArgumentParser {
  private final CommandText command;
  private final ArgumentSpec spec;
  private final Supplier<Glossary> glossary;
  private final List<Word> words;
  private final OptionReader options;
  private final CriterionScanner scanner;
  private final List<CriterionText> criteria = new ArrayList<>();
  private final List<Word> rows = new ArrayList<>();
  private final List<Word> values = new ArrayList<>();
  private boolean optionsEnded;

  private ArgumentParser(CommandText command, ArgumentSpec spec, Supplier<Glossary> glossary) {
    this.command = command;
    this.spec = spec;
    this.glossary = glossary;
    this.words = command.words().subList(1, command.words().size());
    this.options = new OptionReader(command, spec, name -> glossary.get().otherOption(name));
    this.scanner =
        new CriterionScanner(command.line(), words, field -> glossary.get().example(field));
  }

  /**
   * Takes a command's arguments apart.
   *
   * @param command as it was split from its line
   * @param spec what the command takes
   * @throws SyntaxException if an option is unknown, given twice or lacks its value, if a criterion
   *     lacks its field or value, or if a word is none of what the command takes
   */
  public static Arguments parse(CommandText command, ArgumentSpec spec) {
    return parse(command, spec, Glossary::bundled);
  }

  /**
   * Takes a command's arguments apart.
   *
   * @param command as it was split from its line
   * @param spec what the command takes
   * @param glossary the words that exist; asked for only where something is wrong
   * @throws SyntaxException as above
   */
  public static Arguments parse(
      CommandText command, ArgumentSpec spec, Supplier<Glossary> glossary) {
    ArgumentParser parser = new ArgumentParser(command, spec, glossary);
    parser.read();
    return parser.arguments();
  }

  private void read() {
    int index = 0;
    while (index < words.size()) {
      Word word = words.get(index);
      if (!optionsEnded && word.raw().equals("--")) {
        optionsEnded = true;
        index++;
      } else if (!optionsEnded && options.isOption(word)) {
        index = readOption(index);
      } else if (spec.criteria() && scanner.startsAt(index) && !isFile(word)) {
        index = scanner.read(index);
        criteria.add(scanner.criterion());
      } else if (spec.rows() && RowSelections.isRows(word)) {
        index = readRows(index);
      } else if (spec.values() || (spec.facets() && FacetNumbers.isOne(word))) {
        values.add(word);
        index++;
      } else {
        throw stray(index);
      }
    }
  }

  private int readOption(int index) {
    Word word = words.get(index);
    OptionSpec option = options.find(word);
    Word own = options.ownValue(word);
    if (!option.takesValue()) {
      if (own != null) {
        throw options.valueOfFlag(option, word);
      }
      options.put(option, word, word);
      return index + 1;
    }
    if (own != null) {
      options.put(option, word, own);
      return index + 1;
    }
    if (option.optionalValue() && !isFree(index + 1)) {
      options.put(option, word, word);
      return index + 1;
    }
    if (index + 1 == words.size() || words.get(index + 1).raw().startsWith("--")) {
      throw options.missing(option, word);
    }
    options.put(option, word, words.get(index + 1));
    return index + 2;
  }

  // With no field before it, ~/ is no operator: it begins the name of a file.
  private static boolean isInHome(Word word) {
    return word.raw().startsWith("~/");
  }

  private boolean isFile(Word word) {
    return spec.values() && isInHome(word);
  }

  // A value that may be left out is not taken from what the command takes anyway.
  private boolean isFree(int index) {
    if (index >= words.size()) {
      return false;
    }
    Word word = words.get(index);
    return !options.isOption(word)
        && !(spec.criteria() && scanner.startsAt(index) && !isInHome(word))
        && !(spec.rows() && RowSelections.isRows(word));
  }

  private int readRows(int index) {
    int next = index;
    rows.add(words.get(next));
    while (words.get(next).raw().endsWith(",")) {
      next++;
      if (next == words.size()) {
        throw words
            .get(index)
            .fault(command.line(), "no row stands behind the last comma", "take the comma away");
      }
      rows.add(words.get(next));
    }
    return next + 1;
  }

  private SyntaxException stray(int index) {
    Optional<CriterionText> before =
        criteria.stream()
            .filter(criterion -> index > 0 && endOf(criterion) == words.get(index - 1).end())
            .findFirst();
    return new StrayWord(new StrayPlace(command, spec, words, index, before), glossary.get())
        .fault();
  }

  private static int endOf(CriterionText criterion) {
    return criterion.values().get(criterion.values().size() - 1).end();
  }

  private Arguments arguments() {
    Optional<RowSelection> selection =
        rows.isEmpty() ? Optional.empty() : Optional.of(RowSelections.read(command.line(), rows));
    return new Arguments(
        command,
        Collections.unmodifiableMap(options.given()),
        List.copyOf(criteria),
        selection,
        List.copyOf(values));
  }
}
