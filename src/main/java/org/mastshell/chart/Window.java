package org.mastshell.chart;

/**
 * A rectangle of a surface.
 *
 * @param left its left edge
 * @param top its upper edge; downwards is more
 * @param width not negative
 * @param height not negative
 */
public record Window(double left, double top, double width, double height) {
  private static final double SAME = 1e-6;

  /** A width or height below nothing is nothing. */
  public Window {
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  /** Its right edge. */
  public double right() {
    return left + width;
  }

  /** Its lower edge. */
  public double bottom() {
    return top + height;
  }

  /** Whether a point lies in it or on its edge. */
  public boolean contains(double x, double y) {
    return x >= left && x <= right() && y >= top && y <= bottom();
  }

  /** What it has in common with another one: something without width or height if nothing. */
  public Window common(Window other) {
    double x = Math.max(left, other.left);
    double y = Math.max(top, other.top);
    return new Window(
        x, y, Math.min(right(), other.right()) - x, Math.min(bottom(), other.bottom()) - y);
  }

  /**
   * The part of a line within it, edges included (Liang and Barsky, 1984).
   *
   * @return x and y of its beginning and of its end; nothing if there is none, or a coordinate is
   *     no number or without an end
   */
  public double[] clipped(double x1, double y1, double x2, double y2) {
    double across = x2 - x1;
    double down = y2 - y1;
    // These are finite only where all four are.
    if (!Double.isFinite(across) || !Double.isFinite(down)) {
      return new double[0];
    }
    double[] against = {-across, across, -down, down};
    double[] room = {x1 - left, right() - x1, y1 - top, bottom() - y1};
    double first = 0;
    double last = 1;
    for (int edge = 0; edge < against.length; edge++) {
      if (against[edge] == 0) {
        if (room[edge] < -SAME) {
          return new double[0];
        }
      } else {
        double part = room[edge] / against[edge];
        first = against[edge] < 0 ? Math.max(first, part) : first;
        last = against[edge] > 0 ? Math.min(last, part) : last;
      }
    }
    return first <= last
        ? new double[] {
          x1 + first * across, y1 + first * down, x1 + last * across, y1 + last * down
        }
        : new double[0];
  }

  boolean meets(Window other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }
}
