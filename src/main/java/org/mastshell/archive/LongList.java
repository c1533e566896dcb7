package org.mastshell.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.Match;
import org.mastshell.table.Predicate;

/**
 * A query of which one criterion has more values than one request should hold.
 *
 * @param values the values of that criterion, each once
 * @param criterion which it is
 * @param others the other criteria
 * @param query the whole
 */
record LongList(
    List<Match> values,
    Predicate.Condition criterion,
    List<Predicate> others,
    ObservationQuery query) {
  /** A database takes some thousand values at once, and each may be sent in four spellings. */
  static final int MOST_A_REQUEST = 250;

  // More patterns than these are judged here in any case.
  private static final int MOST_PATTERNS = 20;

  /**
   * The list in a query: the longest, if there are several.
   *
   * @param most how many values one request may hold
   */
  static Optional<LongList> in(ObservationQuery query, int most) {
    List<Predicate> parts =
        query.criteria() instanceof Predicate.All all ? all.parts() : List.of(query.criteria());
    Predicate.Condition longest = null;
    for (Predicate part : parts) {
      if (part instanceof Predicate.Condition condition
          && condition.matches().size() > most
          && condition.matches().size() > (longest == null ? 0 : longest.matches().size())
          && isSent(condition, query.region().isPresent())) {
        longest = condition;
      }
    }
    if (longest == null) {
      return Optional.empty();
    }
    List<Predicate> others = new ArrayList<>(parts);
    others.remove(longest);
    List<Match> values = distinct(longest.matches());
    return values.size() > most
        ? Optional.of(new LongList(values, longest, List.copyOf(others), query))
        : Optional.empty();
  }

  /** The query with only some of the values. */
  ObservationQuery with(List<Match> some) {
    List<Predicate> parts = new ArrayList<>(others);
    parts.add(Predicate.where(criterion.subject(), some));
    return new ObservationQuery(Predicate.all(parts), query.region());
  }

  private static boolean isSent(Predicate.Condition condition, boolean hasRegion) {
    long patterns =
        condition.matches().stream().filter(match -> !(match instanceof Match.Equal)).count();
    return patterns <= MOST_PATTERNS && CriterionSender.send(condition, hasRegion).isPresent();
  }

  private static List<Match> distinct(List<Match> matches) {
    Map<String, Match> distinct = new LinkedHashMap<>();
    for (Match match : matches) {
      distinct.putIfAbsent(match.toString().toLowerCase(Locale.ROOT), match);
    }
    return List.copyOf(distinct.values());
  }
}
