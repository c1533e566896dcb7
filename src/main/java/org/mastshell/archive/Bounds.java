package org.mastshell.archive;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mastshell.table.Match;

/** Bounds of a number as the archive takes them: both finite, both included. */
record Bounds(double low, double high) {
  // Beyond anything that the archive's columns hold: MJD, seconds, degrees, nanometres.
  private static final double FAR = 1e9;

  /** The bounds that let through at least what the range does. */
  static Bounds of(Match.Range range) {
    double low =
        Double.isInfinite(range.low()) ? Math.min(-FAR, 10 * finite(range.high())) : range.low();
    double high =
        Double.isInfinite(range.high()) ? Math.max(FAR, 10 * finite(range.low())) : range.high();
    return new Bounds(low, high);
  }

  /** What both let through, if anything. */
  Optional<Bounds> intersect(Bounds other) {
    Bounds both = new Bounds(Math.max(low, other.low), Math.min(high, other.high));
    return both.low <= both.high ? Optional.of(both) : Optional.empty();
  }

  /** As it stands in a filter. */
  Map<String, Object> parameter() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("min", plain(low));
    parameter.put("max", plain(high));
    return parameter;
  }

  /** The number without an exponent, which not every reader of the archive's requests takes. */
  static BigDecimal plain(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? 0 : value;
  }
}
