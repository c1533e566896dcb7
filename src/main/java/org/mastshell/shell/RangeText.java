package org.mastshell.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import org.mastshell.output.Durations;
import org.mastshell.output.MjdDates;
import org.mastshell.output.Sizes;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.FieldRanges.Range;

/** Writes for people between which values a field lies. */
final class RangeText {
  private static final MathContext SEVEN_DIGITS = new MathContext(7);
  private static final String BETWEEN = " … ";

  private RangeText() {}

  /** The limits that a field has altogether, in its unit. */
  static String of(Range range) {
    if (range.high().isEmpty()) {
      return "at least " + range.low();
    }
    return range.low().isEmpty() ? "at most " + range.high() : range.low() + BETWEEN + range.high();
  }

  /**
   * The least and the greatest number of a field in the rows that are here.
   *
   * @param lowest in the archive's unit
   */
  static String here(Field field, double lowest, double highest) {
    String low = text(field, lowest);
    String high = text(field, highest);
    return "here " + (low.equals(high) ? low : low + BETWEEN + high);
  }

  private static String text(Field field, double number) {
    return switch (field.kind()) {
      case DATE -> MjdDates.day(number);
      case SIZE -> Sizes.text(Math.round(number));
      case DURATION -> Durations.text(number);
      default ->
          BigDecimal.valueOf(number).round(SEVEN_DIGITS).stripTrailingZeros().toPlainString();
    };
  }
}
