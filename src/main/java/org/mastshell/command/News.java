package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.output.Counts;
import org.mastshell.session.Session;
import org.mastshell.session.WorkingSet;
import org.mastshell.vocabulary.SetKind;

/** What a set has that an older one of the same kind had not, and the other way round. */
final class News {
  private final SetComparison comparison;

  News(SetComparison comparison) {
    this.comparison = comparison;
  }

  /** Whether rows are there that were not. */
  boolean hasNewRows() {
    return comparison.fresh().length > 0;
  }

  /**
   * The set of the new rows, made unless it is there already; what is current stays so.
   *
   * @return empty if no row is new
   */
  Optional<WorkingSet> keep(Session session) {
    if (!hasNewRows()) {
      return Optional.empty();
    }
    List<WorkingSet> parents = List.of(comparison.after(), comparison.before());
    String command = minus(comparison.after(), comparison.before());
    return session.sets().stream()
        .filter(set -> set.command().equals(command) && set.parents().equals(numbers(parents)))
        .findFirst()
        .or(() -> Optional.of(session.addAside(comparison.freshRows(), command, parents)));
  }

  private static List<Integer> numbers(List<WorkingSet> sets) {
    return sets.stream().map(WorkingSet::number).toList();
  }

  /** {@code 3 new observations, 1 gone, 2 changed since 2026-11-20 08:10}. */
  String headline() {
    int fresh = comparison.fresh().length;
    SetKind kind = comparison.after().kind();
    return Counts.text(fresh)
        + " new "
        + kind.word(fresh)
        + ", "
        + Counts.text(comparison.gone().length)
        + " gone, "
        + Counts.text(comparison.changed().length)
        + " changed since "
        + MinuteText.of(comparison.before().made());
  }

  /**
   * How to see them, in a line.
   *
   * @param kept the set of the new rows, if there are any
   */
  String where(Optional<WorkingSet> kept) {
    WorkingSet before = comparison.before();
    WorkingSet after = comparison.after();
    List<String> places = new ArrayList<>();
    kept.ifPresent(set -> places.add("new: use " + set.number()));
    if (comparison.gone().length > 0) {
      places.add("gone: " + minus(before, after));
    }
    places.add("all: diff " + before.number() + " " + after.number());
    return "  " + String.join(" · ", places);
  }

  private static String minus(WorkingSet from, WorkingSet what) {
    return "minus " + from.number() + " " + what.number();
  }
}
