package org.mastshell.archive;

import java.util.Locale;
import java.util.Set;
import org.mastshell.table.ColumnType;

/** What the columns of the archive hold, whatever a reply says of them. */
final class ColumnTypes {
  // Declared as text, sent as numbers, and used as names: arithmetic would only spoil them.
  private static final Set<String> NAMES =
      Set.of("obsid", "objid", "objid1", "parent_obsid", "proposal_id");
  private static final Set<String> DECIMALS =
      Set.of(
          "s_ra",
          "s_dec",
          "t_min",
          "t_max",
          "t_exptime",
          "em_min",
          "em_max",
          "t_obs_release",
          "srcden",
          "distance",
          "wave_min",
          "wave_max");
  private static final Set<String> WHOLE = Set.of("calib_level", "sequence_number", "size");

  private ColumnTypes() {}

  /** The type of a column for which a reply states this one. */
  static ColumnType declared(String column, String type) {
    if (NAMES.contains(key(column))) {
      return ColumnType.TEXT;
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "int", "integer", "long", "short", "unsignedbyte" -> ColumnType.INTEGER;
      case "float", "double", "decimal", "number" -> ColumnType.DECIMAL;
      case "boolean" -> ColumnType.BOOLEAN;
      default -> ColumnType.TEXT;
    };
  }

  /** The type of a column of which nothing is stated yet. */
  static ColumnType guessed(String column, ColumnType firstCell) {
    String key = key(column);
    if (NAMES.contains(key)) {
      return ColumnType.TEXT;
    }
    if (DECIMALS.contains(key)) {
      return ColumnType.DECIMAL;
    }
    return WHOLE.contains(key) ? ColumnType.INTEGER : firstCell;
  }

  /** Whether the archive keeps decimal numbers there. */
  static boolean isDecimal(String column) {
    return DECIMALS.contains(key(column));
  }

  /** Whether a number stands for "none": the archive writes -999 where there is no sector. */
  static boolean isPlaceholder(String column, long value) {
    return value == -999 && column.equalsIgnoreCase("sequence_number");
  }

  /** A column of the archive's own portal, always empty. */
  static boolean isArtefact(String column) {
    return column.equals("_selected_");
  }

  private static String key(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
