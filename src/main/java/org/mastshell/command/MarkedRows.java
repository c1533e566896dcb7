package org.mastshell.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ServiceTables;
import org.mastshell.vocabulary.SetKind;

/**
 * Recognizes rows of the archive's tables that have columns of their own by the column that says
 * from which table they come, with that by which such a table names its rows: a count of rows by
 * table has the first alone.
 */
final class MarkedRows {
  private final ServiceTables tables = ServiceTables.bundled();

  /**
   * What rows with columns of these names, in any case, are; empty if they are of no such table.
   */
  Optional<SetKind> kind(Collection<String> names) {
    return ServiceTable.kinds().stream()
        .filter(kind -> has(names, ServiceTable.mark(kind)))
        .filter(kind -> tables.all(kind).stream().anyMatch(table -> has(names, table.keyColumn())))
        .min(Comparator.naturalOrder());
  }

  private static boolean has(Collection<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
