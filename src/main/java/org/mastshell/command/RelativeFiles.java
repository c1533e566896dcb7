package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mastshell.language.Arguments;

/** The files that commands read by names that hold in one folder alone. */
final class RelativeFiles {
  /** The command that gives a set its name in a recipe. */
  private static final String NAME = "name";

  private RelativeFiles() {}

  /** The names, as typed, in the lines of a recipe. */
  static List<String> of(List<String> lines, Commands commands) {
    List<String> found = new ArrayList<>();
    Set<String> sets = new HashSet<>(Set.of(SetValueFiles.CURRENT));
    for (String line : lines) {
      Arguments arguments = commands.read(line);
      names(arguments, sets).filter(LocalPaths::isRelative).forEach(found::add);
      if (arguments.command().name().text().equalsIgnoreCase(NAME)) {
        sets.add(arguments.values().get(0).text());
      }
    }
    return found.stream().distinct().toList();
  }

  private static Stream<String> names(Arguments arguments, Set<String> sets) {
    Stream<String> listed =
        AtWords.in(arguments)
            .filter(word -> !sets.contains(AtWords.reference(word).path()))
            .map(AtWords::whole);
    boolean imports =
        arguments.command().name().text().equalsIgnoreCase(ImportCommand.NAME)
            && !arguments.values().isEmpty();
    return imports ? Stream.concat(Stream.of(arguments.values().get(0).text()), listed) : listed;
  }
}
