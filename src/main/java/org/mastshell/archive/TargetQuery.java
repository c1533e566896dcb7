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
 */
public record TargetQuery(List<SkyTarget> targets, double radius, Predicate criteria) {
  /** Keeps its own copy of the targets. */
  public TargetQuery {
    targets = List.copyOf(targets);
  }
}
