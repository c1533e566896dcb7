package org.mastshell.terminal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plain word of a command stands for. */
enum PlainWord {
  CLIENT,
  ASKED_COLUMN,
  COLUMN,
  COLUMN_PAIR,
  COMMAND,
  FIELD,
  FILE,
  FOLDER,
  JOB,
  TABLE,
  NUMBERS,
  LISTED,
  PATTERN,
  SEARCH,
  SESSION,
  SET,
  SETTING,
  SETTING_VALUE,
  UNKNOWN;

  // Their columns have to hold numbers.
  private static final Set<String> OF_NUMBERS = Set.of("plot", "stats");
  private static final Pattern NAME_END = Pattern.compile("[|:,\\[\\]-]+");
  private static final Map<String, PlainWord> MEANINGS =
      Map.ofEntries(
          Map.entry("CLIENT", CLIENT),
          Map.entry("COLUMN", COLUMN),
          Map.entry("COLUMNS", COLUMN),
          Map.entry("=COLUMN", COLUMN_PAIR),
          Map.entry("COMMAND", COMMAND),
          Map.entry("TOPIC", COMMAND),
          Map.entry("FIELD", FIELD),
          Map.entry("FILE", FILE),
          Map.entry("@FILE", LISTED),
          Map.entry("SCRIPT", FILE),
          Map.entry("DIR", FOLDER),
          Map.entry("DIRECTORY", FOLDER),
          Map.entry("FOLDER", FOLDER),
          Map.entry("MANIFEST", FILE),
          Map.entry("JOB", JOB),
          Map.entry("CATALOGUE", TABLE),
          Map.entry("INSTRUMENT", TABLE),
          Map.entry("LIST", ASKED_COLUMN),
          Map.entry("MISSION", TABLE),
          Map.entry("SERVICE", TABLE),
          Map.entry("PATTERN", PATTERN),
          Map.entry("SEARCH", SEARCH),
          Map.entry("SESSION", SESSION),
          Map.entry("SET", SET));

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
    List<PlainWord> meanings =
        Arrays.stream(NAME_END.split(plain)).map(MEANINGS::get).filter(Objects::nonNull).toList();
    if (meanings.isEmpty()) {
      return UNKNOWN;
    }
    if (meanings.get(0) == COLUMN && OF_NUMBERS.contains(command)) {
      return NUMBERS;
    }
    if (meanings.contains(COLUMN_PAIR)) {
      return COLUMN_PAIR;
    }
    // Folders are proposed among files as well.
    return meanings.get(0) == FOLDER && meanings.contains(FILE) ? FILE : meanings.get(0);
  }
}
