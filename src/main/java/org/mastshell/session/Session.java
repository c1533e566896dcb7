package org.mastshell.session;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mastshell.store.StoredSession;
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
  private SessionSettings settings;
  private boolean settled;
  private int changes;
  // How often another session has taken the place of this one.
  private int replaced;

  /**
   * @param clock tells when a set was made
   * @param settings to begin with
   */
  public Session(Clock clock, Settings settings) {
    this.clock = clock;
    this.settings = SessionSettings.of(settings);
  }

  /** The settings in force. */
  public Settings settings() {
    return settings.inForce();
  }

  /**
   * Changes a setting for this session, with which it is kept.
   *
   * @throws SettingException if it does not take the value
   */
  public void set(Setting setting, String value) {
    change(history, settings.changed(setting, value));
  }

  /** The settings that were changed in this session, by name. */
  public Map<String, String> changedSettings() {
    return settings.stored();
  }

  /**
   * Puts settings in force that the environment and the options of this start demand. They are
   * above those of each session that is opened, and not kept.
   *
   * @throws SettingException if a setting does not take its value
   */
  public void demand(Map<Setting, String> demanded) {
    settings = settings.demanding(demanded);
  }

  /** How often something has changed; the same number means that nothing has since. */
  int changes() {
    return changes;
  }

  /** The session as it is kept. */
  StoredSession stored() {
    return StoredForm.of(history, settings.stored());
  }

  /**
   * Goes on where a session was left: its sets take the place of these, its settings are put in
   * force.
   *
   * @throws IllegalArgumentException if it makes no sense; nothing has changed then
   */
  void restore(StoredSession kept) {
    SetHistory restored = StoredForm.history(kept);
    settled();
    change(restored, settings.opening(kept.settings()));
    replaced++;
  }

  /**
   * From here on a change of a setting is one that a person made in this session, if it was not so
   * before.
   */
  void settled() {
    if (!settled) {
      settled = true;
      settings = settings.settled();
    }
  }

  private void change(SetHistory newHistory, SessionSettings newSettings) {
    if (!newHistory.equals(history) || newSettings != settings) {
      history = newHistory;
      settings = newSettings;
      changes++;
    }
  }

  /** All sets, the first made first. */
  public List<WorkingSet> sets() {
    return history.sets();
  }

  /**
   * All sets and, though nobody can go there, those that were dropped of which one of them was
   * made; the first made first.
   */
  public List<WorkingSet> setsAndAncestors() {
    return history.every();
  }

  /** The current set and those from which a person came to it, the latest first. */
  public List<WorkingSet> wayBack() {
    return history.wayBack();
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
    return lookup().current();
  }

  /**
   * The observations that the current set is, or is made of.
   *
   * @throws NoSuchSetException if there are none, or they are not one set
   */
  public WorkingSet requireOwners() {
    return lookup().owners();
  }

  /** Keeps observations that were fetched, and makes them current. */
  public WorkingSet addFetched(Table observations, String command) {
    return addOf(SetKind.OBSERVATIONS, observations, command);
  }

  /** Keeps the products of a set of observations or datasets, and makes them current. */
  public WorkingSet addProducts(Table products, String command, WorkingSet owners) {
    return addProducts(products, command, owners, List.of());
  }

  /**
   * Keeps the products of a set of observations or datasets, and makes them current.
   *
   * @param others sets whose values the command names, by their numbers
   */
  public WorkingSet addProducts(
      Table products, String command, WorkingSet owners, List<WorkingSet> others) {
    return add(SetOrigin.products(owners, others, archive()), products, command);
  }

  /** Keeps rows of a kind that were fetched, and makes them current. */
  public WorkingSet addOf(SetKind kind, Table rows, String command) {
    return add(SetOrigin.fetched(kind, archive()), rows, command);
  }

  /** Keeps rows that came from a file, and makes them current. */
  public WorkingSet addImported(SetKind kind, Table rows, String command) {
    return add(SetOrigin.fetched(kind, archive()), rows, command);
  }

  /** Keeps rows taken from another set, and makes them current. */
  public WorkingSet addDerived(Table rows, String command, WorkingSet parent) {
    return addDerived(rows, command, parent, List.of());
  }

  /**
   * Keeps rows taken from another set, and makes them current.
   *
   * @param others sets whose values the command names, by their numbers
   */
  public WorkingSet addDerived(
      Table rows, String command, WorkingSet parent, List<WorkingSet> others) {
    return add(SetOrigin.derived(parent, others), rows, command);
  }

  /**
   * Keeps rows taken from several sets of one kind, and makes them current.
   *
   * @param parents at least one
   */
  public WorkingSet addCombined(Table rows, String command, List<WorkingSet> parents) {
    return add(SetOrigin.combined(parents), rows, command);
  }

  /**
   * Keeps what a question about sets gave, and makes it current.
   *
   * @param parents the sets that it speaks of, in its order; may be none
   */
  public WorkingSet addQueried(SetKind kind, Table rows, String command, List<WorkingSet> parents) {
    return add(SetOrigin.queried(kind, parents, archive()), rows, command);
  }

  /**
   * Keeps rows taken from several sets of one kind; the set that is current stays so.
   *
   * @param parents at least one
   */
  public WorkingSet addAside(Table rows, String command, List<WorkingSet> parents) {
    SetHistory before = history;
    WorkingSet set = addCombined(rows, command, parents);
    change(before.keeping(set), settings);
    return set;
  }

  /**
   * A session in which nothing has happened, with the same settings but for those that decide which
   * rows belong to a set: what those were is told by the command of each set.
   */
  public Session blank() {
    Settings settings = settings();
    for (Setting setting : List.of(Setting.MISSION, Setting.GUIDE_STARS)) {
      settings = settings.with(setting, setting.standard());
    }
    return new Session(clock, settings);
  }

  /**
   * Takes over all sets of another session, with new numbers and without names, and makes current
   * what is current there: one step, which one undo takes back.
   *
   * @return the set that is current now
   * @throws NoSuchSetException if nothing is current there
   */
  public WorkingSet adopt(Session other) {
    WorkingSet goal = other.requireCurrent();
    SetHistory grown = history;
    Map<Integer, Integer> numbers = new HashMap<>();
    for (WorkingSet set : other.sets()) {
      int number = grown.made() + 1;
      numbers.put(set.number(), number);
      grown = grown.keeping(renumbered(set, number, numbers));
    }
    change(grown.go(numbers.get(goal.number())), settings);
    return requireCurrent();
  }

  private static WorkingSet renumbered(WorkingSet set, int number, Map<Integer, Integer> numbers) {
    List<Integer> parents = set.parents().stream().map(numbers::get).toList();
    String command =
        Recipe.withParents(
            set.command(), set.parents(), parent -> String.valueOf(numbers.get(parent)));
    return new WorkingSet(
        number,
        Optional.empty(),
        set.kind(),
        set.table(),
        command,
        parents,
        set.observations().map(numbers::get),
        set.server(),
        set.made());
  }

  /** The sets and the way among them as they are now; settings are not in it. */
  public Checkpoint checkpoint() {
    return new Checkpoint(history, replaced);
  }

  /**
   * Puts sets, names and the way among them back to what they were; numbers that were given
   * meanwhile are not given again. Where another session has been loaded since, nothing changes:
   * the sets of one are none of the other.
   */
  public void backTo(Checkpoint checkpoint) {
    if (checkpoint.replaced != replaced) {
      return;
    }
    change(checkpoint.history.havingMade(history.made()), settings);
  }

  /**
   * Goes to where one was, on the way on which one came there: sets that were made since stay, but
   * nobody went to them. Where another session has been loaded since, nothing changes.
   */
  public void goBackTo(Checkpoint checkpoint) {
    if (checkpoint.replaced == replaced) {
      change(history.onTheWayOf(checkpoint.history), settings);
    }
  }

  /** The sets of a session at one time. */
  public static final class Checkpoint {
    private final SetHistory history;
    private final int replaced;

    private Checkpoint(SetHistory history, int replaced) {
      this.history = history;
      this.replaced = replaced;
    }
  }

  /**
   * Gives a set a name; another set that had it loses it.
   *
   * @return the set that lost the name, if there was one
   */
  public Optional<WorkingSet> name(WorkingSet set, SetName name) {
    Optional<WorkingSet> loser =
        history.sets().stream()
            .filter(other -> other.number() != set.number() && name.isOf(other))
            .findFirst();
    change(
        history.replacing(
            other -> {
              if (other.number() == set.number()) {
                return other.named(Optional.of(name.text()));
              }
              return name.isOf(other) ? other.named(Optional.empty()) : other;
            }),
        settings);
    return loser;
  }

  /**
   * Forgets sets; what was made of them stays, and knows how. As long as it does, their rows are
   * not given up, since commands may have named some by their place.
   */
  public void drop(Collection<WorkingSet> sets) {
    change(history.without(sets.stream().map(WorkingSet::number).toList()), settings);
  }

  /**
   * Makes a set current.
   *
   * @param name its number, its name, or {@code _} for the current one
   * @throws NoSuchSetException if there is no such set
   */
  public WorkingSet use(String name) {
    WorkingSet set = find(name);
    change(history.go(set.number()), settings);
    return set;
  }

  /**
   * The set of that name.
   *
   * @param name its number, its name in any case, or {@code _} for the current one
   * @throws NoSuchSetException if there is no such set
   */
  public WorkingSet find(String name) {
    return lookup().find(name);
  }

  /** Goes back to the observations of the current set, which may be itself. */
  public WorkingSet climbToOwners() {
    WorkingSet observations = requireOwners();
    change(history.go(observations.number()), settings);
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
    change(moved.orElse(history), settings);
    return moved.flatMap(SetHistory::current);
  }

  private WorkingSet add(SetOrigin origin, Table table, String command) {
    WorkingSet set =
        new WorkingSet(
            history.made() + 1,
            Optional.empty(),
            origin.kind(),
            table,
            command,
            origin.parents(),
            origin.observations(),
            origin.server(),
            clock.instant());
    change(history.add(set), settings);
    return set;
  }

  private String archive() {
    return settings().get(Setting.SERVER);
  }

  private SetLookup lookup() {
    return new SetLookup(history);
  }
}
