package org.mastshell.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
   * @throws IllegalArgumentException if sets were visited that are not there
   */
  public StoredSession {
    sets = List.copyOf(sets);
    visited = List.copyOf(visited);
    settings = Map.copyOf(settings);
    Set<Integer> numbers = sets.stream().map(StoredSet::number).collect(Collectors.toSet());
    if (!numbers.containsAll(visited) || position < -1 || position >= visited.size()) {
      throw new IllegalArgumentException("the way through the sets leads elsewhere");
    }
  }

  /** A session in which nothing has happened. */
  public static StoredSession empty() {
    return new StoredSession(List.of(), List.of(), -1, 0, Map.of());
  }
}
