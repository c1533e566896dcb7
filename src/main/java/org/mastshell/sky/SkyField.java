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
    // Looked through again and again, which is quick only where they stand side by side.
    double[] places = new double[3 * middles.size()];
    int free = 0;
    for (SkyVector middle : middles) {
      places[free++] = middle.x();
      places[free++] = middle.y();
      places[free++] = middle.z();
    }
    // Each step goes a little nearer to what is farthest (Badoiu and Clarkson, 2003).
    for (int step = 1; step <= STEPS; step++) {
      centre = centre.towards(middles.get(farthest(centre, places)), 1.0 / (step + 1));
    }
    double radius = 0;
    for (SkyFootprint footprint : footprints) {
      radius = Math.max(radius, footprint.reach(centre));
    }
    return new SkyField(centre, Math.min(radius, 180));
  }

  private static int farthest(SkyVector from, double... places) {
    double x = from.x();
    double y = from.y();
    double z = from.z();
    int farthest = 0;
    double least = 2;
    for (int i = 0; i < places.length; i += 3) {
      double closeness = x * places[i] + y * places[i + 1] + z * places[i + 2];
      if (closeness < least) {
        least = closeness;
        farthest = i / 3;
      }
    }
    return farthest;
  }
}
