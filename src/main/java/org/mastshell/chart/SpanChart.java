package org.mastshell.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mastshell.chart.Surface.Anchor;

/** Spans along an axis, each group of them on a lane of its own. */
public final class SpanChart implements Chart {
  private static final double LEAST_HEIGHT = 0.25;
  private static final double MOST_NAME = 0.35;
  private static final double THICKEST = 2.5;
  private static final double GAP_PART = 0.2;

  private final String title;
  private final Axis axis;
  private final List<Lane> lanes;
  private final boolean counting;

  /**
   * @param axis along which the spans lie
   * @param lanes from top to bottom, at least one
   * @param counting whether a bar is the higher the more spans there are at a place
   */
  public SpanChart(String title, Axis axis, List<Lane> lanes, boolean counting) {
    this.title = title;
    this.axis = axis;
    this.lanes = List.copyOf(lanes);
    this.counting = counting;
  }

  /** Spans of one group. */
  public static final class Lane {
    private final String name;
    private final double[] from;
    private final double[] to;
    private final Ink ink;

    /**
     * @param name of the group
     * @param from where each begins
     * @param to where each ends, not before it begins; as many
     * @param ink of its bars
     */
    public Lane(String name, double[] from, double[] to, Ink ink) {
      this.name = name;
      this.from = from.clone();
      this.to = to.clone();
      this.ink = ink;
    }

    String name() {
      return name;
    }

    Ink ink() {
      return ink;
    }

    /** The same in another unit. */
    public Lane scaled(double factor) {
      return new Lane(
          name,
          Arrays.stream(from).map(value -> value * factor).toArray(),
          Arrays.stream(to).map(value -> value * factor).toArray(),
          ink);
    }

    String count() {
      return String.format(Locale.ROOT, "%,d", from.length);
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    StringBuilder words = new StringBuilder(axis.label());
    for (Lane lane : lanes) {
      words.append("; ").append(lane.name()).append(": ").append(lane.count());
    }
    return words.toString();
  }

  @Override
  public int lines(int most, int columns) {
    int heading = title.length() > columns ? 2 : 1;
    return Math.min(most, heading + lanes.size() + AxisDrawing.LINES);
  }

  @Override
  public int linesForAll() {
    return 2 + lanes.size() + AxisDrawing.LINES;
  }

  @Override
  public double linesOfUse() {
    return 2 + lanes.size() * THICKEST + AxisDrawing.LINES;
  }

  @Override
  public void draw(Surface surface) {
    double line = surface.lineHeight();
    double top = Fit.title(surface, title) + (surface.dot() < line / 8 ? line / 2 : 0);
    double space = surface.textWidth(" ");
    double counts = lanes.stream().mapToDouble(l -> surface.textWidth(l.count())).max().orElse(0);
    double names =
        Math.min(
            surface.width() * MOST_NAME,
            lanes.stream().mapToDouble(lane -> surface.textWidth(lane.name())).max().orElse(0));
    double left = names + space + counts + space;
    Window window =
        new Window(
            left,
            top,
            surface.width() - left - space,
            surface.height() - top - AxisDrawing.height(surface));
    double wanted = Math.min(window.height() / lanes.size(), THICKEST * line);
    // A lane begins with a line of text where the surface has nothing finer.
    double pitch =
        Math.max(line, surface.dot() < line / 8 ? wanted : Math.floor(wanted / line) * line);
    Window used =
        new Window(
            left,
            top,
            window.width(),
            Math.min(window.height(), Math.max(pitch * lanes.size(), line)));
    AxisDrawing drawing = new AxisDrawing(surface, used);
    drawing.grid(axis);
    int room = (int) Math.max(1, Math.floor(used.height() / pitch + surface.dot() / line));
    int shown = lanes.size() <= room ? lanes.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      Lane lane = lanes.get(i);
      double y = top + i * pitch;
      double text = y + (pitch - line) / 2;
      String name = Fit.within(surface, lane.name(), names);
      surface.text(0, text, Anchor.START, name, lane.ink());
      surface.text(names + space + counts, text, Anchor.END, lane.count(), Ink.FAINT);
      double gap = surface.dot() < line / 8 ? pitch * GAP_PART : 0;
      bars(surface, new Window(left, y + gap / 2, window.width(), pitch - gap), lane);
    }
    if (shown < lanes.size()) {
      String more = missing(surface, lanes.size() - shown);
      double y = top + shown * pitch + (pitch - line) / 2;
      surface.text(0, y, Anchor.START, Fit.within(surface, more, surface.width()), Ink.FAINT);
    }
    drawing.axis(axis);
  }

  // What would help differs: a file grows by itself, as long as nobody says how large it is to be.
  private static String missing(Surface surface, int count) {
    return surface.isScreen()
        ? "… " + count + " more: --output FILE.png shows all"
        : "no room for " + count + " more (a picture grows up to 6000 pixels without --size)";
  }

  private void bars(Surface surface, Window lane, Lane spans) {
    int steps = Math.max(1, (int) (lane.width() / surface.dot()));
    int[] changes = new int[steps + 1];
    for (int i = 0; i < spans.from.length; i++) {
      int first = step(spans.from[i], steps);
      int last = step(spans.to[i], steps);
      changes[first]++;
      changes[last + 1]--;
    }
    int[] counts = new int[steps];
    int now = 0;
    for (int i = 0; i < steps; i++) {
      now += changes[i];
      counts[i] = now;
    }
    int most = Arrays.stream(counts).max().orElse(0);
    double width = lane.width() / steps;
    int start = 0;
    for (int i = 1; i <= steps; i++) {
      if (i == steps || counts[i] != counts[start]) {
        if (counts[start] > 0) {
          double height = lane.height() * height(counts[start], most);
          surface.bar(
              new Window(
                  lane.left() + start * width, lane.bottom() - height, (i - start) * width, height),
              spans.ink());
        }
        start = i;
      }
    }
  }

  private double height(int count, int most) {
    if (!counting || most == 1) {
      return counting ? (1 + LEAST_HEIGHT) / 2 : 1;
    }
    return LEAST_HEIGHT + (1 - LEAST_HEIGHT) * Math.log(count) / Math.log(most);
  }

  private int step(double value, int steps) {
    return (int) Math.max(0, Math.min(steps - 1, Math.floor(axis.place(value) * steps)));
  }
}
