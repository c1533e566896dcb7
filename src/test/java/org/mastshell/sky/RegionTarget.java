package org.mastshell.sky;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mastshell.fuzz.Claim;
import org.mastshell.fuzz.Target;

/** Outlines on the sky: any text is one or none, and one that is written down is read again. */
public final class RegionTarget implements Target {
  private static final double ROUNDING = 1e-9;

  @Override
  public void take(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    List<SkyFootprint.Shape> shapes = new RegionReader(text).shapes();
    SkyFootprint footprint = SkyFootprint.read(text).orElse(null);
    Claim.same(footprint == null, shapes.isEmpty(), "an outline has shapes");
    if (footprint == null) {
      return;
    }
    requireSky(footprint);
    StringBuilder written = new StringBuilder();
    shapes.forEach(shape -> write(shape, written));
    List<SkyFootprint.Shape> again = new RegionReader(written.toString()).shapes();
    Claim.same(again.size(), shapes.size(), "as many shapes as were written");
    for (int place = 0; place < shapes.size(); place++) {
      requireSame(shapes.get(place), again.get(place));
    }
  }

  private static void requireSky(SkyFootprint footprint) {
    Claim.that(!footprint.edges().isEmpty(), "an outline has edges");
    for (List<SkyVector> edge : footprint.edges()) {
      Claim.that(!edge.isEmpty(), "an edge has corners");
      for (SkyVector corner : edge) {
        requireDirection(corner);
      }
    }
    SkyVector middle = footprint.middle();
    requireDirection(middle);
    double reach = footprint.reach(middle);
    Claim.that(reach >= 0 && reach <= 360, "a reach is an angle: " + reach);
    double distance = footprint.distance(middle);
    Claim.that(distance >= 0 && distance <= 180, "a distance is an angle: " + distance);
  }

  private static void requireDirection(SkyVector direction) {
    double length = Math.sqrt(direction.dot(direction));
    Claim.that(Math.abs(length - 1) < ROUNDING, "a direction has the length 1: " + length);
    Claim.that(direction.ra() >= 0 && direction.ra() <= 360, "a right ascension");
    Claim.that(Math.abs(direction.dec()) <= 90, "a declination");
  }

  private static void write(SkyFootprint.Shape shape, StringBuilder written) {
    if (shape instanceof SkyFootprint.Circle circle) {
      written.append("CIRCLE ICRS");
      write(circle.centre(), written);
      written.append(' ').append(circle.radius()).append('\n');
    } else if (shape instanceof SkyFootprint.Polygon polygon) {
      written.append("POLYGON");
      polygon.corners().forEach(corner -> write(corner, written));
      written.append('\n');
    }
  }

  private static void write(SkyVector direction, StringBuilder written) {
    written.append(' ').append(direction.ra()).append(' ').append(direction.dec());
  }

  private static void requireSame(SkyFootprint.Shape one, SkyFootprint.Shape other) {
    if (one instanceof SkyFootprint.Circle circle && other instanceof SkyFootprint.Circle again) {
      Claim.same(again.radius(), circle.radius(), "the radius that was written");
      requireNear(circle.centre(), again.centre());
    } else if (one instanceof SkyFootprint.Polygon polygon
        && other instanceof SkyFootprint.Polygon again) {
      Claim.same(again.corners().size(), polygon.corners().size(), "as many corners");
      for (int corner = 0; corner < polygon.corners().size(); corner++) {
        requireNear(polygon.corners().get(corner), again.corners().get(corner));
      }
    } else {
      throw new AssertionError("another kind of shape: " + one + " and " + other);
    }
  }

  private static void requireNear(SkyVector one, SkyVector other) {
    Claim.that(one.separation(other) < ROUNDING, "the place that was written");
  }
}
