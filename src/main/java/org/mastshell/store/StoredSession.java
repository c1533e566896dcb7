package org.mastshell.store;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session as it is kept.
 *
 * @param sets in the order of their numbers
 * @param visited numbers of the sets that were current, in order
 * @param position the place in {@code visited} of the current set, -1 where there is none
 * @param made how many sets were ever made, dropped ones counted
 * @param settings those that a person changed, by name
 */
public record StoredSession(
    List<StoredSet> sets,
    List<Integer> visited,
    int position,
    int made,
    Map<String, String> settings) {

  /**
   * Keeps its own copies.
   *
   * @throws IllegalArgumentException if sets were visited that are not there, or one was made of a
   *     set that came after it, or has the number or the name of another one
   */
  public StoredSession {
    sets = List.copyOf(sets);
    visited = List.copyOf(visited);
    settings = Map.copyOf(settings);
    requireOrder(sets, made);
    Set<Integer> numbers =
        sets.stream()
            .filter(set -> !set.dropped())
            .map(StoredSet::number)
            .collect(Collectors.toSet());
    if (!numbers.containsAll(visited) || position < -1 || position >= visited.size()) {
      throw new IllegalArgumentException("the way through the sets leads elsewhere");
    }
  }

  private static void requireOrder(List<StoredSet> sets, int made) {
    Set<String> names = new HashSet<>();
    int before = 0;
    for (StoredSet set : sets) {
      int number = set.number();
      boolean later =
          Stream.concat(set.parents().stream(), set.observations().stream())
              .anyMatch(parent -> parent >= number);
      boolean twice =
          set.name().filter(name -> !names.add(name.toLowerCase(Locale.ROOT))).isPresent();
      if (number <= before || number > made || later || twice) {
        throw new IllegalArgumentException("set " + number + " cannot be what it is said to be");
      }
      before = number;
    }
  }

  /** A session in which nothing has happened. */
  public static StoredSession empty() {
    return new StoredSession(List.of(), List.of(), -1, 0, Map.of());
  }
}
