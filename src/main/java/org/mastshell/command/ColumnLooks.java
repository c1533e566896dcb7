package org.mastshell.command;

import org.mastshell.output.Look;
import org.mastshell.output.ShownColumn;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/** How a field is shown to people. */
final class ColumnLooks {
  private ColumnLooks() {}

  /** The field as a column of an answer, under its archive name. */
  static ShownColumn of(Field field) {
    return new ShownColumn(field.name(), field.name(), unit(field), look(field), field.meaning());
  }

  /** What the field is, for files that keep it apart from this program's help. */
  static String description(Field field) {
    boolean date = field.kind() == ValueKind.DATE && !field.meaning().isEmpty();
    return date ? field.meaning() + Look.DATE_FORM : field.meaning();
  }

  // MJD is a way to count, in days; as a unit no standard knows it.
  private static String unit(Field field) {
    return field.kind() == ValueKind.DATE ? "d" : field.unit();
  }

  private static Look look(Field field) {
    return switch (field.name()) {
      case "productFilename", "obs_id" -> Look.NAME;
      case "calib_level" -> Look.LEVEL;
      case "dataRights" -> Look.RIGHTS;
      default -> look(field.kind());
    };
  }

  private static Look look(ValueKind kind) {
    return switch (kind) {
      case TEXT, LIST, FLAG -> Look.TEXT;
      case INTEGER, DECIMAL -> Look.NUMBER;
      case DATE -> Look.DATE;
      case ANGLE -> Look.ANGLE;
      case WAVELENGTH -> Look.WAVELENGTH;
      case DURATION -> Look.DURATION;
      case SIZE -> Look.SIZE;
    };
  }
}
