package org.mastshell.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.language.ListedValue;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.Predicate;
import org.mastshell.table.UnmetPredicates;

/**
 * Criteria with lists in files that have been written since a set was made of them: what stood
 * there then is not known any more, but of what stands there now, those values made the set that it
 * has rows of.
 */
final class SeenValues {
  private SeenValues() {}

  /**
   * The criteria with those values alone.
   *
   * @throws CommandException if they do not make the set
   */
  static Criteria of(Criteria criteria, WorkingSet set) {
    List<Criterion> seen = new ArrayList<>();
    for (Criterion criterion : criteria.all()) {
      seen.add(criterion.listed().isEmpty() ? criterion : seen(criterion, set));
    }
    Criteria then = new Criteria(seen, criteria.position(), criteria.notes());
    if (set.table().where(then.predicate()).size() < set.size()) {
      throw RecipeReader.changed(set, "some of its rows do not meet it");
    }
    return then;
  }

  private static Criterion seen(Criterion criterion, WorkingSet set) {
    boolean onlyFiles =
        criterion.values().stream().allMatch(value -> value.word().text().startsWith("@"));
    if (criterion.negative() || !onlyFiles) {
      throw RecipeReader.changed(set, "a list that it reads has been written since");
    }
    List<ListedValue> listed = criterion.listed();
    List<Predicate> predicates = listed.stream().map(ListedValue::predicate).toList();
    Set<Integer> unmet = new HashSet<>(UnmetPredicates.of(set.table(), predicates));
    List<ListedValue> met =
        IntStream.range(0, listed.size())
            .filter(place -> !unmet.contains(place))
            .mapToObj(listed::get)
            .toList();
    return new Criterion(
        criterion.field(),
        criterion.text(),
        Predicate.any(met.stream().map(ListedValue::predicate).toList()),
        criterion.start(),
        criterion.end(),
        false,
        criterion.values(),
        met);
  }
}
