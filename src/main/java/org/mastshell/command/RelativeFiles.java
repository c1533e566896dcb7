package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;
import org.mastshell.language.Word;

/** The files that commands read by names that hold in one folder alone. */
final class RelativeFiles {
  private static final String VALUES = "@";

  private RelativeFiles() {}

  /** The names, as typed, in the lines of a recipe. */
  static List<String> of(List<String> lines, Commands commands) {
    List<String> found = new ArrayList<>();
    for (String line : lines) {
      names(commands.read(line)).filter(LocalPaths::isRelative).forEach(found::add);
    }
    return found.stream().distinct().toList();
  }

  private static Stream<String> names(Arguments arguments) {
    Stream<String> listed =
        arguments.criteria().stream()
            .flatMap(criterion -> criterion.values().stream())
            .map(Word::text)
            .filter(value -> value.startsWith(VALUES))
            .map(value -> value.substring(VALUES.length()))
            .filter(value -> !value.split(":", 2)[0].equals(SetValueFiles.CURRENT));
    boolean imports =
        arguments.command().name().text().equalsIgnoreCase(ImportCommand.NAME)
            && !arguments.values().isEmpty();
    return imports ? Stream.concat(Stream.of(arguments.values().get(0).text()), listed) : listed;
  }
}
