package org.mastshell.store;

import java.util.List;
import java.util.Map;
import org.mastshell.table.Table;

/**
 * A table of a database.
 *
 * @param name what the database says that its rows are, by the name of the table; empty where that
 *     is a common word
 * @param table its rows
 * @param units of the columns that the database says one for
 * @param notes what is not here of it, a sentence each
 */
public record DatabaseTable(
    String name, Table table, Map<String, String> units, List<String> notes) {
  /** Keeps its own copies. */
  public DatabaseTable {
    units = Map.copyOf(units);
    notes = List.copyOf(notes);
  }
}
