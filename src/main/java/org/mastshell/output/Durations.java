package org.mastshell.output;

import java.math.BigDecimal;
import java.math.MathContext;

/** Lengths of time for people. */
public final class Durations {
  private static final double TENTH = 0.1;
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private Durations() {}

  /**
   * The two most telling units: {@code 1.9 s}, {@code 3m 35s}, {@code 2h 05m}, {@code 82d 14h}.
   *
   * @param seconds may be negative; of what is no number an empty text is made
   */
  public static String text(double seconds) {
    if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
      return "";
    }
    if (seconds < 0) {
      return "-" + text(-seconds);
    }
    if (seconds > 0 && seconds < TENTH) {
      return plain(new BigDecimal(seconds).round(TWO_DIGITS)) + " s";
    }
    long tenths = Math.round(seconds * 10);
    if (tenths < 600) {
      return plain(BigDecimal.valueOf(tenths, 1)) + " s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return pair(whole, 60, "m", "s");
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 24 * 60) {
      return pair(minutes, 60, "h", "m");
    }
    return pair(Math.round(seconds / 3600), 24, "d", "h");
  }

  private static String pair(long small, int perLarge, String large, String unit) {
    long rest = small % perLarge;
    return small / perLarge + large + (rest < 10 ? " 0" : " ") + rest + unit;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
