package org.mastshell.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.mastshell.chart.Surface.Anchor;
import org.mastshell.sky.SkyField;
import org.mastshell.sky.SkyText;
import org.mastshell.sky.SkyVector;

/** Lines of equal right ascension and declination, with their labels along the edges. */
final class SkyGrid {
  private static final double ARCSECOND = 1.0 / 3600;
  private static final double HOUR = 15;
  private static final double POLE = 90;
  private static final double FULL_CIRCLE = 360;
  private static final int PIECES = 60;
  private static final int MOST_LINES = 200;
  private static final double NEAR_POLE = 89.9;

  // Arcseconds; for right ascensions fifteen times as much, seconds of time.
  private static final double[] STEPS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000,
    54_000, 108_000
  };
  private static final double[] TIME_STEPS = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200,
    10_800, 21_600
  };

  private final Surface surface;
  private final SkyPlane plane;
  private final SkyField field;
  private final double meridianStep;
  private final double parallelStep;

  /**
   * The grid of a field.
   *
   * @param field as large as the window shows
   */
  SkyGrid(Surface surface, SkyPlane plane, SkyField field) {
    this.surface = surface;
    this.plane = plane;
    this.field = field;
    parallelStep = parallelStep(surface, plane.scale());
    meridianStep = meridianStep();
  }

  static double parallelStep(Surface surface, double scale) {
    for (double step : STEPS) {
      if (step * ARCSECOND * scale >= 3 * surface.lineHeight()) {
        return step * ARCSECOND;
      }
    }
    return STEPS[STEPS.length - 1] * ARCSECOND;
  }

  private double meridianStep() {
    double stretch = Math.max(0.02, Math.cos(Math.toRadians(field.centre().dec())));
    for (double seconds : TIME_STEPS) {
      double step = seconds * HOUR * ARCSECOND;
      String label = SkyText.hours(field.centre().ra(), step) + "  ";
      if (step * stretch * plane.scale() >= surface.textWidth(label)) {
        return step;
      }
    }
    return TIME_STEPS[TIME_STEPS.length - 1] * HOUR * ARCSECOND;
  }

  void draw() {
    parallels();
    meridians();
  }

  private double lowest() {
    return Math.max(-POLE, field.centre().dec() - field.radius());
  }

  private double highest() {
    return Math.min(POLE, field.centre().dec() + field.radius());
  }

  private boolean holdsPole() {
    return Math.abs(field.centre().dec()) + field.radius() >= NEAR_POLE;
  }

  // How far the field goes to the east and to the west, in right ascension.
  private double spread() {
    double ratio =
        Math.sin(Math.toRadians(field.radius())) / Math.cos(Math.toRadians(field.centre().dec()));
    return holdsPole() || !(ratio < 1) ? FULL_CIRCLE / 2 : Math.toDegrees(Math.asin(ratio));
  }

  private void parallels() {
    double spread = spread();
    double first = Math.ceil(lowest() / parallelStep);
    double free = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_LINES && (first + i) * parallelStep <= highest(); i++) {
      double dec = (first + i) * parallelStep;
      List<SkyPlane.Line> lines =
          line(
              DoubleStream.iterate(0, piece -> piece + 1)
                  .limit(PIECES + 1L)
                  .map(piece -> field.centre().ra() + spread * (2 * piece / PIECES - 1))
                  .mapToObj(ra -> SkyVector.of(ra, dec))
                  .toList());
      String label = SkyText.declination(dec, parallelStep);
      double place = crossing(lines, false);
      double top = place - surface.lineHeight() / 2;
      if (top >= plane.window().top() - surface.lineHeight()
          && place <= plane.window().bottom()
          && top + surface.lineHeight() <= free) {
        surface.text(
            plane.window().left() - surface.textWidth(" "), top, Anchor.END, label, Ink.FAINT);
        free = top;
      }
    }
  }

  private void meridians() {
    double spread = spread();
    double low = Math.max(lowest(), -NEAR_POLE);
    double high = Math.min(highest(), NEAR_POLE);
    double first = Math.ceil((field.centre().ra() - spread) / meridianStep);
    List<Window> taken = new ArrayList<>();
    for (int i = 0; i < MOST_LINES; i++) {
      double ra = (first + i) * meridianStep;
      if (ra > field.centre().ra() + spread || i * meridianStep >= FULL_CIRCLE) {
        break;
      }
      List<SkyPlane.Line> lines =
          line(
              DoubleStream.iterate(0, piece -> piece + 1)
                  .limit(PIECES + 1L)
                  .map(piece -> low + (high - low) * piece / PIECES)
                  .mapToObj(dec -> SkyVector.of(ra, dec))
                  .toList());
      double place = crossing(lines, true);
      String label = SkyText.hours(ra, meridianStep);
      double width = surface.textWidth(label);
      Window box =
          new Window(
              place - width / 2 - surface.textWidth(" "),
              plane.window().bottom() + surface.dot(),
              width + 2 * surface.textWidth(" "),
              surface.lineHeight());
      boolean fits =
          place - width / 2 >= 0
              && place + width / 2 <= surface.width()
              && taken.stream().noneMatch(box::meets);
      if (!Double.isNaN(place) && fits) {
        surface.text(place, box.top(), Anchor.MIDDLE, label, Ink.FAINT);
        taken.add(box);
      }
    }
  }

  private List<SkyPlane.Line> line(List<SkyVector> directions) {
    List<SkyPlane.Line> lines = plane.lines(directions, false);
    for (SkyPlane.Line line : lines) {
      surface.path(line.xs(), line.ys(), false, Ink.GRID, plane.window());
    }
    return lines;
  }

  /** Where lines cross the lower edge of the window, or the left one; NaN if they do not. */
  private double crossing(List<SkyPlane.Line> lines, boolean lower) {
    double edge = lower ? plane.window().bottom() : plane.window().left();
    for (SkyPlane.Line line : lines) {
      double[] over = lower ? line.ys() : line.xs();
      double[] along = lower ? line.xs() : line.ys();
      for (int i = 1; i < over.length; i++) {
        if ((over[i - 1] - edge) * (over[i] - edge) <= 0 && over[i] != over[i - 1]) {
          double part = (edge - over[i - 1]) / (over[i] - over[i - 1]);
          double place = along[i - 1] + part * (along[i] - along[i - 1]);
          boolean within =
              lower
                  ? place >= plane.window().left() && place <= plane.window().right()
                  : place >= plane.window().top() && place <= plane.window().bottom();
          if (within) {
            return place;
          }
        }
      }
    }
    return Double.NaN;
  }
}
