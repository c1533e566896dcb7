package org.mastshell.language;

import java.util.List;
import java.util.Optional;

/**
 * Tells which columns of a table of other people hold positions and names, by what they call them.
 */
public final class PositionColumns {
  private PositionColumns() {}

  /** The places of right ascension and declination among the columns of these names. */
  public static Optional<List<Integer>> pair(List<String> names) {
    return TargetFile.pair(columns(names));
  }

  /** The place of the name of what a row is about among the columns of these names. */
  public static Optional<Integer> name(List<String> names) {
    return columns(names).findAny(TargetFile.NAMES);
  }

  /**
   * The degrees of a coordinate that is written in hours, or in minutes and seconds, as in a file
   * of targets; empty if it is written some other way.
   *
   * @param rightAscension which is in hours where its unit is not said
   */
  public static Optional<Double> sexagesimal(String cell, boolean rightAscension) {
    return SkyCoordinates.degreesOf(TargetFile.joined(cell), rightAscension);
  }

  private static FileColumns columns(List<String> names) {
    return new FileColumns(names.stream().map(name -> new ValueFile.Column(name, "", "")).toList());
  }
}
