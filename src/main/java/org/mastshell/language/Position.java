package org.mastshell.language;

import java.util.List;

/** A circle on the sky, around a named object or a point; or such circles around many. */
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

  /**
   * Circles around objects that are still to be resolved.
   *
   * @param objects names as typed or as they stand in files, each once, in that order
   */
  record Names(List<String> objects, double radiusDegrees) implements Position {
    /** Keeps its own copy of the names. */
    public Names {
      objects = List.copyOf(objects);
    }
  }

  /**
   * Circles around points.
   *
   * @param targets in the order of the file; none of a set without rows
   * @param placeless what rows without a position are called: by their names, or where they stand
   *     in their file
   */
  record Targets(List<Target> targets, List<String> placeless, double radiusDegrees)
      implements Position {
    /** Keeps its own copies. */
    public Targets {
      targets = List.copyOf(targets);
      placeless = List.copyOf(placeless);
    }
  }
}
