package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.language.Criteria;
import org.mastshell.language.Criterion;
import org.mastshell.output.Counts;
import org.mastshell.session.WorkingSet;

/** Finds out which criterion of a filter that kept nothing is the one too many. */
final class EmptyFilter {
  private final WorkingSet before;
  private final Criteria criteria;
  private final MistypedValues mistyped;

  EmptyFilter(WorkingSet before, Criteria criteria, MistypedValues mistyped) {
    this.before = before;
    this.criteria = criteria;
    this.mistyped = mistyped;
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
                + mistyped.question(criterion)
                + "   values "
                + criterion.field().name()
                + " --here");
      }
    }
    if (lines.isEmpty() && criteria.all().size() > 1) {
      lines.add("  each criterion finds some, but no row meets all of them");
    }
    return lines;
  }
}
