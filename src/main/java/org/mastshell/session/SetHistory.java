package org.mastshell.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sets of a session and the way a person went among them. Immutable: each step gives another
 * history, so that a step that fails half-way changes nothing.
 *
 * @param sets all sets, the first made first; set number n stands at place n - 1
 * @param visited numbers of the sets that were current, in order; undo and redo move along it
 * @param position the place in {@code visited} of the current set, -1 where there is none
 */
record SetHistory(List<WorkingSet> sets, List<Integer> visited, int position) {

  static SetHistory empty() {
    return new SetHistory(List.of(), List.of(), -1);
  }

  Optional<WorkingSet> current() {
    return position < 0 ? Optional.empty() : set(visited.get(position));
  }

  Optional<WorkingSet> set(int number) {
    return number < 1 || number > sets.size()
        ? Optional.empty()
        : Optional.of(sets.get(number - 1));
  }

  SetHistory add(WorkingSet set) {
    List<WorkingSet> more = new ArrayList<>(sets);
    more.add(set);
    return new SetHistory(List.copyOf(more), visited, position).go(set.number());
  }

  /** Where that set is current; going where one is already is no step. */
  SetHistory go(int number) {
    if (position >= 0 && visited.get(position) == number) {
      return this;
    }
    List<Integer> path = new ArrayList<>(visited.subList(0, position + 1));
    path.add(number);
    return new SetHistory(sets, List.copyOf(path), path.size() - 1);
  }

  Optional<SetHistory> back() {
    return position < 1
        ? Optional.empty()
        : Optional.of(new SetHistory(sets, visited, position - 1));
  }

  Optional<SetHistory> forward() {
    return position + 1 >= visited.size()
        ? Optional.empty()
        : Optional.of(new SetHistory(sets, visited, position + 1));
  }
}
