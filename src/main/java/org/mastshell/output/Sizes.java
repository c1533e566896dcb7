package org.mastshell.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers of bytes for people, in decimal units (1 kB is 1000 B). */
public final class Sizes {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Sizes() {}

  /** The size with one decimal below a hundred: {@code 0 B}, {@code 1.2 GB}, {@code 410 GB}. */
  public static String text(long bytes) {
    if (bytes < 0) {
      return "-" + text(bytes == Long.MIN_VALUE ? Long.MAX_VALUE : -bytes);
    }
    if (bytes < 1000) {
      return bytes + " B";
    }
    BigDecimal value = BigDecimal.valueOf(bytes);
    int unit = -1;
    do {
      value = value.divide(THOUSAND);
      unit++;
    } while (rounded(value).compareTo(THOUSAND) >= 0);
    return rounded(value).toPlainString() + " " + UNITS.get(unit);
  }

  private static BigDecimal rounded(BigDecimal value) {
    BigDecimal tenths = value.setScale(1, RoundingMode.HALF_UP);
    return tenths.compareTo(HUNDRED) < 0
        ? tenths
        : value.round(THREE_DIGITS).setScale(0, RoundingMode.HALF_UP);
  }
}
