package org.mastshell.table;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The columns that were read from others of a table. They are kept, the last used ones at least, so
 * that each selection of the table finds them and no name is read twice.
 */
final class DerivedColumns {
  private static final int MOST = 16;

  private final Map<Subject, Column> known = new LinkedHashMap<>(MOST, 0.75f, true);

  synchronized Column of(Subject subject, Column stored) {
    Column derived = known.computeIfAbsent(subject, wanted -> wanted.derive(stored));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    return derived;
  }
}
