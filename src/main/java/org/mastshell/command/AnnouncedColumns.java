package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mastshell.archive.ColumnConfig;
import org.mastshell.language.CriteriaReader;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.SetKind;
import org.mastshell.vocabulary.ValueKind;

/** Makes fields of the columns of observations that an archive announces. */
final class AnnouncedColumns {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,63}");
  // An example that can be typed as it stands; most are remarks.
  private static final Pattern WORD = Pattern.compile("[\\w./-]{1,30}");

  private AnnouncedColumns() {}

  /** The columns that criteria can name; a word that means a position stays one. */
  static List<Field> fields(Map<String, ColumnConfig> columns) {
    List<Field> fields = new ArrayList<>();
    columns.forEach(
        (name, column) -> {
          boolean position =
              CriteriaReader.positionWords().stream().anyMatch(name::equalsIgnoreCase);
          if (NAME.matcher(name).matches() && !position) {
            fields.add(field(name, column));
          }
        });
    return fields;
  }

  private static Field field(String name, ColumnConfig column) {
    String label = column.label().isEmpty() ? name : column.label();
    return Field.column(
        name,
        SetKind.OBSERVATIONS,
        kind(column),
        unit(column),
        label,
        column.description().isEmpty() ? label : column.description(),
        WORD.matcher(column.example()).matches() ? column.example() : "");
  }

  private static ValueKind kind(ColumnConfig column) {
    return switch (column.datatype().toLowerCase(Locale.ROOT)) {
      case "double", "float", "decimal", "number", "numeric" ->
          switch (unit(column)) {
            case "MJD" -> ValueKind.DATE;
            case "deg" -> ValueKind.ANGLE;
            case "nm" -> ValueKind.WAVELENGTH;
            case "s" -> ValueKind.DURATION;
            default -> ValueKind.DECIMAL;
          };
      case "int", "long", "short", "unsignedbyte" -> ValueKind.INTEGER;
      case "boolean" -> ValueKind.FLAG;
      default -> column.separator().isEmpty() ? ValueKind.TEXT : ValueKind.LIST;
    };
  }

  private static String unit(ColumnConfig column) {
    return column.unit().equals("sec") ? "s" : column.unit();
  }
}
