package org.mastshell.shell;

import java.util.List;
import org.mastshell.language.OptionSpec;
import org.mastshell.session.Setting;

/**
 * One option of the program. The reader of the arguments, the help, the manual page and the
 * completion in other shells go by it.
 *
 * @param name long name without dashes
 * @param shortName a single letter, or 0 if there is none
 * @param valueName what its value is called in the help, or empty for a flag
 * @param takes what its value is
 * @param choices the words that it takes, if it takes only some
 * @param meaning one line, without the choices
 * @param repeatable whether each one that is given counts, and not only the last
 * @param excludes names of options that it cannot stand with
 */
public record LaunchOption(
    String name,
    char shortName,
    String valueName,
    LaunchValue takes,
    List<String> choices,
    String meaning,
    boolean repeatable,
    List<String> excludes) {
  /** Keeps its own copies. */
  public LaunchOption {
    choices = List.copyOf(choices);
    excludes = List.copyOf(excludes);
  }

  /** An option without a value. */
  static LaunchOption flag(String name, String meaning) {
    return valued(name, "", LaunchValue.NONE, meaning);
  }

  /** An option that needs a value. */
  static LaunchOption valued(String name, String valueName, LaunchValue takes, String meaning) {
    return new LaunchOption(name, '\0', valueName, takes, List.of(), meaning, false, List.of());
  }

  /** An option that gives a setting one of its words for this run. */
  static LaunchOption of(Setting setting, String name, String valueName) {
    return new LaunchOption(
        name,
        '\0',
        valueName,
        LaunchValue.CHOICE,
        setting.choices(),
        setting.meaning(),
        false,
        List.of());
  }

  /** The same with a short name. */
  LaunchOption withShort(char letter) {
    return new LaunchOption(name, letter, valueName, takes, choices, meaning, repeatable, excludes);
  }

  /** The same, of which each one that is given counts. */
  LaunchOption repeated() {
    return new LaunchOption(name, shortName, valueName, takes, choices, meaning, true, excludes);
  }

  /** The same, which cannot stand with another. */
  LaunchOption without(String other) {
    return new LaunchOption(
        name, shortName, valueName, takes, choices, meaning, repeatable, List.of(other));
  }

  /** Whether it takes a value. */
  boolean takesValue() {
    return takes != LaunchValue.NONE;
  }

  /** The ways to write it: with its dashes, the short one first. */
  List<String> spellings() {
    return shortName == 0 ? List.of("--" + name) : List.of("-" + shortName, "--" + name);
  }

  /** As the help shows it. */
  OptionSpec spec() {
    String words = choices.isEmpty() ? "" : ": " + String.join(", ", choices);
    String often = repeatable ? " (repeatable)" : "";
    return new OptionSpec(name, shortName, valueName, false, meaning + words + often);
  }
}
