package org.mastshell.sky;

import java.util.List;

/**
 * A round part of the sky.
 *
 * @param centre its middle
 * @param radius in degrees, from 0 to 180
 */
public record SkyField(SkyVector centre, double radius) {
  private static final int STEPS = 60;

  /**
   * The smallest field, nearly, that holds these outlines.
   *
   * @param footprints at least one
   */
  public static SkyField around(List<SkyFootprint> footprints) {
    List<SkyVector> middles = footprints.stream().map(SkyFootprint::middle).toList();
    SkyVector centre = SkyVector.middle(middles);
    // Each step goes a little nearer to what is farthest (Badoiu and Clarkson, 2003).
    for (int step = 1; step <= STEPS; step++) {
      SkyVector from = centre;
      SkyVector farthest = middles.get(0);
      double least = 2;
      for (SkyVector middle : middles) {
        double closeness = from.dot(middle);
        if (closeness < least) {
          least = closeness;
          farthest = middle;
        }
      }
      centre = centre.towards(farthest, 1.0 / (step + 1));
    }
    double radius = 0;
    for (SkyFootprint footprint : footprints) {
      radius = Math.max(radius, footprint.reach(centre));
    }
    return new SkyField(centre, Math.min(radius, 180));
  }
}
