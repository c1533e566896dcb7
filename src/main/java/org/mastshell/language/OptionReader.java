package org.mastshell.language;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mastshell.vocabulary.NearestWords;

/** Recognises options among words and collects them. */
final class OptionReader {
  private final CommandText command;
  private final List<OptionSpec> specs;
  private final boolean takesDashedValues;
  private final Function<String, Optional<String>> elsewhere;
  private final Map<String, Word> given = new LinkedHashMap<>();

  /**
   * @param elsewhere what to say of an option that only something else has, by its name
   */
  OptionReader(
      CommandText command, ArgumentSpec spec, Function<String, Optional<String>> elsewhere) {
    this.command = command;
    this.specs = spec.options();
    this.takesDashedValues = spec.values();
    this.elsewhere = elsewhere;
  }

  Map<String, Word> given() {
    return given;
  }

  /** Whether a word is an option: a negative number is none, nor a dash alone. */
  boolean isOption(Word word) {
    String raw = word.raw();
    if (raw.startsWith("--")) {
      return true;
    }
    if (!raw.startsWith("-") || raw.length() < 2) {
      return false;
    }
    char letter = raw.charAt(1);
    return Character.isLetter(letter)
        && (raw.length() == 2 || !takesDashedValues || isNamed(name(word)));
  }

  // One dash too few makes no word of an option.
  private boolean isNamed(String name) {
    return specs.stream().anyMatch(spec -> spec.name().equals(name));
  }

  /** Which option a word is. */
  OptionSpec find(Word word) {
    String raw = word.raw();
    String name = name(word);
    for (OptionSpec spec : specs) {
      boolean isShort = raw.length() == 2 && spec.shortName() == raw.charAt(1);
      if (raw.startsWith("--") ? spec.name().equals(name) : isShort) {
        return spec;
      }
    }
    throw unknown(word, name);
  }

  /** The value that stands in the same word behind an equals sign, or null. */
  Word ownValue(Word word) {
    int equals = word.raw().indexOf('=');
    return equals < 0 || !word.raw().startsWith("--")
        ? null
        : word.part(equals + 1, word.raw().length());
  }

  void put(OptionSpec spec, Word option, Word value) {
    if (given.containsKey(spec.name())) {
      throw option.fault(command.line(), "--" + spec.name() + " is given twice", "give it once");
    }
    if (value.raw().isEmpty()) {
      throw missing(spec, option);
    }
    given.put(spec.name(), value);
  }

  SyntaxException missing(OptionSpec spec, Word option) {
    return option.fault(
        command.line(),
        "--" + spec.name() + " needs a value",
        "as in --" + spec.name() + " " + spec.value());
  }

  SyntaxException valueOfFlag(OptionSpec spec, Word option) {
    return option.fault(
        command.line(), "--" + spec.name() + " takes no value", "write --" + spec.name());
  }

  private static String name(Word word) {
    int equals = word.raw().indexOf('=');
    String option = equals < 0 ? word.raw() : word.raw().substring(0, equals);
    return option.replaceFirst("^--?", "");
  }

  private SyntaxException unknown(Word word, String name) {
    List<String> names = specs.stream().map(OptionSpec::name).toList();
    List<String> near = NearestWords.to(name, names);
    int equals = word.raw().indexOf('=');
    Word blamed = equals < 0 ? word : word.part(0, equals);
    String advice = near.isEmpty() ? allowed(name) : "did you mean --" + near.get(0) + "?";
    return blamed
        .fault(command.line(), command.name().text() + " has no option " + blamed.raw(), advice)
        .rightWith(NearestWords.only(name, names).map(meant -> "--" + meant));
  }

  private String allowed(String name) {
    return elsewhere
        .apply(name)
        .orElseGet(
            () ->
                specs.isEmpty()
                    ? "it has no options"
                    : specs.stream().map(spec -> "--" + spec.name()).collect(joining(", "))
                        + " are allowed");
  }
}
