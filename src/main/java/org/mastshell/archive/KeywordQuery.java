package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Which files of an instrument are wanted, by the keywords of their headers.
 *
 * @param table the instrument's keywords
 * @param criteria what must hold for a file, in the names of the table's columns
 * @param columns that are wanted, beside those of the criteria; empty for all
 */
public record KeywordQuery(ServiceTable table, Predicate criteria, List<String> columns) {
  /** Keeps its own copy of the columns. */
  public KeywordQuery {
    columns = List.copyOf(columns);
  }
}
