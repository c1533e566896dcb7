package org.mastshell.output;

import java.util.List;

/** Numbers of bytes for people, in decimal units (1 kB is 1000 B). */
public final class Sizes {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  private Sizes() {}

  /** The size with one decimal below a hundred: {@code 0 B}, {@code 1.2 GB}, {@code 410 GB}. */
  public static String text(long bytes) {
    if (bytes < 0) {
      return "-" + text(bytes == Long.MIN_VALUE ? Long.MAX_VALUE : -bytes);
    }
    if (bytes < 1000) {
      return bytes + " B";
    }
    long unit = 1000;
    int name = 0;
    while (rounded(bytes, unit) >= 1000) {
      unit *= 1000;
      name++;
    }
    long tenths = rounded(bytes, unit / 10);
    String number =
        tenths < 1000 ? tenths / 10 + "." + tenths % 10 : Long.toString(rounded(bytes, unit));
    return number + " " + UNITS.get(name);
  }

  // Half a unit counts as a whole one.
  private static long rounded(long bytes, long unit) {
    return bytes / unit + (bytes % unit >= unit / 2 ? 1 : 0);
  }
}
