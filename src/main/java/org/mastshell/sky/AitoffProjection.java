package org.mastshell.sky;

import java.util.Optional;

/**
 * The whole sky in an ellipse (Aitoff's own projection, not Hammer's): right ascension 0h is in the
 * middle, and the sky is cut along 12h. The ellipse reaches from -180 to 180 and from -90 to 90.
 */
public final class AitoffProjection implements Projection {
  private static final double EDGE = Math.PI / 2;

  @Override
  public Optional<PlanePoint> project(SkyVector direction) {
    double half = Math.atan2(direction.y(), direction.x()) / 2;
    double level = Math.hypot(direction.x(), direction.y());
    double across = level * Math.sin(half);
    double angle = Math.atan2(Math.hypot(across, direction.z()), level * Math.cos(half));
    double stretch = angle == 0 ? 1 : angle / Math.sin(angle);
    return Optional.of(
        new PlanePoint(
            -Math.toDegrees(2 * across * stretch), Math.toDegrees(direction.z() * stretch)));
  }

  @Override
  public Optional<SkyVector> direction(PlanePoint point) {
    double across = Math.toRadians(-point.x()) / 2;
    double up = Math.toRadians(point.y());
    double angle = Math.hypot(across, up);
    // Points of the rim lie a rounding beyond it.
    if (angle > EDGE + 1e-9) {
      return Optional.empty();
    }
    double shrink = angle == 0 ? 1 : Math.sin(angle) / angle;
    double half = Math.atan2(across * shrink, Math.cos(angle));
    double level = Math.hypot(across * shrink, Math.cos(angle));
    return Optional.of(
        new SkyVector(level * Math.cos(2 * half), level * Math.sin(2 * half), up * shrink));
  }

  @Override
  public boolean isCutBetween(SkyVector from, SkyVector to) {
    if ((from.y() < 0) == (to.y() < 0)) {
      return false;
    }
    double part = from.y() / (from.y() - to.y());
    return from.x() + part * (to.x() - from.x()) < 0;
  }
}
