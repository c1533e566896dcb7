package org.mastshell.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mastshell.vocabulary.SetKind;

/**
 * Where the rows of a new set come from.
 *
 * @param kind what the rows are
 * @param parents numbers of the sets from which it is made; empty for one that was fetched
 * @param observations for products, number of the set of observations whose products they are;
 *     empty where they are those of several
 * @param server the archive that the rows come from
 */
record SetOrigin(
    SetKind kind, List<Integer> parents, Optional<Integer> observations, String server) {

  /** Rows that came from an archive or a file, and not from a set. */
  static SetOrigin fetched(SetKind kind, String server) {
    return new SetOrigin(kind, List.of(), Optional.empty(), server);
  }

  /**
   * Products that came from an archive.
   *
   * @param others sets whose values were asked for besides
   */
  static SetOrigin products(WorkingSet owners, List<WorkingSet> others, String server) {
    return new SetOrigin(
        SetKind.PRODUCTS, numbers(owners, others), Optional.of(owners.number()), server);
  }

  /**
   * Rows of another set.
   *
   * @param others sets whose values they were judged by
   */
  static SetOrigin derived(WorkingSet parent, List<WorkingSet> others) {
    return new SetOrigin(
        parent.kind(), numbers(parent, others), parent.observations(), parent.server());
  }

  /**
   * Rows of several sets of one kind.
   *
   * @param parents at least one
   */
  static SetOrigin combined(List<WorkingSet> parents) {
    List<Optional<Integer>> observations =
        parents.stream().map(WorkingSet::observations).distinct().toList();
    return new SetOrigin(
        parents.get(0).kind(),
        parents.stream().map(WorkingSet::number).distinct().toList(),
        observations.size() == 1 ? observations.get(0) : Optional.empty(),
        parents.get(0).server());
  }

  /**
   * What a question about sets gave.
   *
   * @param parents the sets that it speaks of, in its order; may be none
   * @param server where there are none
   */
  static SetOrigin queried(SetKind kind, List<WorkingSet> parents, String server) {
    List<Optional<Integer>> observations =
        parents.stream()
            .filter(set -> set.kind() == SetKind.PRODUCTS)
            .map(WorkingSet::observations)
            .distinct()
            .toList();
    boolean known = kind == SetKind.PRODUCTS && observations.size() == 1;
    return new SetOrigin(
        kind,
        parents.stream().map(WorkingSet::number).toList(),
        known ? observations.get(0) : Optional.empty(),
        parents.stream().map(WorkingSet::server).findFirst().orElse(server));
  }

  private static List<Integer> numbers(WorkingSet first, List<WorkingSet> others) {
    return Stream.concat(Stream.of(first), others.stream())
        .map(WorkingSet::number)
        .distinct()
        .toList();
  }
}
