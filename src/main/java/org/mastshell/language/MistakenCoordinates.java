package org.mastshell.language;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains coordinates that lie nowhere on the sky, and says which were probably meant. */
final class MistakenCoordinates {
  private static final BigDecimal FULL_CIRCLE = BigDecimal.valueOf(360);
  private static final double HOURS_OF_A_CIRCLE = 24;
  private static final double DEGREES_AN_HOUR = 15;
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(?:\\.\\d*)?");
  private static final Pattern COLONS =
      Pattern.compile("\\+?(\\d+):(\\d+(?:\\.\\d*)?)(?::(\\d+(?:\\.\\d*)?))?");

  /** As in the names of sources: J104603.6-595200. */
  private static final Pattern PACKED =
      Pattern.compile(
          "[Jj]?(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d+)?)([+-]\\d{2})(\\d{2})(\\d{2}(?:\\.\\d+)?)");

  private static final Pattern RUN_TOGETHER = Pattern.compile("([^\\s+-]+)([+-][^\\s+-]+)");
  private static final String RANGE_OF_RA =
      "right ascensions go from 0 to 360 degrees, or 0h to 24h";
  private static final String RANGE_OF_DEC = "declinations go from -90 to 90 degrees";

  private MistakenCoordinates() {}

  /** Why a text cannot be parted into two coordinates. */
  static Remark unparted(String text) {
    String message = "these are no two coordinates";
    Matcher packed = PACKED.matcher(text);
    if (packed.matches()) {
      return meant(
          message,
          "",
          String.join(":", packed.group(1), packed.group(2), packed.group(3))
              + " "
              + String.join(":", packed.group(4), packed.group(5), packed.group(6)));
    }
    Matcher together = RUN_TOGETHER.matcher(text);
    return together.matches()
        ? meant(message, "", together.group(1) + " " + together.group(2))
        : Remark.of(message, SkyCoordinates.EXAMPLES);
  }

  /** Why the first coordinate is no right ascension. */
  static Remark ofRightAscension(String first, double ra, String second, double dec) {
    String message = first + " is no right ascension";
    if (swapped(ra, dec)) {
      return meant(message + ", which comes first", "", second + " " + first);
    }
    Matcher colons = COLONS.matcher(first);
    double hours = ra / DEGREES_AN_HOUR;
    if (colons.matches() && hours > HOURS_OF_A_CIRCLE && SkyCoordinates.isRightAscension(hours)) {
      String degrees = colons.group(1) + "d" + colons.group(2) + "m";
      String seconds = colons.group(3) == null ? "" : colons.group(3) + "s";
      return meant(message + " in hours", "", degrees + seconds + " " + second);
    }
    if (DECIMAL.matcher(first).matches() && SkyCoordinates.isDeclination(dec)) {
      BigDecimal turns = ra < 0 ? FULL_CIRCLE : FULL_CIRCLE.negate();
      BigDecimal turned = new BigDecimal(first).add(turns);
      if (SkyCoordinates.isRightAscension(turned.doubleValue())) {
        return meant(message, RANGE_OF_RA, turned.toPlainString() + " " + second);
      }
    }
    return Remark.of(message, RANGE_OF_RA + "; " + SkyCoordinates.EXAMPLES);
  }

  /** Why the second coordinate is no declination. */
  static Remark ofDeclination(String first, double ra, String second, double dec) {
    String message = second + " is no declination";
    return swapped(ra, dec)
        ? meant(message + ", which comes second", "", second + " " + first)
        : Remark.of(message, RANGE_OF_DEC + "; " + SkyCoordinates.EXAMPLES);
  }

  private static boolean swapped(double ra, double dec) {
    return SkyCoordinates.isDeclination(ra) && SkyCoordinates.isRightAscension(dec);
  }

  private static Remark meant(String message, String rule, String coordinates) {
    String quoted = Quoting.quote(coordinates);
    String before = rule.isEmpty() ? "" : rule + "; ";
    return new Remark(
        message, before + "did you mean coordinates=" + quoted + "?", Optional.of(quoted));
  }
}
