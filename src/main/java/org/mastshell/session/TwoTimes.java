package org.mastshell.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.mastshell.language.CommandLines;

/**
 * Sets that hold what differs between two times: what one search found later and not before. The
 * command that made such a set makes nothing again, since both searches find the same by now; which
 * rows of the first set they are is what lasts.
 */
final class TwoTimes {
  private static final Set<String> PARTS_OF_FIRST = Set.of("minus", "intersect");

  private final IntFunction<WorkingSet> sets;
  private final Map<List<Integer>, Boolean> compared = new HashMap<>();

  /**
   * @param sets those of the session, by number; null for one that is gone
   */
  TwoTimes(IntFunction<WorkingSet> sets) {
    this.sets = sets;
  }

  /**
   * The command that picks the rows of such a set from the first of those that it was made of;
   * empty for any other set.
   */
  Optional<String> pick(WorkingSet set) {
    List<Integer> parents = set.parents();
    if (parents.size() < 2 || set.size() == 0 || !PARTS_OF_FIRST.contains(name(set))) {
      return Optional.empty();
    }
    int first = parents.get(0);
    return parents.stream().skip(1).anyMatch(other -> areMadeAlike(first, other))
        ? set.table().placesIn(sets.apply(first).table()).map(TwoTimes::pick)
        : Optional.empty();
  }

  private static String name(WorkingSet set) {
    return CommandLines.split(set.command()).get(0).name().text().toLowerCase(Locale.ROOT);
  }

  // As results of one recipe; the same set is one.
  private boolean areMadeAlike(int one, int other) {
    if (one == other) {
      return true;
    }
    Boolean known = compared.get(List.of(one, other));
    if (known != null) {
      return known;
    }
    WorkingSet first = sets.apply(one);
    WorkingSet second = sets.apply(other);
    if (first == null || second == null) {
      return false;
    }
    boolean alike = words(first).equals(words(second));
    for (int place = 0; alike && place < first.parents().size(); place++) {
      alike = areMadeAlike(first.parents().get(place), second.parents().get(place));
    }
    compared.put(List.of(one, other), alike);
    return alike;
  }

  // Sets are named by their numbers in some commands, which differ.
  private static List<String> words(WorkingSet set) {
    List<Integer> parents = set.parents();
    String command = Recipe.withParents(set.command(), parents, parent -> "_");
    return List.of(Integer.toString(parents.size()), command);
  }

  private static String pick(int... places) {
    List<String> ranges = new ArrayList<>();
    for (int from = 0; from < places.length; ) {
      int to = from;
      while (to + 1 < places.length && places[to + 1] == places[to] + 1) {
        to++;
      }
      int first = places[from] + 1;
      int last = places[to] + 1;
      ranges.add(first == last ? Integer.toString(first) : first + "-" + last);
      from = to + 1;
    }
    return "pick " + String.join(",", ranges);
  }
}
