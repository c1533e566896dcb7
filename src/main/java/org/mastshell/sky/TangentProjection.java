package org.mastshell.sky;

import java.util.Optional;

/**
 * The plane that touches the sky in one direction (gnomonic, TAN in FITS): great circles are
 * straight. Lengths on it are degrees near the centre.
 */
public final class TangentProjection implements Projection {
  // Farther out, lengths are stretched by more than ten.
  private static final double HORIZON = 0.1;

  private final SkyVector centre;
  private final SkyVector east;
  private final SkyVector north;

  /**
   * @param centre where it touches
   */
  public TangentProjection(SkyVector centre) {
    this.centre = centre;
    this.east = centre.east();
    this.north = centre.cross(east);
  }

  @Override
  public Optional<PlanePoint> project(SkyVector direction) {
    double depth = direction.dot(centre);
    if (depth < HORIZON) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanePoint(
            -Math.toDegrees(direction.dot(east) / depth),
            Math.toDegrees(direction.dot(north) / depth)));
  }

  @Override
  public Optional<SkyVector> direction(PlanePoint point) {
    double eastward = -point.x();
    double degrees = Math.toDegrees(Math.atan(Math.toRadians(Math.hypot(eastward, point.y()))));
    return Optional.of(centre.at(Math.atan2(eastward, point.y()), degrees));
  }

  @Override
  public boolean isCutBetween(SkyVector from, SkyVector to) {
    return false;
  }
}
