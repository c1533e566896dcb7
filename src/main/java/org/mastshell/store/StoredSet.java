package org.mastshell.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mastshell.table.Table;

/**
 * A set as it is kept.
 *
 * @param number its place in the session, from 1 up, never given twice
 * @param kind the word for what its rows are
 * @param name that a person gave it
 * @param command what made it, as typed
 * @param server the archive that was asked
 * @param parents numbers of the sets from which it was made; empty for one that was fetched
 * @param observations for products, the number of the set of observations whose products they are
 * @param made when, to the millisecond
 * @param table its rows
 * @param dropped whether a person dropped it, and it stays only for those that were made of it
 */
public record StoredSet(
    int number,
    String kind,
    Optional<String> name,
    String command,
    String server,
    List<Integer> parents,
    Optional<Integer> observations,
    Instant made,
    Table table,
    boolean dropped) {

  /** One that was not dropped. */
  public StoredSet(
      int number,
      String kind,
      Optional<String> name,
      String command,
      String server,
      List<Integer> parents,
      Optional<Integer> observations,
      Instant made,
      Table table) {
    this(number, kind, name, command, server, parents, observations, made, table, false);
  }

  /** No part may be null. */
  public StoredSet {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(command);
    Objects.requireNonNull(server);
    parents = List.copyOf(parents);
    Objects.requireNonNull(observations);
    Objects.requireNonNull(made);
    Objects.requireNonNull(table);
  }

  /** The same, where it was dropped. */
  public StoredSet asDropped() {
    return new StoredSet(
        number, kind, name, command, server, parents, observations, made, table, true);
  }

  /** The same as one of another archive. */
  public StoredSet at(String archive) {
    return new StoredSet(
        number, kind, name, command, archive, parents, observations, made, table, dropped);
  }
}
