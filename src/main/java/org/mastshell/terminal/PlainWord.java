package org.mastshell.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.mastshell.command.CommandInfo;

/** What a plain word of a command stands for. */
enum PlainWord {
  COLUMN,
  COMMAND,
  FIELD,
  FILE,
  FOLDER,
  PATTERN,
  SET,
  SETTING,
  SETTING_VALUE,
  UNKNOWN;

  // Options stand last in a usage.
  private static final Pattern OPTIONS = Pattern.compile("\\[?-.*");
  private static final Pattern NAME_END = Pattern.compile("[|:,\\[\\]-]+");
  private static final Map<String, PlainWord> MEANINGS =
      Map.ofEntries(
          Map.entry("COLUMN", COLUMN),
          Map.entry("COLUMNS", COLUMN),
          Map.entry("COMMAND", COMMAND),
          Map.entry("TOPIC", COMMAND),
          Map.entry("FIELD", FIELD),
          Map.entry("FILE", FILE),
          Map.entry("SCRIPT", FILE),
          Map.entry("DIR", FOLDER),
          Map.entry("DIRECTORY", FOLDER),
          Map.entry("FOLDER", FOLDER),
          Map.entry("PATTERN", PATTERN),
          Map.entry("SET", SET));

  /**
   * What the plain word at a place stands for, as the usage of the command has it ({@code FIELD
   * [PATTERN]}, {@code [COLUMN…]}).
   *
   * @param index of the word among the plain words behind the command's name, from 0
   */
  static PlainWord at(CommandInfo info, int index) {
    List<String> words =
        Arrays.stream(OPTIONS.matcher(info.usage()).replaceFirst("").split("\\s+"))
            .map(word -> word.replaceAll("[\\[\\]]", ""))
            .filter(word -> !word.isEmpty() && !word.startsWith("CRITERION"))
            .filter(word -> !word.startsWith("ROWS"))
            .toList();
    if (words.isEmpty()) {
      return UNKNOWN;
    }
    String last = words.get(words.size() - 1);
    if (index >= words.size() && !last.endsWith("…") && !last.endsWith("...")) {
      return UNKNOWN;
    }
    PlainWord word = named(words.get(Math.min(index, words.size() - 1)), info.name());
    // A pattern that follows no field is one for the names of fields.
    return word == PATTERN && index == 0 ? FIELD : word;
  }

  /**
   * What a name in a usage or of an option's value stands for.
   *
   * @param name as the help has it
   * @param command the command that it belongs to, which tells the names of settings from others
   */
  static PlainWord named(String name, String command) {
    String plain = name.replaceAll("…|\\.\\.\\.", "").toUpperCase(Locale.ROOT);
    if (command.equals("set")) {
      return plain.startsWith("VALUE") ? SETTING_VALUE : SETTING;
    }
    if (command.equals("use")) {
      return SET;
    }
    return Arrays.stream(NAME_END.split(plain))
        .map(MEANINGS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(UNKNOWN);
  }
}
