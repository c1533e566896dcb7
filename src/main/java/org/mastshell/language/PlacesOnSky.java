package org.mastshell.language;

import java.util.Optional;

/** Reads places and angles on the sky that stand alone, as the values of options do. */
public final class PlacesOnSky {
  private static final double LARGEST_RADIUS = 180;

  private PlacesOnSky() {}

  /**
   * A point, as {@code coordinates} takes one.
   *
   * @param line the whole line, for the message
   * @throws SyntaxException if it is none
   */
  public static Position.Coordinates point(Word word, String line) {
    return SkyCoordinates.read(new ValueText(line, word), word.text(), Position.DEFAULT_RADIUS);
  }

  /**
   * An angle in degrees, above 0 and at most 180; a number without a unit is in degrees.
   *
   * @param line the whole line, for the message
   * @throws SyntaxException if it is none
   */
  public static double radius(Word word, String line) {
    ValueText value = new ValueText(line, word);
    double degrees = new Quantities("radius", "deg").exact(value, Optional.empty()).low();
    if (!(degrees > 0) || degrees > LARGEST_RADIUS) {
      throw value.fault(
          value.text() + " is no radius",
          "a radius is above 0 and at most 180deg, as in --radius 3arcmin");
    }
    return degrees;
  }
}
