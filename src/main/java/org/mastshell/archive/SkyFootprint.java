package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The outline of an observation on the sky, as {@code s_region} gives it: circles, polygons and
 * points, with or without the name of a frame; all are taken for ICRS.
 */
final class SkyFootprint {
  private static final Pattern GAP = Pattern.compile("[\\s,()]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final double HALF_TURN = Math.PI;
  private static final double QUARTER_DEGREES = 90;
  private static final int LEAST_CORNERS = 3;

  private final List<Shape> shapes;
  private final double reach;

  private SkyFootprint(List<Shape> shapes, SkyVector centre) {
    this.shapes = List.copyOf(shapes);
    this.reach = shapes.stream().mapToDouble(shape -> shape.reach(centre)).max().orElse(0);
  }

  private sealed interface Shape {
    /** The angle from a direction to the shape, in degrees; 0 inside it. */
    double distance(SkyVector from);

    /** No point of the shape is farther from a direction than this, in degrees. */
    double reach(SkyVector from);
  }

  private record Circle(SkyVector centre, double radius) implements Shape {
    @Override
    public double distance(SkyVector from) {
      return Math.max(0, centre.separation(from) - radius);
    }

    @Override
    public double reach(SkyVector from) {
      return centre.separation(from) + radius;
    }
  }

  private record Polygon(List<SkyVector> corners) implements Shape {
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
      return corners.stream().mapToDouble(from::separation).max().orElse(0);
    }
  }

  /**
   * Reads an outline; where it names no shape, it is the centre alone.
   *
   * @param region as the archive gives it; may be null
   */
  static SkyFootprint of(String region, SkyVector centre) {
    List<Shape> shapes = new ArrayList<>();
    String kind = "";
    List<Double> numbers = new ArrayList<>();
    for (String word : region == null ? new String[0] : GAP.split(region.strip())) {
      if (NUMBER.matcher(word).matches()) {
        numbers.add(Double.valueOf(word));
      } else if (!numbers.isEmpty() || isKind(word)) {
        addShape(shapes, kind, numbers);
        kind = word.toUpperCase(Locale.ROOT);
        numbers.clear();
      }
    }
    addShape(shapes, kind, numbers);
    if (shapes.isEmpty()) {
      shapes.add(new Circle(centre, 0));
    }
    return new SkyFootprint(shapes, centre);
  }

  /** The angle from a direction to the nearest point of the outline, in degrees; 0 inside it. */
  double distance(SkyVector from) {
    return shapes.stream().mapToDouble(shape -> shape.distance(from)).min().orElseThrow();
  }

  /** No point of it is farther from the centre than this, in degrees. */
  double reach() {
    return reach;
  }

  private static boolean isKind(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "POLYGON", "CIRCLE", "POSITION" -> true;
      default -> false;
    };
  }

  private static void addShape(List<Shape> shapes, String kind, List<Double> numbers) {
    switch (kind) {
      case "POLYGON" -> {
        List<SkyVector> corners = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
          corners.add(SkyVector.of(numbers.get(i), numbers.get(i + 1)));
        }
        if (corners.size() >= LEAST_CORNERS) {
          shapes.add(new Polygon(List.copyOf(corners)));
        }
      }
      case "CIRCLE" -> {
        if (numbers.size() > 2) {
          shapes.add(new Circle(SkyVector.of(numbers.get(0), numbers.get(1)), numbers.get(2)));
        }
      }
      case "POSITION" -> {
        if (numbers.size() > 1) {
          shapes.add(new Circle(SkyVector.of(numbers.get(0), numbers.get(1)), 0));
        }
      }
      default -> {}
    }
  }
}
