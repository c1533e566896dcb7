package org.mastshell.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.language.Unit.Measure;
import org.mastshell.vocabulary.NearestWords;

/** Reads numbers with units, and gives them in the unit that the archive keeps. */
final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\D.*)?");

  private final String name;
  private final Unit unit;

  /**
   * @param name what is measured, for messages
   * @param unit unit of bare numbers and of results, or null for numbers without one
   */
  Quantities(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
  }

  /** The number as typed, in the archive's unit. */
  Extent exact(ValueText value, Optional<Unit> bare) {
    BigDecimal typed = number(value);
    return Extent.point(converted(value, typed, unitOf(value).or(() -> bare)));
  }

  /** Everything within half a unit of the last digit typed. */
  Extent tolerant(ValueText value) {
    BigDecimal typed = number(value);
    BigDecimal half = BigDecimal.valueOf(5, typed.scale() + 1);
    Optional<Unit> typedUnit = unitOf(value);
    return new Extent(
        converted(value, typed.subtract(half), typedUnit),
        converted(value, typed.add(half), typedUnit),
        true);
  }

  /** The unit that stands behind a number, if one does. */
  Optional<Unit> unitOf(ValueText value) {
    Matcher parts = parts(value);
    if (parts.group(2) == null) {
      return Optional.empty();
    }
    String word = parts.group(2).strip();
    Optional<Unit> found = Unit.of(word);
    if (unit == null) {
      throw value.fault(name + " has no unit", "write the number alone: " + parts.group(1));
    }
    Measure measure = unit.measure();
    String allowed = String.join(" ", Unit.symbols(measure));
    if (found.isEmpty()) {
      String near =
          NearestWords.to(word, Unit.symbols(measure)).stream()
              .findFirst()
              .map(symbol -> "did you mean " + parts.group(1) + symbol + "? ")
              .orElse("");
      throw value.fault("no unit is called " + word, near + name + " takes " + allowed);
    }
    if (found.get().measure() != measure) {
      throw value.fault(
          word + " is a unit of " + found.get().measure().word() + ", and " + name + " is none",
          name + " takes " + allowed);
    }
    return found;
  }

  private Matcher parts(ValueText value) {
    Matcher parts = NUMBER.matcher(value.text());
    if (!parts.matches()) {
      String example =
          unit == null
              ? "a number is like 3 or 0.25"
              : "a number with its unit is like 3" + unit.symbol();
      throw value.fault(
          (value.text().isEmpty() ? "nothing" : value.text()) + " is no number", example);
    }
    return parts;
  }

  private BigDecimal number(ValueText value) {
    return new BigDecimal(parts(value).group(1));
  }

  private double converted(ValueText value, BigDecimal number, Optional<Unit> typed) {
    BigDecimal result = number;
    if (typed.isPresent() && typed.get() != unit) {
      BigDecimal factor = typed.get().factor().divide(unit.factor(), MathContext.DECIMAL128);
      result = number.multiply(factor);
    }
    double converted = result.doubleValue();
    if (Double.isInfinite(converted)) {
      throw value.fault(value.text() + " is too large", "");
    }
    return converted;
  }
}
