package org.mastshell.sky;

import java.util.Locale;

/** Angles on the sky for people, as fine as a step between two of them needs. */
public final class SkyText {
  private static final double DEGREES_AN_HOUR = 15;
  private static final long PARTS = 3600L * 1000;
  private static final double SECOND = 1.0 / 3600;
  private static final double MINUTE = 1.0 / 60;
  private static final double FULL_CIRCLE = 360;

  private SkyText() {}

  /**
   * A right ascension in hours, such as {@code 05h21m30s}.
   *
   * @param degrees any turn
   * @param step in degrees: what is finer is not written
   */
  public static String hours(double degrees, double step) {
    double turned = ((degrees % FULL_CIRCLE) + FULL_CIRCLE) % FULL_CIRCLE;
    return parts(turned / DEGREES_AN_HOUR, step / DEGREES_AN_HOUR, "h", "m", "s", 24);
  }

  /**
   * A declination, such as {@code -69°29'37"}.
   *
   * @param degrees from -90 to 90
   * @param step in degrees: what is finer is not written
   */
  public static String declination(double degrees, double step) {
    String size = parts(Math.abs(degrees), step, "°", "'", "\"", Long.MAX_VALUE);
    boolean zero = size.chars().filter(Character::isDigit).allMatch(c -> c == '0');
    return zero ? size : (degrees < 0 ? "-" : "+") + size;
  }

  /** Both, to a second of time and of arc: {@code 05h21m30s -69°29'37"}. */
  public static String position(SkyVector direction) {
    return hours(direction.ra(), DEGREES_AN_HOUR * SECOND)
        + " "
        + declination(direction.dec(), SECOND);
  }

  /** The size of something in its most telling unit: {@code 12.4'}, {@code 3.1"}, {@code 25°}. */
  public static String size(double degrees) {
    if (degrees >= 1) {
      return digits(degrees) + "°";
    }
    return degrees >= MINUTE ? digits(degrees * 60) + "'" : digits(degrees * 3600) + "\"";
  }

  private static String digits(double value) {
    String text = String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String parts(
      double value, double step, String whole, String minute, String second, long turn) {
    long thousandths = Math.round(value * PARTS);
    // A step of one second is a number that is only nearly one.
    double unit = step * (1 + 1e-9);
    long rounding = unit >= 1 ? PARTS : unit >= MINUTE ? PARTS / 60 : unit >= SECOND ? 1000 : 1;
    long rounded = (thousandths + rounding / 2) / rounding * rounding;
    long wholes = rounded / PARTS % turn;
    String text = String.format(Locale.ROOT, turn < 100 ? "%02d" : "%d", wholes) + whole;
    if (unit < 1) {
      text += String.format(Locale.ROOT, "%02d", rounded / 60_000 % 60) + minute;
    }
    if (unit < MINUTE) {
      text += String.format(Locale.ROOT, "%02d", rounded / 1000 % 60);
      text += unit < SECOND ? String.format(Locale.ROOT, ".%03d", rounded % 1000) : "";
      text += second;
    }
    return text;
  }
}
