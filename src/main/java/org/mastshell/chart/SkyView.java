package org.mastshell.chart;

import java.util.List;
import java.util.Optional;
import org.mastshell.sky.AitoffProjection;
import org.mastshell.sky.PlanePoint;
import org.mastshell.sky.Projection;
import org.mastshell.sky.SkyField;
import org.mastshell.sky.SkyFootprint;
import org.mastshell.sky.SkyVector;
import org.mastshell.sky.TangentProjection;

/**
 * Which part of the sky is drawn, and how.
 *
 * @param projection onto the plane
 * @param field the part; empty where it is the whole sky
 * @param halfWidth half of the width that has to be seen, on the plane
 * @param halfHeight half of the height that has to be seen, on the plane
 * @param bounded whether nothing beyond that is seen, where a surface has room for more
 */
public record SkyView(
    Projection projection,
    Optional<SkyField> field,
    double halfWidth,
    double halfHeight,
    boolean bounded) {
  /** Beyond this radius, in degrees, a plane stretches the sky too much. */
  public static final double WIDEST = 40;

  private static final double MARGIN = 1.15;

  /** The whole sky, with right ascension 0h in the middle. */
  public static SkyView allSky() {
    return new SkyView(new AitoffProjection(), Optional.empty(), 180, 90, false);
  }

  /**
   * A field on the plane that touches the sky in its centre; where it is too wide for that, the
   * whole sky.
   */
  public static SkyView of(SkyField field) {
    if (field.radius() > WIDEST) {
      return allSky();
    }
    double extent = Math.toDegrees(Math.tan(Math.toRadians(field.radius())));
    return new SkyView(
        new TangentProjection(field.centre()), Optional.of(field), extent, extent, true);
  }

  /**
   * The smallest field that holds outlines with some margin; where it is too wide for a plane, the
   * whole sky.
   *
   * @param footprints at least one
   * @param least the radius of the smallest field that is drawn, degrees
   */
  public static SkyView holding(List<SkyFootprint> footprints, double least) {
    SkyField around = SkyField.around(footprints);
    if (around.radius() * MARGIN > WIDEST) {
      return allSky();
    }
    SkyVector centre = centre(footprints, new TangentProjection(around.centre()));
    Projection projection = new TangentProjection(centre);
    double across = 0;
    double up = 0;
    for (SkyFootprint footprint : footprints) {
      for (List<SkyVector> edge : footprint.edges()) {
        for (SkyVector corner : edge) {
          PlanePoint place = projection.project(corner).orElseThrow();
          across = Math.max(across, Math.abs(place.x()));
          up = Math.max(up, Math.abs(place.y()));
        }
      }
    }
    return new SkyView(
        projection,
        Optional.of(new SkyField(centre, Math.max(least, Math.hypot(across, up) * MARGIN))),
        Math.max(least, across * MARGIN),
        Math.max(least, up * MARGIN),
        false);
  }

  /** How wide the part is that has to be seen, through its middle, in degrees on the sky. */
  public double width() {
    return field.isEmpty() ? 2 * halfWidth : angle(halfWidth);
  }

  /** How high it is, likewise. */
  public double height() {
    return field.isEmpty() ? 2 * halfHeight : angle(halfHeight);
  }

  private static double angle(double half) {
    return 2 * Math.toDegrees(Math.atan(Math.toRadians(half)));
  }

  /** Whether some of an outline lies in the part that has to be seen. */
  public boolean meets(SkyFootprint footprint) {
    if (field.isEmpty()) {
      return true;
    }
    Window part = new Window(0, 0, 2 * halfWidth, 2 * halfHeight);
    SkyPlane plane = new SkyPlane(this, part);
    for (List<SkyVector> edge : footprint.edges()) {
      boolean corner =
          edge.stream()
              .flatMap(one -> plane.place(one).stream())
              .anyMatch(place -> part.contains(place.x(), place.y()));
      if (corner || plane.lines(edge, true).stream().anyMatch(line -> line.meets(part))) {
        return true;
      }
    }
    // What has no edge here may hold all of it.
    return footprint.distance(field.get().centre()) == 0;
  }

  /** The middle of the rectangle, along the plane's axes, that holds the outlines. */
  private static SkyVector centre(List<SkyFootprint> footprints, Projection projection) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (SkyFootprint footprint : footprints) {
      for (List<SkyVector> edge : footprint.edges()) {
        for (SkyVector corner : edge) {
          PlanePoint place = projection.project(corner).orElseThrow();
          left = Math.min(left, place.x());
          right = Math.max(right, place.x());
          bottom = Math.min(bottom, place.y());
          top = Math.max(top, place.y());
        }
      }
    }
    return projection
        .direction(new PlanePoint((left + right) / 2, (bottom + top) / 2))
        .orElseThrow();
  }
}
