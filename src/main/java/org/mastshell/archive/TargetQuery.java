package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Predicate;

/**
 * Which observations are wanted near which targets.
 *
 * @param targets at least one
 * @param radius degrees, more than 0
 * @param criteria what must hold for an observation, in the archive's column names; also for the
 *     columns that a match adds ({@link TargetsReply})
 * @param rows the number of the row that each target comes from; empty where they come from no rows
 * @param nearest whether of each target only the nearest row is wanted that meets the criteria
 */
public record TargetQuery(
    List<SkyTarget> targets,
    double radius,
    Predicate criteria,
    List<Integer> rows,
    boolean nearest) {
  /** Keeps its own copies. */
  public TargetQuery {
    targets = List.copyOf(targets);
    rows = List.copyOf(rows);
  }

  /** The same of targets that come from no rows. */
  public TargetQuery(List<SkyTarget> targets, double radius, Predicate criteria) {
    this(targets, radius, criteria, List.of(), false);
  }
}
