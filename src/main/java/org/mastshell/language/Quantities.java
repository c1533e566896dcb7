package org.mastshell.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mastshell.language.Unit.Measure;

/** Reads numbers with units, and gives them in the unit that the archive keeps. */
final class Quantities {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\D.*)?");

  // 5-10, 5–10, 5:10 or 5 to 10
  private static final Pattern DASHED_RANGE =
      Pattern.compile("([-+]?[\\d.]+[^-\\d:\u2013]*)(?:[-:\u2013]+|\\bto\\b)\\s*(\\d.*)");

  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?:-\\d\\d.*)?");

  private final String name;
  private final Unit unit;
  private final String written;

  /**
   * @param name what is measured, for messages
   * @param written the unit of bare numbers and of results, as it is written where they are kept;
   *     one that is not known here is taken behind numbers as well; empty for numbers without one
   */
  Quantities(String name, String written) {
    this.name = name;
    this.unit = Unit.ofValues(written).orElse(null);
    this.written = written;
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
      if (!written.isEmpty() && word.equals(written)) {
        return Optional.empty();
      }
      throw value.fault(
          written.isEmpty()
              ? name + " has no unit"
              : name + " is in " + written + ", and " + word + " cannot be made that here",
          "write the number alone: " + parts.group(1),
          parts.group(1));
    }
    if (found.isEmpty() || found.get().measure() != unit.measure()) {
      throw value.fault(wrongUnit(parts.group(1), word, found));
    }
    return found;
  }

  private Remark wrongUnit(String number, String word, Optional<Unit> found) {
    Measure measure = unit.measure();
    String message =
        found.isEmpty()
            ? "no unit is called " + word
            : word
                + " is a unit of "
                + found.get().measure().word()
                + (name.equals(measure.word()) ? ", not of " : ", and " + name + isA(measure))
                + measure.word();
    String allowed = name + " takes " + String.join(" ", Unit.symbols(measure));
    return Unit.nearest(word, measure)
        .map(near -> number + near.symbol())
        .map(
            meant ->
                new Remark(message, "did you mean " + meant + "? " + allowed, Optional.of(meant)))
        .orElseGet(() -> Remark.of(message, allowed + ", as in " + measure.example()));
  }

  private void refuseRange(ValueText value) {
    Optional<Period> date =
        Optional.of(value.text())
            .filter(text -> unit == null && DATE.matcher(text).matches())
            .flatMap(new Dates(Clock.systemUTC())::parse);
    if (date.isPresent()) {
      throw value.fault(
          value.text() + " is a date, and " + name + " holds plain numbers",
          "as a Modified Julian Date it is " + mjd(date.get()));
    }
    Matcher range = DASHED_RANGE.matcher(value.text());
    if (range.matches()) {
      String meant = range.group(1).strip() + ".." + range.group(2).strip();
      throw value.fault(value.text() + " is no number", "a range has two dots: " + meant, meant);
    }
  }

  private static String mjd(Period date) {
    String start = BigDecimal.valueOf(date.startMjd()).stripTrailingZeros().toPlainString();
    String end = BigDecimal.valueOf(date.endMjd()).stripTrailingZeros().toPlainString();
    return start.equals(end) ? start : start + ".." + end;
  }

  private static String isA(Measure measure) {
    return measure == Measure.ANGLE ? " is an " : " is a ";
  }

  private String example() {
    return unit == null
        ? "a number is like 3 or 0.25" + (written.isEmpty() ? "" : ", in " + written)
        : "a number with its unit is like " + unit.measure().example();
  }

  private Matcher parts(ValueText value) {
    // Numbers copied from a paper have a typographic minus.
    Matcher parts = NUMBER.matcher(value.text().replace('\u2212', '-'));
    boolean number = parts.matches();
    if (!number || (parts.group(2) != null && !isUnit(parts.group(2).strip()))) {
      refuseRange(value);
    }
    if (!number) {
      throw value.fault(
          (value.text().isEmpty() ? "nothing" : value.text()) + " is no number", example());
    }
    return parts;
  }

  private boolean isUnit(String word) {
    return word.equals(written) || Unit.of(word).isPresent();
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
      throw value.fault(value.text() + " is too large", example());
    }
    return converted;
  }
}
