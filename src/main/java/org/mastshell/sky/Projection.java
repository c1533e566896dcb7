package org.mastshell.sky;

import java.util.Optional;

/** Draws the sky on a plane as it is seen from below: north is up, east to the left. */
public interface Projection {

  /** Where a direction lies on the plane; empty if it is not on it. */
  Optional<PlanePoint> project(SkyVector direction);

  /** The direction at a point of the plane; empty where there is no sky. */
  Optional<SkyVector> direction(PlanePoint point);

  /**
   * Whether the way from one direction to another crosses the cut along which the sky is opened.
   */
  boolean isCutBetween(SkyVector from, SkyVector to);
}
