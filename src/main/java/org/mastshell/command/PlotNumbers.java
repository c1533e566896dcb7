package org.mastshell.command;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mastshell.output.Counts;

/** Numbers at the marks of an axis. */
final class PlotNumbers {
  private static final MathContext DIGITS = new MathContext(6);
  private static final double LARGEST = 1e7;
  private static final double SMALLEST = 1e-4;

  private PlotNumbers() {}

  /** The number as short as it can be: {@code 0.5}, {@code 20,000}, {@code 1E+9}. */
  static String text(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    if (size != 0 && (size >= LARGEST || size < SMALLEST)) {
      return rounded.toString();
    }
    boolean whole = rounded.scale() <= 0;
    return whole ? Counts.text(rounded.longValue()) : rounded.toPlainString();
  }
}
