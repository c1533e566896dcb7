package org.mastshell.archive;

import java.util.List;
import java.util.Set;
import org.mastshell.table.Predicate;
import org.mastshell.table.Table;

/** Matches positions with the footprints of observations. */
final class MatchedObservations implements MatchedService {
  private static final String ID = "obsid";

  private final NeededColumns identified;
  private final double radius;

  /**
   * @param host that is asked, for messages
   * @param radius degrees
   */
  MatchedObservations(String host, double radius) {
    this.identified = new NeededColumns(host, List.of(ID), Predicate.always());
    this.radius = radius;
  }

  @Override
  public String name() {
    return "Mast.Caom.Crossmatch";
  }

  @Override
  public String ra() {
    return TargetMatches.RA;
  }

  @Override
  public String dec() {
    return TargetMatches.DEC;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Table matched(Table rows, Batches.Batch<SkyTarget> batch, Set<String> placed) {
    return TargetMatches.of(identified.of(rows), batch, radius, placed);
  }
}
