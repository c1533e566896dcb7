package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mastshell.session.WorkingSet;

/** Sets as a tree: each below the set it was made from, or the first of several. */
final class Lineage {
  private final List<WorkingSet> sets;

  Lineage(List<WorkingSet> sets) {
    this.sets = sets;
  }

  /**
   * A set at its place in the tree.
   *
   * @param branch what is drawn before it; empty at a root
   */
  record Branch(String branch, WorkingSet set) {}

  /** The sets from the roots down, the first made first. */
  List<Branch> branches() {
    Set<Integer> here = new HashSet<>();
    sets.forEach(set -> here.add(set.number()));
    List<Branch> branches = new ArrayList<>();
    for (WorkingSet set : sets) {
      // A set whose parent was dropped is a root.
      if (parent(set).filter(here::contains).isEmpty()) {
        branches.add(new Branch("", set));
        addChildren(branches, set, "");
      }
    }
    return branches;
  }

  private void addChildren(List<Branch> branches, WorkingSet parent, String indent) {
    List<WorkingSet> children =
        sets.stream()
            .filter(set -> parent(set).filter(number -> number == parent.number()).isPresent())
            .toList();
    for (WorkingSet child : children) {
      boolean last = child.equals(children.get(children.size() - 1));
      branches.add(new Branch(indent + (last ? "└ " : "├ "), child));
      addChildren(branches, child, indent + (last ? "  " : "│ "));
    }
  }

  private static Optional<Integer> parent(WorkingSet set) {
    return set.parents().stream().findFirst();
  }
}
