package org.mastshell.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  static final String EXAMPLES =
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
      throw value.fault(MistakenCoordinates.unparted(plain));
    }
    double ra = rightAscension(first);
    double dec = declination(second);
    if (!isRightAscension(ra)) {
      throw value.fault(MistakenCoordinates.ofRightAscension(first, ra, second, dec));
    }
    if (!isDeclination(dec)) {
      throw value.fault(MistakenCoordinates.ofDeclination(first, ra, second, dec));
    }
    return new Position.Coordinates(ra, dec, radius);
  }

  static boolean isRightAscension(double degrees) {
    return degrees >= 0 && degrees <= FULL_CIRCLE;
  }

  static boolean isDeclination(double degrees) {
    return Math.abs(degrees) <= POLE;
  }

  /**
   * The degrees of one coordinate in hours, or in minutes and seconds; empty if it is written some
   * other way.
   *
   * @param hours whether it is a right ascension, which is in hours where its unit is not said
   */
  static Optional<Double> degreesOf(String text, boolean hours) {
    for (Pattern pattern : List.of(HOURS, COLONS, ARC)) {
      Matcher parts = pattern.matcher(text.replace('\u2212', '-'));
      if (parts.matches() && (pattern == HOURS || parts.group(3) != null)) {
        double signed = signed(parts);
        boolean inHours = pattern == HOURS || (pattern == COLONS && hours);
        return Optional.of(inHours ? signed * DEGREES_AN_HOUR : signed);
      }
    }
    return Optional.empty();
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
      throw value.fault(
          parts.group() + " is no coordinate", "minutes and seconds are below 60; " + EXAMPLES);
    }
    return signed(parts);
  }

  private static double signed(Matcher parts) {
    double size = part(parts, 2) + part(parts, 3) / SIXTY + part(parts, 4) / SIXTY / SIXTY;
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
