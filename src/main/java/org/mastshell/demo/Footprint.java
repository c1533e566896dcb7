package org.mastshell.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The shapes of an {@code s_region}: circles and polygons, with or without the name of a frame.
 * Anything else covers nothing.
 */
final class Footprint {
  private record Shape(String kind, List<Double> numbers) {}

  private final List<Shape> shapes;

  private Footprint(List<Shape> shapes) {
    this.shapes = shapes;
  }

  static Footprint parse(String region) {
    List<Shape> shapes = new ArrayList<>();
    for (String word : region == null ? new String[0] : region.strip().split("\\s+")) {
      String kind = word.toUpperCase(Locale.ROOT);
      if (kind.equals("POLYGON") || kind.equals("CIRCLE")) {
        shapes.add(new Shape(kind, new ArrayList<>()));
      } else if (!shapes.isEmpty() && isNumber(word)) {
        shapes.get(shapes.size() - 1).numbers().add(Double.valueOf(word));
      }
    }
    return new Footprint(shapes);
  }

  /**
   * The angle from a position to the nearest point of the shapes in degrees, 0 inside them;
   * infinite where there are none.
   */
  double distance(SkyPosition position) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Shape shape : shapes) {
      double distance =
          shape.kind().equals("CIRCLE")
              ? toCircle(shape.numbers(), position)
              : toPolygon(shape.numbers(), position);
      nearest = Math.min(nearest, distance);
    }
    return nearest;
  }

  private static double toCircle(List<Double> numbers, SkyPosition position) {
    if (numbers.size() < 3) {
      return Double.POSITIVE_INFINITY;
    }
    SkyPosition centre = new SkyPosition(numbers.get(0), numbers.get(1));
    return Math.max(0, centre.separation(position) - numbers.get(2));
  }

  // On the plane that touches the sphere at the position, great circles are straight and what is
  // nearest stays nearest.
  private static double toPolygon(List<Double> numbers, SkyPosition position) {
    if (polygonContains(numbers, position)) {
      return 0;
    }
    int corners = numbers.size() / 2;
    double nearest = Double.POSITIVE_INFINITY;
    for (int index = 0; index < corners; index++) {
      double[] from = position.project(corner(numbers, index));
      double[] to = position.project(corner(numbers, (index + 1) % corners));
      if (from != null && to != null) {
        nearest = Math.min(nearest, toSegment(from, to));
      }
    }
    return corners == 0 ? Double.POSITIVE_INFINITY : Math.toDegrees(Math.atan(nearest));
  }

  private static double toSegment(double[] from, double[] to) {
    double east = to[0] - from[0];
    double north = to[1] - from[1];
    double square = east * east + north * north;
    double along = square == 0 ? 0 : -(from[0] * east + from[1] * north) / square;
    double within = Math.max(0, Math.min(1, along));
    return Math.hypot(from[0] + within * east, from[1] + within * north);
  }

  // Counts how often a ray from the position, which is the origin of the plane, meets an edge.
  private static boolean polygonContains(List<Double> numbers, SkyPosition position) {
    int corners = numbers.size() / 2;
    boolean inside = false;
    for (int index = 0; index < corners; index++) {
      double[] from = position.project(corner(numbers, index));
      double[] to = position.project(corner(numbers, (index + 1) % corners));
      if (from == null || to == null) {
        return false;
      }
      boolean crosses = (from[1] > 0) != (to[1] > 0);
      if (crosses && from[0] + (to[0] - from[0]) * from[1] / (from[1] - to[1]) > 0) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static SkyPosition corner(List<Double> numbers, int index) {
    return new SkyPosition(numbers.get(2 * index), numbers.get(2 * index + 1));
  }

  private static boolean isNumber(String word) {
    return word.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
  }
}
