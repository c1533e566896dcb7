package org.mastshell.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wavelengths that pass a compound of optical elements, in nm and roughly: the name of a JWST
 * filter tells its centre in units of 10 nm and its kind of width.
 *
 * @param min the shortest
 * @param max the longest
 */
record Passband(double min, double max) {
  private static final Pattern FILTER = Pattern.compile("F(\\d{3,4})(W2|W|M|N|C)");

  static Passband ofJwst(String filters) {
    if (filters == null) {
      return new Passband(4900, 27_900);
    }
    Passband narrowest = new Passband(600, 5300);
    Matcher matcher = FILTER.matcher(filters);
    while (matcher.find()) {
      double centre = 10.0 * Integer.parseInt(matcher.group(1));
      double half = centre * halfWidth(matcher.group(2));
      if (2 * half < narrowest.max - narrowest.min) {
        narrowest = new Passband(Math.rint(centre - half), Math.rint(centre + half));
      }
    }
    return narrowest;
  }

  private static double halfWidth(String kind) {
    return switch (kind) {
      case "W2" -> 0.33;
      case "W" -> 0.12;
      case "M" -> 0.05;
      default -> 0.01;
    };
  }
}
