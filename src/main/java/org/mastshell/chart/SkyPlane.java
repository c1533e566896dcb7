package org.mastshell.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mastshell.sky.PlanePoint;
import org.mastshell.sky.Projection;
import org.mastshell.sky.SkyVector;

/** A window of a surface through which a part of the sky is seen. */
final class SkyPlane {
  /** Longer sides of an outline are drawn in pieces, degrees. */
  private static final double PIECE = 2;

  private final Projection projection;
  private final Window window;
  private final double scale;

  SkyPlane(SkyView view, Window window) {
    this.projection = view.projection();
    this.window = window;
    this.scale =
        Math.min(
            window.width() / (2 * view.halfWidth()), window.height() / (2 * view.halfHeight()));
  }

  /** A line without a gap, in units of the surface. */
  static final class Line {
    private final double[] xs;
    private final double[] ys;

    private Line(List<PlanePoint> points) {
      xs = points.stream().mapToDouble(PlanePoint::x).toArray();
      ys = points.stream().mapToDouble(PlanePoint::y).toArray();
    }

    double[] xs() {
      return xs;
    }

    double[] ys() {
      return ys;
    }

    boolean meets(Window part) {
      for (int i = 1; i < xs.length; i++) {
        if (part.clipped(xs[i - 1], ys[i - 1], xs[i], ys[i]).length > 0) {
          return true;
        }
      }
      return false;
    }
  }

  /** Units of the surface for a degree in the middle. */
  double scale() {
    return scale;
  }

  Window window() {
    return window;
  }

  Optional<PlanePoint> place(SkyVector direction) {
    return project(direction).map(this::placed);
  }

  /** Where a direction lies on the plane, whatever surface it is drawn on. */
  Optional<PlanePoint> project(SkyVector direction) {
    return projection.project(direction);
  }

  /** Whether a place of the plane is within the window. */
  boolean shows(PlanePoint point) {
    PlanePoint seen = placed(point);
    return window.contains(seen.x(), seen.y());
  }

  /** Where a place of the plane is on the surface. */
  PlanePoint placed(PlanePoint point) {
    return new PlanePoint(
        window.left() + window.width() / 2 + point.x() * scale,
        window.top() + window.height() / 2 - point.y() * scale);
  }

  /** The direction that is seen at a place of the surface; empty where there is no sky. */
  Optional<SkyVector> direction(double x, double y) {
    return projection.direction(
        new PlanePoint(
            (x - window.left() - window.width() / 2) / scale,
            -(y - window.top() - window.height() / 2) / scale));
  }

  /**
   * The lines that are seen of the way from direction to direction.
   *
   * @param closed whether it goes back to the first one
   */
  List<Line> lines(List<SkyVector> corners, boolean closed) {
    List<Line> lines = new ArrayList<>();
    List<PlanePoint> line = new ArrayList<>();
    SkyVector before = null;
    int last = closed ? corners.size() : corners.size() - 1;
    for (int i = 0; i <= last; i++) {
      SkyVector corner = corners.get(i % corners.size());
      int pieces = before == null ? 1 : pieces(before, corner);
      for (int piece = 1; piece <= pieces; piece++) {
        SkyVector next = pieces == 1 ? corner : between(before, corner, (double) piece / pieces);
        SkyVector from = piece == 1 ? before : between(before, corner, (piece - 1.0) / pieces);
        if (from != null && projection.isCutBetween(from, next)) {
          end(line, lines);
        }
        Optional<PlanePoint> place = place(next);
        if (place.isPresent()) {
          line.add(place.get());
        } else {
          end(line, lines);
        }
      }
      before = corner;
    }
    end(line, lines);
    return lines;
  }

  private static void end(List<PlanePoint> line, List<Line> lines) {
    if (line.size() > 1) {
      lines.add(new Line(line));
    }
    line.clear();
  }

  private static int pieces(SkyVector from, SkyVector to) {
    return (int) Math.max(1, Math.ceil(from.separation(to) / PIECE));
  }

  private static SkyVector between(SkyVector from, SkyVector to, double part) {
    return from.towards(to, part);
  }
}
