package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.session.WorkingSet;
import org.mastshell.table.ValueCounts;
import org.mastshell.table.ValueCounts.ValueCount;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.NearestWords;

/** Finds out which criterion of a filter that kept nothing is the one too many. */
final class EmptyFilter {
  private final WorkingSet before;
  private final Criteria criteria;

  EmptyFilter(WorkingSet before, Criteria criteria) {
    this.before = before;
    this.criteria = criteria;
  }

  /** Lines for the person; none if there was nothing to begin with. */
  List<String> advice() {
    List<String> lines = new ArrayList<>();
    if (before.size() == 0) {
      return lines;
    }
    for (Criterion criterion : criteria.all()) {
      if (before.table().where(criterion.predicate()).isEmpty()) {
        lines.add(
            "  none of the "
                + Counts.text(before.size())
                + " has "
                + criterion.text()
                + nearest(criterion));
      }
    }
    if (lines.isEmpty() && criteria.all().size() > 1) {
      lines.add("  each criterion finds some, but no row meets all of them");
    }
    return lines;
  }

  private String nearest(Criterion criterion) {
    Field field = criterion.field();
    List<String> present =
        ValueCounts.of(before.table(), field.subject()).stream()
            .map(ValueCount::value)
            .filter(Objects::nonNull)
            .toList();
    String typed = criterion.text().substring(criterion.text().indexOf('=') + 1);
    String list = "   values " + field.name() + " --here";
    return NearestWords.to(typed, present).stream()
        .findFirst()
        .map(near -> ": did you mean " + CleanText.oneLine(near) + "?" + list)
        .orElse(list);
  }
}
