package org.mastshell.chart;

import java.util.List;
import java.util.Locale;
import org.mastshell.chart.Surface.Anchor;

/** How many rows have values in each of several intervals. */
public final class BarChart implements Chart {
  private static final int MOST_LINES = 20;
  private static final double ALONE = 0.04;
  private static final double HEADROOM = 1.02;
  private static final String COUNTED = "rows";

  private final String title;
  private final Axis axis;
  private final List<Bin> bins;

  /**
   * @param axis of the values
   * @param bins one beside the other, at least one
   */
  public BarChart(String title, Axis axis, List<Bin> bins) {
    this.title = title;
    this.axis = axis;
    this.bins = List.copyOf(bins);
  }

  /**
   * An interval.
   *
   * @param from its lower end, which belongs to it
   * @param to its upper end; the lower one where all values in it are the same
   * @param count of rows in it
   */
  public record Bin(double from, double to, int count) {}

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return axis.label() + ", in " + bins.size() + " intervals; the most in one: " + most();
  }

  @Override
  public int lines(int most, int columns) {
    return Math.min(most, MOST_LINES);
  }

  @Override
  public void draw(Surface surface) {
    double line = surface.lineHeight();
    boolean fine = surface.dot() < line / 8;
    double title = Fit.title(surface, this.title);
    // On a screen of characters the title says enough, and takes the room.
    double top = fine ? title + line + line / 2 : title;
    if (fine) {
      surface.text(0, title, Anchor.START, COUNTED, Ink.FAINT);
    }
    Axis counts =
        new NumberAxis(
            0,
            Math.max(1, most()) * HEADROOM,
            false,
            "",
            value -> String.format(Locale.ROOT, "%,d", Math.round(value)));
    double bottom = surface.height() - AxisDrawing.height(surface);
    List<Axis.Tick> ticks =
        counts.ticks(bottom - top, label -> 2 * line).stream()
            .filter(tick -> tick.value() == Math.rint(tick.value()))
            .toList();
    double space = surface.textWidth(" ");
    double labels =
        ticks.stream().mapToDouble(tick -> surface.textWidth(tick.label())).max().orElse(0);
    Window window =
        new Window(labels + space, top, surface.width() - labels - 2 * space, bottom - top);
    for (Axis.Tick tick : ticks) {
      double y = window.bottom() - counts.place(tick.value()) * window.height();
      double text = fine ? y - line / 2 : y - line / 2 - surface.dot();
      surface.text(labels, Math.max(top, text), Anchor.END, tick.label(), Ink.FAINT);
      surface.path(
          new double[] {window.left(), window.right()},
          new double[] {y, y},
          false,
          Ink.GRID,
          window);
    }
    AxisDrawing drawing = new AxisDrawing(surface, window);
    for (Bin bin : bins) {
      if (bin.count() > 0) {
        double left = drawing.x(axis, bin.from());
        double right = drawing.x(axis, bin.to());
        if (right <= left) {
          // One value has no width; its bar is seen all the same.
          left -= window.width() * ALONE / 2;
          right = left + window.width() * ALONE;
        }
        double gap = fine && right - left > 4 * surface.dot() ? surface.dot() : 0;
        double height = counts.place(bin.count()) * window.height();
        surface.bar(
            new Window(left, window.bottom() - height, right - left - gap, height), Ink.series(0));
      }
    }
    drawing.axis(axis);
  }

  private int most() {
    return bins.stream().mapToInt(Bin::count).max().orElse(0);
  }
}
