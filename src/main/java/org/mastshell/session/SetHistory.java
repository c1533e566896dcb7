package org.mastshell.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sets of a session and the way a person went among them. Immutable: each step gives another
 * history, so that a step that fails half-way changes nothing.
 *
 * @param sets all sets that were not dropped, the first made first
 * @param dropped sets that were dropped, of which some of those were made: with their rows, so that
 *     it can be told how to make these again
 * @param visited numbers of the sets that were current, in order; undo and redo move along it
 * @param position the place in {@code visited} of the current set, -1 where there is none
 * @param made how many sets were ever made, dropped ones counted
 */
record SetHistory(
    List<WorkingSet> sets,
    List<WorkingSet> dropped,
    List<Integer> visited,
    int position,
    int made) {

  static SetHistory empty() {
    return new SetHistory(List.of(), List.of(), List.of(), -1, 0);
  }

  Optional<WorkingSet> current() {
    return position < 0 ? Optional.empty() : set(visited.get(position));
  }

  /** The current set and those that were current before it, the latest first. */
  List<WorkingSet> wayBack() {
    return IntStream.rangeClosed(0, position)
        .mapToObj(step -> visited.get(position - step))
        .flatMap(number -> set(number).stream())
        .toList();
  }

  Optional<WorkingSet> set(int number) {
    return sets.stream().filter(set -> set.number() == number).findFirst();
  }

  SetHistory add(WorkingSet set) {
    return keeping(set).go(set.number());
  }

  /** With one set more, where that is not current. */
  SetHistory keeping(WorkingSet set) {
    List<WorkingSet> more = new ArrayList<>(sets);
    more.add(set);
    return new SetHistory(List.copyOf(more), dropped, visited, position, set.number());
  }

  /** Where that set is current; going where one is already is no step. */
  SetHistory go(int number) {
    if (position >= 0 && visited.get(position) == number) {
      return this;
    }
    List<Integer> path = new ArrayList<>(visited.subList(0, position + 1));
    path.add(number);
    return new SetHistory(sets, dropped, List.copyOf(path), path.size() - 1, made);
  }

  /** With the way of another history, as far as that leads to sets that are here. */
  SetHistory onTheWayOf(SetHistory other) {
    SetHistory same = new SetHistory(sets, dropped, other.visited, other.position, made);
    List<Integer> gone =
        other.visited.stream().filter(number -> set(number).isEmpty()).distinct().toList();
    return gone.isEmpty() ? same : same.without(gone);
  }

  Optional<SetHistory> back() {
    return position < 1 ? Optional.empty() : Optional.of(at(position - 1));
  }

  Optional<SetHistory> forward() {
    return position + 1 >= visited.size() ? Optional.empty() : Optional.of(at(position + 1));
  }

  /** As if so many sets had been made. */
  SetHistory havingMade(int number) {
    return new SetHistory(sets, dropped, visited, position, number);
  }

  /** With other sets in the place of these, which keep their numbers. */
  SetHistory replacing(UnaryOperator<WorkingSet> change) {
    return new SetHistory(sets.stream().map(change).toList(), dropped, visited, position, made);
  }

  /** Without these sets, as if nobody had ever gone there. */
  SetHistory without(Collection<Integer> numbers) {
    List<Integer> path = new ArrayList<>();
    int here = -1;
    for (int step = 0; step < visited.size(); step++) {
      int number = visited.get(step);
      boolean again = !path.isEmpty() && path.get(path.size() - 1) == number;
      if (!numbers.contains(number) && !again) {
        path.add(number);
      }
      if (step == position) {
        here = path.size() - 1;
      }
    }
    // Where all that lay behind is gone, the next one ahead is where a person would want to be.
    int place = here < 0 && !path.isEmpty() ? 0 : here;
    List<WorkingSet> left = sets.stream().filter(set -> !numbers.contains(set.number())).toList();
    return new SetHistory(left, ancestors(left), List.copyOf(path), place, made);
  }

  // Of those that are here. A dropped set gives its name away.
  private List<WorkingSet> ancestors(List<WorkingSet> left) {
    Map<Integer, WorkingSet> gone = new TreeMap<>();
    dropped.forEach(set -> gone.put(set.number(), set));
    sets.forEach(set -> gone.put(set.number(), set.named(Optional.empty())));
    left.forEach(set -> gone.remove(set.number()));
    Map<Integer, WorkingSet> needed = new TreeMap<>();
    Deque<WorkingSet> open = new ArrayDeque<>(left);
    while (!open.isEmpty()) {
      for (int parent : open.remove().parents()) {
        WorkingSet set = gone.remove(parent);
        if (set != null) {
          needed.put(parent, set);
          open.add(set);
        }
      }
    }
    return List.copyOf(needed.values());
  }

  /** All sets, and those dropped of which one of them was made; the first made first. */
  List<WorkingSet> every() {
    return Stream.concat(sets.stream(), dropped.stream())
        .sorted(Comparator.comparingInt(WorkingSet::number))
        .toList();
  }

  private SetHistory at(int place) {
    return new SetHistory(sets, dropped, visited, place, made);
  }
}
