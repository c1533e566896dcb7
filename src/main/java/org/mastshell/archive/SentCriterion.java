package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Predicate;

/**
 * A criterion that the archive can be asked, exactly or so that it lets through too much.
 *
 * @param criterion what people asked
 * @param words how it is sent, as people write it
 * @param alternatives filters of which each takes a request of its own; a row that fits any of them
 *     may fit the criterion
 * @param exact whether those rows are exactly the ones that fit
 */
record SentCriterion(
    Predicate.Condition criterion, String words, List<SentFilter> alternatives, boolean exact) {
  SentCriterion {
    alternatives = List.copyOf(alternatives);
  }

  String column() {
    return criterion.subject().source();
  }

  int requests() {
    return alternatives.size();
  }
}
