package org.mastshell.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;

/** Decimal numbers with the units of their field. */
final class QuantityScale implements NumberReader.Scale {
  private static final double FULL_CIRCLE = 360;
  private static final double POLE = 90;
  private static final int DIGITS = 6;

  private final Field field;
  private final Quantities quantities;

  QuantityScale(Field field) {
    this.field = field;
    this.quantities = new Quantities(field.name(), field.unit());
  }

  @Override
  public Extent whole(ValueText value) {
    requireDegrees(value);
    // A point of a band is a point: half a unit of "2um" would be a fourth of the spectrum.
    return field.name().equals(Fields.WAVELENGTH)
        ? quantities.exact(value, Optional.empty())
        : quantities.tolerant(value);
  }

  @Override
  public Extent end(ValueText value, ValueText other) {
    requireDegrees(value);
    boolean alone = other == null || other.text().isEmpty();
    return quantities.exact(value, alone ? Optional.empty() : quantities.unitOf(other));
  }

  // The columns are in degrees: a piece of a number would be taken for its unit.
  private void requireDegrees(ValueText value) {
    boolean ra = field.name().equals("s_ra");
    if (!ra && !field.name().equals("s_dec")) {
      return;
    }
    SkyCoordinates.degreesOf(value.text(), ra)
        .ifPresent(
            degrees -> {
              String meant = rounded(degrees);
              throw value.fault(
                  field.name() + " takes degrees", "did you mean " + meant + "?", meant);
            });
  }

  private static String rounded(double degrees) {
    return BigDecimal.valueOf(degrees)
        .setScale(DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  @Override
  public void check(ValueText value, Extent extent) {
    double middle = extent.low() / 2 + extent.high() / 2;
    if (field.name().equals("s_ra") && (middle < 0 || middle > FULL_CIRCLE)) {
      throw value.fault(
          value.text() + " is no right ascension",
          "right ascensions go from 0 to 360 degrees, as in ra=161..162");
    }
    if (field.name().equals("s_dec") && Math.abs(middle) > POLE) {
      throw value.fault(
          value.text() + " is no declination",
          "declinations go from -90 to 90 degrees, as in dec=-60..-59");
    }
  }
}
