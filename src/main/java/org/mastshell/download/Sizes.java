package org.mastshell.download;

import java.util.Locale;

/** Sizes as short text for progress lines and messages. */
final class Sizes {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Sizes() {}

  /** A size in decimal units: {@code 26.4 GB}, {@code 512 B}. */
  static String text(long bytes) {
    int unit = unit(bytes);
    return number(bytes, unit) + " " + UNITS[unit];
  }

  /** How much of a size: {@code 9.1 of 26.4 GB}, both in the unit of the whole. */
  static String part(long done, long whole) {
    int unit = unit(whole);
    return number(done, unit) + " of " + number(whole, unit) + " " + UNITS[unit];
  }

  private static int unit(long bytes) {
    int unit = 0;
    // 999.5 would be shown as 1000, so it belongs to the next unit.
    for (double value = bytes; value >= 999.5 && unit < UNITS.length - 1; value /= 1000) {
      unit++;
    }
    return unit;
  }

  private static String number(long bytes, int unit) {
    double value = bytes / Math.pow(1000, unit);
    return unit == 0 || value >= 99.95
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
