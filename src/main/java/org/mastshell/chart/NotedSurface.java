package org.mastshell.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A surface that remembers where text and data were drawn, so that what is written later can keep
 * clear of it. Draws on another one.
 */
final class NotedSurface implements Surface {
  /** An outline that is smaller than so many lines of text could be hidden by a number. */
  static final double SMALL = 1.5;

  private static final double SAME = 1e-6;

  private final Surface surface;
  private final int columns;
  private final int rows;
  private final BitSet small;
  private final BitSet large;
  private final List<Window> texts = new ArrayList<>();

  NotedSurface(Surface surface) {
    this.surface = surface;
    columns = (int) Math.ceil(surface.width() / surface.dot()) + 1;
    rows = (int) Math.ceil(surface.height() / surface.dot()) + 1;
    small = new BitSet(columns * rows);
    large = new BitSet(columns * rows);
  }

  /**
   * Whether text could be written here that would neither touch other text nor hide anything small.
   */
  boolean isFree(Window box) {
    double space = surface.textWidth(" ");
    Window apart = new Window(box.left() - space, box.top(), box.width() + 2 * space, box.height());
    return texts.stream().noneMatch(apart::meets) && count(small, box) == 0;
  }

  /** How many dots of large outlines text would hide here. */
  int crossed(Window box) {
    return count(large, box);
  }

  private int count(BitSet dots, Window box) {
    int first = column(box.left());
    int last = column(box.right() - SAME * surface.dot());
    int count = 0;
    for (int row = row(box.top()); row <= row(box.bottom() - SAME * surface.dot()); row++) {
      count += dots.get(row * columns + first, row * columns + last + 1).cardinality();
    }
    return count;
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor(x / surface.dot())));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor(y / surface.dot())));
  }

  private void note(BitSet dots, double x, double y) {
    boolean within = x >= 0 && y >= 0 && x <= surface.width() && y <= surface.height();
    if (within) {
      dots.set(row(y) * columns + column(x));
    }
  }

  @Override
  public void text(double x, double top, Anchor anchor, String text, Ink ink) {
    double width = surface.textWidth(text);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    texts.add(new Window(left, top, width, surface.lineHeight()));
    surface.text(x, top, anchor, text, ink);
  }

  @Override
  public void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside) {
    if (ink.role() == Ink.Role.SERIES) {
      BitSet dots = extent(xs, ys) < SMALL * surface.lineHeight() ? small : large;
      Window seen = inside.common(new Window(0, 0, surface.width(), surface.height()));
      for (int i = 1; i < xs.length; i++) {
        line(dots, seen, xs[i - 1], ys[i - 1], xs[i], ys[i]);
      }
      if (closed) {
        line(dots, seen, xs[xs.length - 1], ys[xs.length - 1], xs[0], ys[0]);
      }
    }
    surface.path(xs, ys, closed, ink, inside);
  }

  private static double extent(double[] xs, double[] ys) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i]);
      right = Math.max(right, xs[i]);
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    return Math.max(bottom - top, right - left);
  }

  private void line(BitSet dots, Window inside, double x1, double y1, double x2, double y2) {
    double[] seen = inside.clipped(x1, y1, x2, y2);
    if (seen.length == 0) {
      return;
    }
    double across = seen[2] - seen[0];
    double down = seen[3] - seen[1];
    int steps = (int) Math.ceil(Math.max(Math.abs(across), Math.abs(down)) / surface.dot());
    for (int step = 0; step <= steps; step++) {
      double part = steps == 0 ? 0 : (double) step / steps;
      note(dots, seen[0] + part * across, seen[1] + part * down);
    }
  }

  @Override
  public void point(double x, double y, Ink ink, Window inside) {
    if (inside.contains(x, y)) {
      note(small, x, y);
    }
    surface.point(x, y, ink, inside);
  }

  @Override
  public double width() {
    return surface.width();
  }

  @Override
  public double height() {
    return surface.height();
  }

  @Override
  public double textWidth(String text) {
    return surface.textWidth(text);
  }

  @Override
  public double lineHeight() {
    return surface.lineHeight();
  }

  @Override
  public double dot() {
    return surface.dot();
  }

  @Override
  public boolean isScreen() {
    return surface.isScreen();
  }

  @Override
  public boolean tellsInks() {
    return surface.tellsInks();
  }

  @Override
  public void shade(double[] xs, double[] ys, Ink ink, Window inside) {
    surface.shade(xs, ys, ink, inside);
  }

  @Override
  public void bar(Window bar, Ink ink) {
    for (double y = bar.top(); y < bar.bottom() + surface.dot(); y += surface.dot()) {
      for (double x = bar.left(); x < bar.right() + surface.dot(); x += surface.dot()) {
        note(small, Math.min(x, bar.right()), Math.min(y, bar.bottom()));
      }
    }
    surface.bar(bar, ink);
  }
}
