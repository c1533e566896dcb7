package org.mastshell.archive;

import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.Table;

/**
 * The observations near targets.
 *
 * @param observations a row for each observation and each target that it is near, in the order of
 *     the targets and then of the distance. The column {@value #NAME} has the target's name,
 *     {@value #DISTANCE} the angle from the target to the nearest point of the footprint, in
 *     arcseconds, 0 inside of it
 * @param owners for each of these rows the place of its target in the list, from 0; missing where
 *     nobody knows it
 * @param received how many rows the archive sent
 * @param requests how many requests it took
 * @param asked how many of the targets were asked for: fewer than all where enough rows came before
 * @param unmatched targets near which the archive has nothing
 * @param unfit targets near which it has something, but nothing that meets the criteria
 * @param unanswered targets for which there was no answer
 * @param trouble why those have none; empty if none is unanswered
 */
public record TargetsReply(
    Table observations,
    Column owners,
    long received,
    int requests,
    int asked,
    List<SkyTarget> unmatched,
    List<SkyTarget> unfit,
    List<SkyTarget> unanswered,
    String trouble) {
  /** The same rows with other columns. */
  TargetsReply with(Table rows) {
    return new TargetsReply(
        rows, owners, received, requests, asked, unmatched, unfit, unanswered, trouble);
  }

  /** Near how many of the targets the first rows are. */
  public int near(int rows) {
    return (int)
        IntStream.range(0, Math.min(rows, owners.size()))
            .filter(row -> !owners.isMissing(row))
            .mapToDouble(owners::number)
            .distinct()
            .count();
  }

  /** The column with the name of the target. */
  public static final String NAME = "match_name";

  /** The column with the distance from the target. */
  public static final String DISTANCE = "distance";

  /** The column with the number of the row that the target comes from, where it comes from one. */
  public static final String ROW = "match_row";
}
