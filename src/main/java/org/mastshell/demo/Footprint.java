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

  boolean contains(SkyPosition position) {
    return shapes.stream()
        .anyMatch(
            shape ->
                shape.kind().equals("CIRCLE")
                    ? circleContains(shape.numbers(), position)
                    : polygonContains(shape.numbers(), position));
  }

  private static boolean circleContains(List<Double> numbers, SkyPosition position) {
    return numbers.size() >= 3
        && new SkyPosition(numbers.get(0), numbers.get(1)).separation(position) <= numbers.get(2);
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
