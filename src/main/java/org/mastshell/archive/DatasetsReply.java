package org.mastshell.archive;

import java.util.List;
import java.util.Optional;
import org.mastshell.table.Table;

/**
 * Datasets that a mission's search gave.
 *
 * @param rows those that meet the criteria
 * @param without targets that none of them is near, of which several may have one name, or one
 *     place; empty where the rows do not tell what they are near
 */
public record DatasetsReply(Table rows, Optional<List<SkyTarget>> without) {
  /** Keeps its own copy of the targets. */
  public DatasetsReply {
    without = without.map(List::copyOf);
  }
}
