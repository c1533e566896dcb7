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

  boolean meets(Window other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }
}
