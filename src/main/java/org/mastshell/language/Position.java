package org.mastshell.language;

/** A circle on the sky, around a named object or a point. */
public sealed interface Position {
  /** The radius of a search that gives none, in degrees (MAST's own default). */
  double DEFAULT_RADIUS = 0.2;

  /** The radius of the circle in degrees, above 0. */
  double radiusDegrees();

  /**
   * A circle around an object that is still to be resolved.
   *
   * @param object name as typed
   */
  record Name(String object, double radiusDegrees) implements Position {}

  /**
   * A circle around a point.
   *
   * @param ra right ascension in degrees, ICRS, from 0 to 360
   * @param dec declination in degrees, from -90 to 90
   */
  record Coordinates(double ra, double dec, double radiusDegrees) implements Position {}
}
