package org.mastshell.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mastshell.chart.Surface.Anchor;
import org.mastshell.sky.SkyVector;

/** The grid of the whole sky: hours along the equator, degrees along the rim. */
final class AllSkyGrid {
  private static final int HALF_CIRCLE = 180;
  private static final int POLE = 90;
  private static final int STEP = 30;
  private static final int DEGREES_AN_HOUR = 15;
  private static final int HOURS = 24;
  // Just beside the cut, so that a line along it is seen at one side alone.
  private static final double RIM = HALF_CIRCLE - 1e-9;

  private final Surface surface;
  private final SkyPlane plane;

  AllSkyGrid(Surface surface, SkyPlane plane) {
    this.surface = surface;
    this.plane = plane;
  }

  void draw() {
    int hours = plane.scale() * DEGREES_AN_HOUR * 3 >= surface.textWidth("00h ") ? 3 : 6;
    int degrees = plane.scale() * STEP >= 1.2 * surface.lineHeight() ? STEP : 2 * STEP;
    for (int dec = -POLE + degrees; dec < POLE; dec += degrees) {
      parallel(dec);
    }
    for (int hour = 0; hour < HOURS; hour += hours) {
      if (hour * DEGREES_AN_HOUR != HALF_CIRCLE) {
        meridian(hour * DEGREES_AN_HOUR, Ink.GRID);
      }
    }
    meridian(RIM, Ink.FRAME);
    meridian(-RIM, Ink.FRAME);
    for (int hour = 0; hour < HOURS; hour += hours) {
      hour(hour);
    }
  }

  private void parallel(int dec) {
    List<SkyVector> line =
        IntStream.rangeClosed(-HALF_CIRCLE / 2, HALF_CIRCLE / 2)
            .mapToDouble(ra -> Math.max(-RIM, Math.min(RIM, 2.0 * ra)))
            .mapToObj(ra -> SkyVector.of(ra, dec))
            .toList();
    draw(line, Ink.GRID);
    String label = (dec > 0 ? "+" : "") + dec + "°";
    plane
        .place(SkyVector.of(RIM, dec))
        .ifPresent(
            rim ->
                surface.text(
                    rim.x() - surface.textWidth(" ") / 2,
                    rim.y() - surface.lineHeight() / 2,
                    Anchor.END,
                    label,
                    Ink.FAINT));
  }

  private void meridian(double ra, Ink ink) {
    draw(
        DoubleStream.iterate(-POLE, dec -> dec + 2)
            .limit(POLE + 1)
            .mapToObj(dec -> SkyVector.of(ra, dec))
            .toList(),
        ink);
  }

  // 12h is at both ends.
  private void hour(int hour) {
    if (hour * DEGREES_AN_HOUR == HALF_CIRCLE) {
      label(RIM, "12h", Anchor.START);
      label(-RIM, "12h", Anchor.END);
    } else {
      label(hour * DEGREES_AN_HOUR, hour + "h", Anchor.MIDDLE);
    }
  }

  private void label(double ra, String text, Anchor anchor) {
    double space = surface.textWidth(" ") / 2;
    plane
        .place(SkyVector.of(ra, 0))
        .ifPresent(
            place ->
                surface.text(
                    place.x()
                        + (anchor == Anchor.START ? space : anchor == Anchor.END ? -space : 0),
                    place.y() + surface.dot(),
                    anchor,
                    text,
                    Ink.FAINT));
  }

  private void draw(List<SkyVector> directions, Ink ink) {
    for (SkyPlane.Line line : plane.lines(directions, false)) {
      surface.path(line.xs(), line.ys(), false, ink, plane.window());
    }
  }
}
