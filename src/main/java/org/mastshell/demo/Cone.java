package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A circle on the sky. An observation lies in it when a part of its footprint does, or its centre
 * where it has no footprint. Its distance is that of the footprint from the circle's centre, 0
 * where it covers the centre, as recorded replies of the archive have it.
 *
 * @param centre where
 * @param radius degrees
 */
record Cone(SkyPosition centre, double radius) {
  private static final double ARCSECONDS = 3600;

  /**
   * Reads {@code "ra, dec, radius"} in degrees.
   *
   * @throws MashupException when it is not three numbers
   */
  static Cone parse(String position) throws MashupException {
    String[] parts = position.split(",", -1);
    if (parts.length != 3) {
      throw new MashupException("Invalid position '" + position + "': ra, dec, radius expected.");
    }
    return new Cone(
        new SkyPosition(Cells.number(parts[0], "float"), Cells.number(parts[1], "float")),
        Cells.number(parts[2], "float"));
  }

  /** The rows of the observations that lie in the circle and meet the condition. */
  List<Row> rows(List<Observation> observations, Predicate<Row> condition) {
    List<Row> rows = new ArrayList<>();
    for (Observation observation : observations) {
      double distance = distance(observation);
      if (distance <= radius) {
        Row row = row(observation, distance * ARCSECONDS);
        if (condition.test(row)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private double distance(Observation observation) {
    double separation = observation.position().separation(centre);
    // Most footprints are far away, and need not be looked at.
    if (separation > radius + Observation.LARGEST_FOOTPRINT) {
      return separation;
    }
    double distance = observation.footprint().distance(centre);
    return Double.isInfinite(distance) ? separation : distance;
  }

  private static Row row(Observation observation, double distance) {
    return column ->
        switch (column) {
          case "distance" -> distance;
          case "objID1" -> observation.value("objID");
          default -> observation.value(column);
        };
  }
}
