package org.mastshell.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.vocabulary.Field;

/** The units in which the values of a field can be typed. */
public final class FieldUnits {
  private static final Pattern WITH_WORD = Pattern.compile("[+-]?[\\d.]+\\s*(\\p{L}+)");

  private static final BigDecimal METRE = new BigDecimal("1E9");

  private FieldUnits() {}

  /** The units as they are typed behind a number, from the smallest; none for bare numbers. */
  public static List<String> of(Field field) {
    return switch (field.kind()) {
      case INTEGER, DECIMAL, ANGLE, WAVELENGTH, DURATION, SIZE ->
          Unit.ofValues(field.unit()).map(unit -> Unit.symbols(unit.measure())).orElse(List.of());
      default -> List.of();
    };
  }

  /**
   * How many of one unit another one is, where both measure the same.
   *
   * @param unit as it is written where values are kept
   * @param other the same
   * @return empty where one of them is not known, or they measure different things
   */
  public static Optional<BigDecimal> factor(String unit, String other) {
    return Unit.ofValues(unit)
        .flatMap(
            one ->
                Unit.ofValues(other)
                    .filter(next -> next.measure() == one.measure())
                    .map(next -> next.factor().divide(one.factor(), MathContext.DECIMAL128)));
  }

  /**
   * How many of the archive's units of a field another unit is.
   *
   * @param unit its symbol or name, as in a file
   * @return empty where it measures something else, or is not known
   */
  public static Optional<BigDecimal> factor(Field field, String unit) {
    Optional<Unit> own = Unit.of(field.unit());
    // Metres are typed by nobody, but are the unit of wavelengths in the Virtual Observatory.
    if (unit.equals("m") && own.filter(one -> one.measure() == Unit.Measure.LENGTH).isPresent()) {
      return Optional.of(METRE.divide(own.get().factor(), MathContext.DECIMAL128));
    }
    return own.flatMap(
        archive ->
            Unit.of(unit)
                .filter(other -> other.measure() == archive.measure())
                .map(other -> other.factor().divide(archive.factor(), MathContext.DECIMAL128)));
  }

  /**
   * Whether a number stands there, or a range, with a word that is no unit of the field. What is no
   * number at all is none of this.
   *
   * @param text a value as it is meant, without quotes
   */
  public static boolean isForeign(Field field, String text) {
    List<String> known = of(field);
    return !known.isEmpty()
        && Arrays.stream(text.split("\\.\\.", -1))
            .map(WITH_WORD::matcher)
            .filter(Matcher::matches)
            .map(number -> Unit.of(number.group(1)).map(Unit::symbol))
            .anyMatch(unit -> unit.filter(known::contains).isEmpty());
  }
}
