package org.mastshell.language;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;
import org.mastshell.table.Predicate.Condition;

/** Joins the values of one criterion, any of which may fit, so that a server can be asked. */
final class Alternatives {
  private Alternatives() {}

  /** The rows that fit at least one of the predicates. */
  static Predicate of(List<Predicate> predicates) {
    List<Condition> conditions = conditions(predicates);
    if (conditions.size() == predicates.size() && sameSubject(conditions)) {
      return united(conditions);
    }
    return bounded(predicates);
  }

  // Conditions on the same column become one, a list of values.
  private static Predicate united(List<Condition> conditions) {
    List<Match> matches = new ArrayList<>();
    conditions.forEach(condition -> matches.addAll(condition.matches()));
    return Predicate.where(conditions.get(0).subject(), matches);
  }

  // Several stretches between two columns lie within one: that can be asked, the gaps are judged
  // here.
  private static Predicate bounded(List<Predicate> predicates) {
    List<Condition> begins = new ArrayList<>();
    List<Condition> ends = new ArrayList<>();
    for (Predicate predicate : predicates) {
      if (predicate instanceof Predicate.All all && conditions(all.parts()).size() == 2) {
        begins.add(conditions(all.parts()).get(0));
        ends.add(conditions(all.parts()).get(1));
      }
    }
    boolean stretches = begins.size() == predicates.size() && begins.size() > 1;
    if (!stretches || !isRanges(begins) || !isRanges(ends)) {
      return Predicate.any(predicates);
    }
    Match.Range latest = range(begins.get(0));
    Match.Range earliest = range(ends.get(0));
    for (int i = 1; i < begins.size(); i++) {
      latest = later(latest, range(begins.get(i)));
      earliest = range(ends.get(i)).low() < earliest.low() ? range(ends.get(i)) : earliest;
    }
    return Predicate.all(
        List.of(
            Predicate.where(begins.get(0).subject(), latest),
            Predicate.where(ends.get(0).subject(), earliest),
            Predicate.any(predicates)));
  }

  private static Match.Range later(Match.Range one, Match.Range other) {
    boolean isLater =
        other.high() > one.high() || (other.high() == one.high() && other.highIncluded());
    return isLater ? other : one;
  }

  private static List<Condition> conditions(List<Predicate> predicates) {
    return predicates.stream()
        .filter(Condition.class::isInstance)
        .map(Condition.class::cast)
        .toList();
  }

  private static boolean sameSubject(List<Condition> conditions) {
    return conditions.stream()
        .allMatch(condition -> condition.subject().equals(conditions.get(0).subject()));
  }

  private static boolean isRanges(List<Condition> conditions) {
    return sameSubject(conditions)
        && conditions.stream()
            .allMatch(
                condition ->
                    condition.matches().size() == 1
                        && condition.matches().get(0) instanceof Match.Range);
  }

  private static Match.Range range(Condition condition) {
    return (Match.Range) condition.matches().get(0);
  }
}
