package org.mastshell.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** Cells of one column as people see them. */
final class CellText {
  private static final MathContext SEVEN_DIGITS = new MathContext(7, RoundingMode.HALF_UP);
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final long ANGLE_PARTS = 100_000;
  private static final int LONGEST_NUMBER = 9;
  private static final double NANOMETRES_A_MICROMETRE = 1000;

  private final Column column;
  private final Look look;

  private CellText(Column column, Look look) {
    this.column = column;
    this.look = look;
  }

  /** The cells of a column; all missing where the table lacks it. */
  static CellText of(Table table, ShownColumn column) {
    return new CellText(table.column(Subject.column(column.name())), column.look());
  }

  /** The cell in its short form; empty where it is missing. Never holds a control character. */
  String shortText(int row) {
    if (column.isMissing(row)) {
      return "";
    }
    double number = look.isText() ? Double.NaN : column.number(row);
    if (Double.isNaN(number)) {
      return CleanText.oneLine(column.text(row));
    }
    return switch (look) {
      case DATE -> MjdDates.text(number);
      case SIZE -> Sizes.text(Math.round(number));
      case DURATION -> Durations.text(number);
      case WAVELENGTH -> wavelength(number);
      case ANGLE -> angle(number);
      default -> column.type() == ColumnType.DECIMAL ? rounded(row) : clean(row);
    };
  }

  /** The cell with everything that is known of it; {@code -} where it is missing. */
  String fullText(int row, String unit) {
    if (column.isMissing(row)) {
      return "-";
    }
    String exact = clean(row);
    double number = look.isText() ? Double.NaN : column.number(row);
    if (Double.isNaN(number)) {
      return withUnit(exact, unit);
    }
    return switch (look) {
      case DATE -> MjdDates.second(number) + " (MJD " + exact + ")";
      case SIZE -> Sizes.text(Math.round(number)) + bytes(number);
      case DURATION -> withExact(Durations.text(number), exact + " s");
      case WAVELENGTH -> withExact(wavelength(number), exact + " nm");
      case ANGLE -> withUnit(exact, unit.isEmpty() ? "deg" : unit);
      default -> withUnit(exact, unit);
    };
  }

  private String clean(int row) {
    return CleanText.oneLine(column.text(row));
  }

  private String rounded(int row) {
    String exact = column.text(row);
    if (exact.length() <= LONGEST_NUMBER || exact.indexOf('.') < 0) {
      return exact;
    }
    BigDecimal value = new BigDecimal(exact).round(SEVEN_DIGITS).stripTrailingZeros();
    boolean plain = value.scale() <= LONGEST_NUMBER && value.precision() - value.scale() <= 15;
    return plain ? value.toPlainString() : value.toString();
  }

  // Five decimals of a degree are a few hundredths of an arcsecond. Done by hand, since
  // String.format
  // would take most of the time of a long table.
  private static String angle(double degrees) {
    long parts = Math.round(Math.abs(degrees) * ANGLE_PARTS);
    String decimals = Long.toString(ANGLE_PARTS + parts % ANGLE_PARTS).substring(1);
    return (degrees < 0 && parts > 0 ? "-" : "") + parts / ANGLE_PARTS + "." + decimals;
  }

  private static String wavelength(double nanometres) {
    boolean micrometres = nanometres >= NANOMETRES_A_MICROMETRE;
    double value = micrometres ? nanometres / NANOMETRES_A_MICROMETRE : nanometres;
    BigDecimal short4 = BigDecimal.valueOf(value).round(FOUR_DIGITS);
    String digits = short4.signum() == 0 ? "0" : short4.stripTrailingZeros().toPlainString();
    return digits + (micrometres ? " µm" : " nm");
  }

  private static String withExact(String shown, String exact) {
    return shown.equals(exact) ? exact : shown + " (" + exact + ")";
  }

  private static String bytes(double number) {
    return number < 1000 ? "" : " (" + Counts.text(Math.round(number)) + " bytes)";
  }

  private static String withUnit(String text, String unit) {
    return unit.isEmpty() ? text : text + " " + CleanText.oneLine(unit);
  }
}
