package org.mastshell.language;

import java.util.List;
import org.mastshell.vocabulary.Field;

/** The units in which the values of a field can be typed. */
public final class FieldUnits {
  private FieldUnits() {}

  /** The units as they are typed behind a number, from the smallest; none for bare numbers. */
  public static List<String> of(Field field) {
    return switch (field.kind()) {
      case DECIMAL, ANGLE, WAVELENGTH, DURATION, SIZE ->
          Unit.of(field.unit()).map(unit -> Unit.symbols(unit.measure())).orElse(List.of());
      default -> List.of();
    };
  }
}
