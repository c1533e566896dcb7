package org.mastshell.session;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mastshell.table.Table;
import org.mastshell.vocabulary.SetKind;

/**
 * What a person works on: the sets, which of them is current, and the settings. Used by one thread.
 * What it holds is immutable; each method that changes something does so in one step at its end, so
 * that a failure leaves the session as it was.
 */
public final class Session {
  private final Clock clock;
  private SetHistory history = SetHistory.empty();
  private Settings settings;

  /**
   * @param clock tells when a set was made
   * @param settings to begin with
   */
  public Session(Clock clock, Settings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /** The settings in force. */
  public Settings settings() {
    return settings;
  }

  /** Puts other settings in force. */
  public void replaceSettings(Settings changed) {
    settings = changed;
  }

  /** All sets, the first made first. */
  public List<WorkingSet> sets() {
    return history.sets();
  }

  /** The set that commands work on, if there is one. */
  public Optional<WorkingSet> current() {
    return history.current();
  }

  /**
   * The set that commands work on.
   *
   * @throws NoSuchSetException if there is none yet
   */
  public WorkingSet requireCurrent() {
    return current()
        .orElseThrow(
            () ->
                new NoSuchSetException(
                    "there is no set yet: search first",
                    "search mission=JWST program=1073    help search"));
  }

  /**
   * The observations that the current set is, or is made of.
   *
   * @throws NoSuchSetException if there are none yet
   */
  public WorkingSet requireObservations() {
    return current()
        .flatMap(this::observationsOf)
        .orElseThrow(
            () ->
                new NoSuchSetException(
                    "there is no set of observations yet: search first",
                    "search mission=JWST program=1073    help search"));
  }

  /** Keeps observations that were fetched, and makes them current. */
  public WorkingSet addFetched(Table observations, String command) {
    return add(SetKind.OBSERVATIONS, observations, command, Optional.empty(), Optional.empty());
  }

  /** Keeps the products of a set of observations, and makes them current. */
  public WorkingSet addProducts(Table products, String command, WorkingSet observations) {
    Optional<Integer> of = Optional.of(observations.number());
    return add(SetKind.PRODUCTS, products, command, of, of);
  }

  /** Keeps rows taken from another set, and makes them current. */
  public WorkingSet addDerived(Table rows, String command, WorkingSet parent) {
    return add(parent.kind(), rows, command, Optional.of(parent.number()), parent.observations());
  }

  /**
   * Makes a set current.
   *
   * @param name its number, or {@code _} for the current one
   * @throws NoSuchSetException if there is no such set
   */
  public WorkingSet use(String name) {
    WorkingSet set = find(name);
    history = history.go(set.number());
    return set;
  }

  /**
   * The set of that name.
   *
   * @param name its number, or {@code _} for the current one
   * @throws NoSuchSetException if there is no such set
   */
  public WorkingSet find(String name) {
    if (name.equals("_")) {
      return requireCurrent();
    }
    return number(name)
        .flatMap(history::set)
        .orElseThrow(
            () ->
                new NoSuchSetException(
                    "there is no set " + name,
                    history.sets().isEmpty()
                        ? "there are no sets yet: search first"
                        : "sets are numbered 1 to " + history.sets().size() + ": results"));
  }

  /** Goes back to the observations of the current set, which may be itself. */
  public WorkingSet climbToObservations() {
    WorkingSet observations = requireObservations();
    history = history.go(observations.number());
    return observations;
  }

  /** Makes the set current that was so before; empty, with nothing changed, if there was none. */
  public Optional<WorkingSet> undo() {
    return move(history.back());
  }

  /** Takes an undo back; empty, with nothing changed, if there was none. */
  public Optional<WorkingSet> redo() {
    return move(history.forward());
  }

  private Optional<WorkingSet> move(Optional<SetHistory> moved) {
    history = moved.orElse(history);
    return moved.flatMap(SetHistory::current);
  }

  private Optional<WorkingSet> observationsOf(WorkingSet set) {
    return set.kind() == SetKind.OBSERVATIONS
        ? Optional.of(set)
        : set.observations().flatMap(history::set);
  }

  private WorkingSet add(
      SetKind kind,
      Table table,
      String command,
      Optional<Integer> parent,
      Optional<Integer> observations) {
    int number = history.sets().size() + 1;
    WorkingSet set =
        new WorkingSet(number, kind, table, command, parent, observations, clock.instant());
    history = history.add(set);
    return set;
  }

  private static Optional<Integer> number(String name) {
    String digits = name.startsWith("#") ? name.substring(1) : name;
    try {
      return Optional.of(Integer.valueOf(digits));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
