package org.mastshell.sky;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The outline of an observation on the sky, as {@code s_region} gives it: circles, polygons and
 * points, with or without the name of a frame; all are taken for ICRS.
 */
public final class SkyFootprint {
  private static final double HALF_TURN = Math.PI;
  private static final double QUARTER_DEGREES = 90;
  private static final double HALF_CIRCLE = 180;
  private static final int CIRCLE_STEPS = 72;
  // Two corners that are nearer than this are one: a corner that is repeated, or rounding.
  private static final double SAME = Math.toRadians(1e-9);

  private final List<Shape> shapes;
  // Worked out when it is first asked for; whoever does so gets the same.
  private SkyVector middle;

  private SkyFootprint(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  sealed interface Shape {
    /** The angle from a direction to the shape, in degrees; 0 inside it. */
    double distance(SkyVector from);

    /** No point of the shape is farther from a direction than this, in degrees. */
    double reach(SkyVector from);

    /** A direction in the middle of it. */
    SkyVector middle();

    /** Its edge: the corners of a polygon that goes back to the first one; of a point, itself. */
    List<SkyVector> edge();
  }

  record Circle(SkyVector centre, double radius) implements Shape {
    @Override
    public double distance(SkyVector from) {
      return Math.max(0, centre.separation(from) - radius);
    }

    @Override
    public double reach(SkyVector from) {
      return centre.separation(from) + radius;
    }

    @Override
    public SkyVector middle() {
      return centre;
    }

    @Override
    public List<SkyVector> edge() {
      if (!(radius > 0)) {
        return List.of(centre);
      }
      List<SkyVector> edge = new ArrayList<>();
      for (int step = 0; step < CIRCLE_STEPS; step++) {
        edge.add(centre.at(2 * Math.PI * step / CIRCLE_STEPS, Math.min(radius, HALF_CIRCLE)));
      }
      return edge;
    }
  }

  record Polygon(List<SkyVector> corners) implements Shape {
    @Override
    public double distance(SkyVector from) {
      return contains(from) ? 0 : toEdge(from);
    }

    private double toEdge(SkyVector from) {
      double nearest = Double.MAX_VALUE;
      for (int i = 0; i < corners.size(); i++) {
        nearest = Math.min(nearest, from.toArc(corners.get(i), corners.get(next(i))));
      }
      return nearest;
    }

    // From inside, the corners go once around the horizon.
    private boolean contains(SkyVector from) {
      if (corners.get(0).separation(from) > QUARTER_DEGREES) {
        return false;
      }
      double turned = 0;
      for (int i = 0; i < corners.size(); i++) {
        double step = from.bearing(corners.get(next(i))) - from.bearing(corners.get(i));
        turned += Math.IEEEremainder(step, 2 * HALF_TURN);
      }
      return Math.abs(turned) > HALF_TURN;
    }

    private int next(int corner) {
      return (corner + 1) % corners.size();
    }

    @Override
    public double reach(SkyVector from) {
      SkyVector farthest = corners.get(0);
      double most = 0;
      for (SkyVector corner : corners) {
        double chord = from.chordSquared(corner);
        if (chord > most) {
          most = chord;
          farthest = corner;
        }
      }
      return from.separation(farthest);
    }

    @Override
    public SkyVector middle() {
      return SkyVector.middle(corners);
    }

    @Override
    public List<SkyVector> edge() {
      int last = corners.size() - 1;
      return corners.get(0).chordSquared(corners.get(last)) < SAME * SAME
          ? corners.subList(0, last)
          : corners;
    }
  }

  /**
   * Reads an outline; where it names no shape, it is the centre alone.
   *
   * @param region as the archive gives it; may be null
   */
  public static SkyFootprint of(String region, SkyVector centre) {
    return read(region).orElseGet(() -> new SkyFootprint(List.of(new Circle(centre, 0))));
  }

  /**
   * Reads an outline.
   *
   * @param region as the archive gives it; may be null
   * @return empty where it names no shape that lies on the sky
   */
  public static Optional<SkyFootprint> read(String region) {
    List<Shape> shapes = region == null ? List.of() : new RegionReader(region).shapes();
    return shapes.isEmpty() ? Optional.empty() : Optional.of(new SkyFootprint(shapes));
  }

  /** The angle from a direction to the nearest point of the outline, in degrees; 0 inside it. */
  public double distance(SkyVector from) {
    return shapes.stream().mapToDouble(shape -> shape.distance(from)).min().orElseThrow();
  }

  /** No point of it is farther from a direction than this, in degrees. */
  public double reach(SkyVector from) {
    double most = 0;
    for (Shape shape : shapes) {
      most = Math.max(most, shape.reach(from));
    }
    return most;
  }

  /** A direction in the middle of its shapes. */
  public SkyVector middle() {
    SkyVector known = middle;
    if (known == null) {
      known =
          shapes.size() == 1
              ? shapes.get(0).middle()
              : SkyVector.middle(shapes.stream().map(Shape::middle).toList());
      middle = known;
    }
    return known;
  }

  /**
   * The edges of its shapes, one after the other: corners that are joined by great circles, the
   * last one with the first. A point has itself alone.
   */
  public List<List<SkyVector>> edges() {
    return shapes.size() == 1
        ? List.of(shapes.get(0).edge())
        : shapes.stream().map(Shape::edge).toList();
  }
}
