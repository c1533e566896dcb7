package org.mastshell.archive;

import java.util.Set;
import org.mastshell.table.Table;

/** A service that matches uploaded positions with rows of the archive. */
interface MatchedService {
  /** Its name. */
  String name();

  /** The uploaded column with the right ascension. */
  String ra();

  /** The uploaded column with the declination. */
  String dec();

  /** The column by which a row that comes twice for a target is known. */
  String id();

  /**
   * The rows of an answer with the columns of {@link TargetsReply} and, as {@link
   * TargetMatches#KEY}, the target's place in the whole list; each as often as it has targets.
   *
   * @param rows as they came
   * @param batch the targets that were asked for
   * @param placed rows of earlier pages that were compared with all targets; for this service's use
   * @throws ArchiveException if the rows are good for nothing
   */
  Table matched(Table rows, Batches.Batch<SkyTarget> batch, Set<String> placed);
}
