package org.mastshell.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * A result that the session keeps. Never changed once made.
 *
 * @param number its place in the session, from 1 up, never given twice
 * @param name that a person gave it
 * @param kind what its rows are
 * @param table its rows
 * @param command what made it, as typed
 * @param parents numbers of the sets from which it was made, empty for one that was fetched
 * @param observations for products, number of the set of observations whose products they are;
 *     empty where they are those of several
 * @param server the archive that its rows come from
 * @param made when
 */
public record WorkingSet(
    int number,
    Optional<String> name,
    SetKind kind,
    Table table,
    String command,
    List<Integer> parents,
    Optional<Integer> observations,
    String server,
    Instant made) {

  /** No part may be null. */
  public WorkingSet {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(table);
    Objects.requireNonNull(command);
    parents = List.copyOf(parents);
    Objects.requireNonNull(observations);
    Objects.requireNonNull(server);
    Objects.requireNonNull(made);
  }

  /** Number of rows. */
  public int size() {
    return table.size();
  }

  /** The word by which a person would name it: its name, else its number. */
  public String word() {
    return name.orElse(Integer.toString(number));
  }

  /**
   * The same set with some of its rows alone, for what is told of these.
   *
   * @param rows places from 0, in the order wanted
   */
  public WorkingSet select(int... rows) {
    return new WorkingSet(
        number, name, kind, table.select(rows), command, parents, observations, server, made);
  }

  WorkingSet named(Optional<String> newName) {
    return new WorkingSet(
        number, newName, kind, table, command, parents, observations, server, made);
  }

  WorkingSet of(List<Integer> otherParents) {
    return new WorkingSet(
        number, name, kind, table, command, otherParents, observations, server, made);
  }
}
