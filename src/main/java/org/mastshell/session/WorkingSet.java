package org.mastshell.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * A result that the session keeps. Never changed once made.
 *
 * @param number its place in the session, counted from 1
 * @param kind what its rows are
 * @param table its rows
 * @param command what made it, as typed
 * @param parent number of the set from which it was made, empty for one that was fetched
 * @param observations for products, number of the set of observations whose products they are
 * @param made when
 */
public record WorkingSet(
    int number,
    SetKind kind,
    Table table,
    String command,
    Optional<Integer> parent,
    Optional<Integer> observations,
    Instant made) {

  /** No part may be null. */
  public WorkingSet {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(table);
    Objects.requireNonNull(command);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(observations);
    Objects.requireNonNull(made);
  }

  /** Number of rows. */
  public int size() {
    return table.size();
  }
}
