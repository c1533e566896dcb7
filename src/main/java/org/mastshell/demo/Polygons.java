package org.mastshell.demo;

import java.util.List;
import java.util.Locale;

/** Writes footprints in STC-S, in the various forms that the archive has. */
final class Polygons {
  private static final List<double[]> CORNERS =
      List.of(
          new double[] {-1, -1}, new double[] {1, -1}, new double[] {1, 1}, new double[] {-1, 1});

  private Polygons() {}

  /**
   * A square around the place.
   *
   * @param frame what follows the word POLYGON, such as {@code ICRS}; may be empty
   * @param half half its side in degrees
   */
  static String square(String frame, SkyPosition place, double half) {
    return text(frame, place, half, false);
  }

  /** The same with the first corner repeated at the end. */
  static String closedSquare(String frame, SkyPosition place, double half) {
    return text(frame, place, half, true);
  }

  /** Two squares side by side, as the two modules of a camera see them. */
  static String pair(SkyPosition place, double half, double apart) {
    return square("ICRS", place.shifted(-apart, 0), half)
        + " "
        + square("ICRS", place.shifted(apart, 0), half);
  }

  static String circle(String frame, SkyPosition place, double radius) {
    return String.format(
        Locale.ROOT, "CIRCLE %s %.8f %.8f %.6f", frame, place.ra(), place.dec(), radius);
  }

  /** A square without a frame, whose right ascensions count from -180 to 180. */
  static String signedSquare(SkyPosition place, double half) {
    SkyPosition signed = place.ra() > 180 ? new SkyPosition(place.ra() - 360, place.dec()) : place;
    StringBuilder text = new StringBuilder("POLYGON");
    for (double[] corner : CORNERS) {
      double scale = Math.cos(Math.toRadians(signed.dec()));
      text.append(
          String.format(
              Locale.ROOT,
              " %.9f %.9f",
              signed.ra() + corner[0] * half / scale,
              signed.dec() + corner[1] * half));
    }
    return text.toString();
  }

  private static String text(String frame, SkyPosition place, double half, boolean closed) {
    StringBuilder text = new StringBuilder("POLYGON");
    text.append(frame.isEmpty() ? "" : " " + frame);
    for (int index = 0; index < (closed ? 5 : 4); index++) {
      double[] corner = CORNERS.get(index % 4);
      SkyPosition at = place.shifted(corner[0] * half, corner[1] * half);
      text.append(String.format(Locale.ROOT, " %.9f %.9f", at.ra(), at.dec()));
    }
    return text.toString();
  }
}
