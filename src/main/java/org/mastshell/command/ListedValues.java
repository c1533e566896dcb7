package org.mastshell.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mastshell.archive.ObservationsReply;
import org.mastshell.formats.DataColumn;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.ListedValue;
import org.mastshell.output.Counts;
import org.mastshell.output.Part;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;
import org.mastshell.table.UnmetPredicates;

/** The values of a list from a file, and which of them have no observation. */
final class ListedValues {
  /** Of longer lists of patterns nobody is told which of them have nothing. */
  static final int MOST_PATTERNS = 2000;

  private static final String CUT =
      "  which entries of the list have nothing is not known: --limit left rows out";

  private final Criterion criterion;

  private ListedValues(Criterion criterion) {
    this.criterion = criterion;
  }

  /** The longest list among criteria, if there is one. */
  static Optional<ListedValues> in(Criteria criteria) {
    return criteria.all().stream()
        .filter(criterion -> !criterion.negative() && !criterion.listed().isEmpty())
        .filter(ListedValues::canBeFollowed)
        .max(Comparator.comparingInt(criterion -> criterion.listed().size()))
        .map(ListedValues::new);
  }

  /** Whether criteria look for a list, of places or of values, whose entries are followed. */
  static boolean are(Criteria criteria) {
    return criteria.position().filter(TargetSearch::isMany).isPresent() || in(criteria).isPresent();
  }

  /** What is to be said of a list where a limit has cut off rows. */
  static Optional<Part> unknown(Criteria criteria) {
    return are(criteria) ? Optional.of(new Part.LeftOut(CUT)) : Optional.empty();
  }

  // Patterns are tried on every row one by one, which is nothing for very many.
  private static boolean canBeFollowed(Criterion criterion) {
    return criterion.listed().size() <= MOST_PATTERNS
        || criterion.listed().stream()
            .allMatch(value -> UnmetPredicates.isQuick(value.predicate()));
  }

  /**
   * The values without any observation.
   *
   * @param reply what was found, all of it
   */
  Leftovers leftovers(ObservationsReply reply) {
    List<ListedValue> values = criterion.listed();
    Table found = reply.observations();
    Set<String> silent = new HashSet<>();
    reply.unanswered().forEach(value -> silent.add(value.toLowerCase(Locale.ROOT)));
    List<List<String>> unmatched = new ArrayList<>();
    List<List<String>> unanswered = new ArrayList<>();
    List<Predicate> predicates = values.stream().map(ListedValue::predicate).toList();
    for (int place : UnmetPredicates.of(found, predicates)) {
      boolean asked = !isSilent(predicates.get(place), silent);
      (asked ? unmatched : unanswered).add(List.of(values.get(place).text()));
    }
    return ofValues()
        .add("no observation", "no observation for", unmatched)
        .add("no answer", "no answer for", unanswered);
  }

  /**
   * The values that no row has of those that were kept.
   *
   * @param kind of the rows, in a word
   */
  Leftovers leftovers(Table kept, String kind) {
    List<ListedValue> values = criterion.listed();
    List<Predicate> predicates = values.stream().map(ListedValue::predicate).toList();
    List<List<String>> unmatched = new ArrayList<>();
    for (int place : UnmetPredicates.of(kept, predicates)) {
      unmatched.add(List.of(values.get(place).text()));
    }
    return ofValues().add("no " + kind, "no " + kind + " for", unmatched);
  }

  /** Whether it can be told what rows have of it: without its column it is not in them. */
  boolean isIn(Table rows) {
    return rows.isEmpty() || rows.has(criterion.field().subject().source());
  }

  private Leftovers ofValues() {
    String ofAll =
        "of "
            + Counts.of(criterion.listed().size(), "value", "values")
            + " of "
            + criterion.field().name();
    DataColumn column =
        new DataColumn(
            criterion.field().name(), criterion.field().unit(), criterion.field().meaning());
    return new Leftovers(ofAll, List.of(column));
  }

  private static boolean isSilent(Predicate predicate, Set<String> silent) {
    return predicate instanceof Predicate.Condition condition
        && condition.matches().stream()
            .anyMatch(match -> silent.contains(match.toString().toLowerCase(Locale.ROOT)));
  }
}
