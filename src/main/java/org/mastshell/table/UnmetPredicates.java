package org.mastshell.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds predicates that no row of a table meets: of a long list of values, those without any. */
public final class UnmetPredicates {
  private final Table table;
  private final Map<Subject, Set<String>> texts = new HashMap<>();

  private UnmetPredicates(Table table) {
    this.table = table;
  }

  /** The places, in the list, of those that no row meets. */
  public static List<Integer> of(Table table, List<Predicate> predicates) {
    UnmetPredicates unmet = new UnmetPredicates(table);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < predicates.size(); i++) {
      if (!unmet.isMet(predicates.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  /** Whether a predicate is looked up; others are tried on row after row. */
  public static boolean isQuick(Predicate predicate) {
    return predicate instanceof Predicate.Condition condition
        && condition.matches().stream().allMatch(Match.Equal.class::isInstance);
  }

  private boolean isMet(Predicate predicate) {
    if (isQuick(predicate)) {
      Predicate.Condition condition = (Predicate.Condition) predicate;
      Set<String> present = texts.computeIfAbsent(condition.subject(), this::texts);
      return condition.matches().stream()
          .anyMatch(match -> present.contains(AnyMatch.folded(((Match.Equal) match).wanted())));
    }
    RowTest test = predicate.bind(table);
    return IntStream.range(0, table.size()).anyMatch(test::test);
  }

  // A look-up for each of many values, in place of a walk through all rows for each.
  private Set<String> texts(Subject subject) {
    Column column = table.column(subject);
    Set<String> present = new HashSet<>();
    IntStream.range(0, table.size())
        .filter(row -> !column.isMissing(row))
        .forEach(row -> present.add(AnyMatch.folded(column.text(row))));
    return present;
  }
}
