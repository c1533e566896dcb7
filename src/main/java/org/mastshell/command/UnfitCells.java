package org.mastshell.command;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mastshell.output.CleanText;
import org.mastshell.output.Counts;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * What keeps a column that bears the name of one of the archive's from being of its type, so that
 * criteria as one writes them for the archive's find nothing in it.
 */
final class UnfitCells {
  private static final int LONGEST = 30;

  private UnfitCells() {}

  /**
   * What to tell a person.
   *
   * @param cells as the set will have them
   * @return empty if they are of the field's type, or none has a value
   */
  static Optional<String> note(Field field, Column cells) {
    boolean fit =
        switch (field.kind()) {
          case TEXT, LIST -> true;
          case FLAG -> cells.type() == ColumnType.BOOLEAN;
          case INTEGER, SIZE, DATE, DECIMAL, ANGLE, WAVELENGTH, DURATION ->
              cells.type().isNumeric();
        };
    int[] values = IntStream.range(0, cells.size()).filter(row -> !cells.isMissing(row)).toArray();
    if (fit || values.length == 0) {
      return Optional.empty();
    }
    String begin = field.name() + " is text here, since ";
    return Optional.of(begin + reason(field.kind(), cells, values));
  }

  private static String reason(ValueKind kind, Column cells, int... values) {
    Predicate<String> fitting =
        switch (kind) {
          case FLAG -> text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
          case DATE -> text -> isNumber(text) || WrittenDates.isDate(text);
          default -> UnfitCells::isNumber;
        };
    String finds =
        switch (kind) {
          case FLAG -> "";
          case DATE -> ": no criterion of dates finds its rows";
          default -> ": no criterion of numbers finds its rows";
        };
    int[] unfit =
        IntStream.of(values).filter(row -> !fitting.test(cells.text(row).strip())).toArray();
    if (unfit.length == 0) {
      return "some of its values are "
          + (kind == ValueKind.DATE ? "dates, others MJD" : "of another type")
          + finds;
    }
    String what =
        switch (kind) {
          case FLAG -> "neither true nor false";
          case DATE -> "no date";
          default -> "no number";
        };
    return "%s of its %s %s %s (%s)%s"
        .formatted(
            Counts.text(unfit.length),
            Counts.of(values.length, "value", "values"),
            unfit.length == 1 ? "is" : "are",
            what,
            shown(cells.text(unfit[0])),
            finds);
  }

  private static String shown(String text) {
    String clean = CleanText.oneLine(text);
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }

  private static boolean isNumber(String text) {
    try {
      return !Double.isNaN(Double.parseDouble(text));
    } catch (NumberFormatException other) {
      return false;
    }
  }
}
