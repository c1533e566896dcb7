package org.mastshell.archive;

import java.util.List;
import java.util.Optional;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Which rows of a catalogue are wanted.
 *
 * @param table the catalogue's columns
 * @param criteria what must hold for a row, in the names of these columns; also for {@link
 *     TargetsReply#DISTANCE} where there is a circle
 * @param circle where they lie; anywhere if empty
 * @param columns that are wanted, beside those of the criteria; empty for all
 */
public record CatalogQuery(
    ServiceTable table, Predicate criteria, Optional<SkyCircle> circle, List<String> columns) {
  /** Keeps its own copy of the columns. */
  public CatalogQuery {
    columns = List.copyOf(columns);
  }
}
