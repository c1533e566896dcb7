package org.mastshell.archive;

import java.util.List;
import org.mastshell.table.Predicate;
import org.mastshell.vocabulary.ServiceTable;

/**
 * Which datasets of a mission are wanted.
 *
 * @param search the mission's own search
 * @param criteria what must hold for a dataset, in the names of that search's columns
 * @param targets near which; empty where the place on the sky does not matter
 * @param radius how far from a target, degrees, more than 0 and at most {@value #LARGEST_RADIUS};
 *     of no meaning without targets
 * @param columns that are wanted, beside those of the criteria; empty where the search may choose
 */
public record DatasetQuery(
    ServiceTable search,
    Predicate criteria,
    List<SkyTarget> targets,
    double radius,
    List<String> columns) {
  /** The largest radius that the mission searches take, degrees (API.md, section 8). */
  public static final double LARGEST_RADIUS = 0.5;

  /** Keeps its own copies. */
  public DatasetQuery {
    targets = List.copyOf(targets);
    columns = List.copyOf(columns);
  }

  /** The same near some of the targets. */
  DatasetQuery near(List<SkyTarget> some) {
    return new DatasetQuery(search, criteria, some, radius, columns);
  }
}
