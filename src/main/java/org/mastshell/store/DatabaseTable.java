package org.mastshell.store;

import java.util.Map;
import org.mastshell.table.Table;

/**
 * A table of a database.
 *
 * @param table its rows
 * @param units of the columns that the database says one for
 */
public record DatabaseTable(Table table, Map<String, String> units) {
  /** Keeps its own copy of the units. */
  public DatabaseTable {
    units = Map.copyOf(units);
  }
}
