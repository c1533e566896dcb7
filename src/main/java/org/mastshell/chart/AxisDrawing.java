package org.mastshell.chart;

import org.mastshell.chart.Surface.Anchor;

/** Draws an axis along the lower edge of a window, with its marks, their labels and its name. */
final class AxisDrawing {
  /** How many lines of text it takes below the window, at most. */
  static final int LINES = 3;

  private static final int MARK = 3;

  private static final String GAP = "  ";

  private final Surface surface;
  private final Window window;
  private final double line;

  AxisDrawing(Surface surface, Window window) {
    this.surface = surface;
    this.window = window;
    this.line = line(surface);
  }

  /** How much room it takes below the window. */
  static double height(Surface surface) {
    return line(surface) + 2 * surface.lineHeight();
  }

  // With characters, a line takes one of theirs.
  private static double line(Surface surface) {
    boolean fine = surface.dot() < surface.lineHeight() / 8;
    return fine ? (MARK + 1) * surface.dot() : surface.lineHeight();
  }

  /** Lines upwards from the marks, to be drawn below the data. */
  void grid(Axis axis) {
    for (Axis.Tick tick : axis.ticks(window.width(), this::room)) {
      double x = x(axis, tick.value());
      surface.path(
          new double[] {x, x},
          new double[] {window.top(), window.bottom()},
          false,
          Ink.GRID,
          window);
    }
  }

  /** The axis itself. */
  void axis(Axis axis) {
    double base = window.bottom();
    double dot = surface.dot();
    Window below = new Window(window.left(), base, window.width(), line);
    surface.path(
        new double[] {window.left(), window.right()},
        new double[] {base, base},
        false,
        Ink.FRAME,
        below);
    double free = Double.NEGATIVE_INFINITY;
    for (Axis.Tick tick : axis.ticks(window.width(), this::room)) {
      double mark = x(axis, tick.value());
      surface.path(
          new double[] {mark, mark},
          new double[] {base, base + (MARK - 1) * dot},
          false,
          Ink.FRAME,
          below);
      double width = surface.textWidth(tick.label());
      double x = Math.min(x(axis, tick.value()), surface.width() - width / 2);
      double start = Math.max(0, x - width / 2);
      if (start > free) {
        surface.text(start, base + line, Anchor.START, tick.label(), Ink.TEXT);
        free = start + width;
      }
    }
    String label = Fit.within(surface, axis.label(), surface.width());
    double middle =
        Math.min(
            Math.max(window.left() + window.width() / 2, surface.textWidth(label) / 2),
            surface.width() - surface.textWidth(label) / 2);
    surface.text(middle, base + line + surface.lineHeight(), Anchor.MIDDLE, label, Ink.FAINT);
  }

  double x(Axis axis, double value) {
    return window.left() + axis.place(value) * window.width();
  }

  private double room(String label) {
    return surface.textWidth(label + GAP);
  }
}
