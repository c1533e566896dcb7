package org.mastshell.archive;

import java.util.Collection;
import org.mastshell.table.Predicate;

/** The columns that criteria speak of. */
final class JudgedColumns {
  private JudgedColumns() {}

  /** Adds those of a predicate. */
  static void collect(Predicate part, Collection<String> columns) {
    if (part instanceof Predicate.All all) {
      all.parts().forEach(each -> collect(each, columns));
    } else if (part instanceof Predicate.Any any) {
      any.parts().forEach(each -> collect(each, columns));
    } else if (part instanceof Predicate.Not not) {
      collect(not.part(), columns);
    } else if (part instanceof Predicate.Condition condition) {
      columns.add(condition.subject().source());
    }
  }
}
