package org.mastshell.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.archive.SkyTarget;
import org.mastshell.formats.DataColumn;
import org.mastshell.language.Arguments;
import org.mastshell.output.Counts;

/** Targets of a list that are not in the result. */
final class TargetLeftovers {
  private static final List<DataColumn> COLUMNS =
      List.of(
          new DataColumn("name", "", "Name of the target"),
          new DataColumn("ra", "deg", "Right ascension, ICRS"),
          new DataColumn("dec", "deg", "Declination, ICRS"));

  private TargetLeftovers() {}

  private static Leftovers of(int all) {
    return new Leftovers("of " + Counts.of(all, "target", "targets"), COLUMNS);
  }

  /** Rows without a position, names that nobody knows or was told of, and nothing else yet. */
  static Leftovers of(LocatedTargets located) {
    return of(located.all(), located.placeless(), located.unknown(), located.unanswered());
  }

  /**
   * Rows without a position, and names without one.
   *
   * @param all how many targets there are; the rows are none
   * @param placeless what the rows are called
   * @param unknown names that the resolver does not know
   * @param unanswered names that it did not answer for
   */
  static Leftovers of(
      int all, List<String> placeless, List<String> unknown, List<String> unanswered) {
    return of(all)
        .add(
            "no position",
            "no position in",
            placeless.size() == 1 ? "row" : "rows",
            names(placeless))
        .add("unknown name", "no position is known for", names(unknown))
        .add("name not answered", "the resolver did not answer for", names(unanswered));
  }

  /** The same and targets without a match. */
  static Leftovers of(LocatedTargets located, List<SkyTarget> unmatched) {
    return of(located).add("no match", "no match for", cells(unmatched));
  }

  private static List<List<String>> names(List<String> names) {
    return names.stream().map(name -> List.of(name, "", "")).toList();
  }

  /** Targets with their places as entries. */
  static List<List<String>> cells(List<SkyTarget> targets) {
    return targets.stream()
        .map(
            target ->
                List.of(
                    target.name(), SentEcho.degrees(target.ra()), SentEcho.degrees(target.dec())))
        .toList();
  }

  /**
   * Saves them where that was asked for.
   *
   * @return what a person is told of them
   */
  static List<String> told(Leftovers leftovers, Arguments arguments, LocalPaths paths, Work work) {
    Optional<Path> saved = arguments.option(Leftovers.OPTION).map(paths::writable);
    saved.ifPresent(file -> leftovers.save(file, work.style().harmless()));
    List<String> lines = new ArrayList<>(leftovers.lines());
    saved.ifPresent(file -> lines.add("  saved: " + file));
    return lines;
  }
}
