package org.mastshell.output;

import java.util.Locale;

/** Counts for people. */
public final class Counts {
  private Counts() {}

  /** The number with its thousands set apart: {@code 3,612}. */
  public static String text(long n) {
    return n > -1000 && n < 1000 ? Long.toString(n) : String.format(Locale.ROOT, "%,d", n);
  }

  /** The number and what is counted: {@code 1 row}, {@code 3,612 rows}. */
  public static String of(long n, String one, String many) {
    return text(n) + " " + (n == 1 ? one : many);
  }
}
