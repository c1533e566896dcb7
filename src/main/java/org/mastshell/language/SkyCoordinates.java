package org.mastshell.language;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a point on the sky: degrees ({@code 161.26 -59.87}) or sexagesimal, right ascension in
 * hours ({@code 10h46m03s -59d52m}, {@code 10:46:03 -59:52:00}, {@code 10 46 03 -59 52 00}).
 */
final class SkyCoordinates {
  private static final double DEGREES_AN_HOUR = 15;
  private static final double SIXTY = 60;
  private static final double FULL_CIRCLE = 360;
  private static final double POLE = 90;
  private static final String NUMBER = "\\d+(?:\\.\\d*)?|\\.\\d+";
  private static final Pattern DEGREES =
      Pattern.compile("([+-]?(?:" + NUMBER + "))(?:\u00b0|d|deg)?");
  private static final Pattern HOURS =
      Pattern.compile(sexagesimal("[hH]", "m|'|\u2032|\u2019", "s|\"|\u2033|''"));
  private static final Pattern ARC =
      Pattern.compile(sexagesimal("(?:d|deg|\u00b0)", "m|'|\u2032|\u2019", "s|\"|\u2033|''"));
  private static final Pattern COLONS =
      Pattern.compile("([+-]?)(\\d+):(\\d+(?:\\.\\d*)?)(?::(\\d+(?:\\.\\d*)?))?");
  private static final String EXAMPLES =
      "coordinates are like \"10h46m03s -59d52m\", \"10:46:03 -59:52:00\" or \"161.26 -59.87\"";

  private final ValueText value;

  private SkyCoordinates(ValueText value) {
    this.value = value;
  }

  /**
   * Reads a point.
   *
   * @param value as typed, for messages
   * @param text both coordinates
   * @param radius of the circle around it, in degrees
   */
  static Position.Coordinates read(ValueText value, String text, double radius) {
    return new SkyCoordinates(value).point(text, radius);
  }

  private Position.Coordinates point(String text, double radius) {
    // Coordinates copied from a paper have a typographic minus.
    String plain = text.strip().replace('\u2212', '-');
    List<String> tokens = Arrays.asList(plain.split("[\\s,]+", -1));
    String first;
    String second;
    if (tokens.size() == 2) {
      first = tokens.get(0);
      second = tokens.get(1);
    } else if (tokens.size() == 4 || tokens.size() == 6) {
      int half = tokens.size() / 2;
      String separator = tokens.get(0).matches("[+-]?\\d+") ? ":" : "";
      first = String.join(separator, tokens.subList(0, half));
      second = String.join(separator, tokens.subList(half, tokens.size()));
    } else {
      throw value.fault("these are no coordinates", EXAMPLES);
    }
    double ra = rightAscension(first);
    double dec = declination(second);
    if (ra < 0 || ra > FULL_CIRCLE) {
      throw value.fault(
          first + " is no right ascension",
          "right ascensions go from 0 to 360 degrees, or 0h to 24h");
    }
    if (Math.abs(dec) > POLE) {
      throw value.fault(second + " is no declination", "declinations go from -90 to 90 degrees");
    }
    return new Position.Coordinates(ra, dec, radius);
  }

  private double rightAscension(String text) {
    for (Pattern pattern : List.of(HOURS, COLONS)) {
      Matcher parts = pattern.matcher(text);
      if (parts.matches()) {
        return sexagesimal(parts) * DEGREES_AN_HOUR;
      }
    }
    return degrees(text);
  }

  private double declination(String text) {
    Matcher colons = COLONS.matcher(text);
    return colons.matches() ? sexagesimal(colons) : degrees(text);
  }

  private double degrees(String text) {
    Matcher plain = DEGREES.matcher(text);
    if (plain.matches()) {
      return Double.parseDouble(plain.group(1));
    }
    Matcher arc = ARC.matcher(text);
    if (arc.matches()) {
      return sexagesimal(arc);
    }
    throw value.fault(text + " is no coordinate", EXAMPLES);
  }

  private double sexagesimal(Matcher parts) {
    double minutes = part(parts, 3);
    double seconds = part(parts, 4);
    if (minutes >= SIXTY || seconds >= SIXTY) {
      throw value.fault(parts.group() + " is no coordinate", "minutes and seconds are below 60");
    }
    double size = part(parts, 2) + minutes / SIXTY + seconds / SIXTY / SIXTY;
    return parts.group(1).equals("-") ? -size : size;
  }

  private static double part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  private static String sexagesimal(String whole, String minute, String second) {
    return "([+-]?)("
        + NUMBER
        + ")"
        + whole
        + "(?:("
        + NUMBER
        + ")(?:"
        + minute
        + "))?(?:("
        + NUMBER
        + ")(?:"
        + second
        + "))?";
  }
}
