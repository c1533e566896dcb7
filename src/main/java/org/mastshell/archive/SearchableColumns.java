package org.mastshell.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the columns of observations can be asked for: MAST's column configuration of {@code
 * Mast.Caom.Cone}, and what public clients found out about the rest.
 */
final class SearchableColumns {
  private static final Set<String> LISTS =
      Set.of("obs_collection", "project", "filters", "wavelength_region", "target_classification");
  private static final Set<String> WHOLE =
      Set.of("calib_level", "sequence_number", "proposal_id", "obsid", "objid");
  private static final Set<String> UPPER =
      Set.of("filters", "wavelength_region", "datarights", "project");
  private static final Set<String> LOWER = Set.of("dataproduct_type", "intenttype");
  // Instruments whose modes follow a slash. All of them are written in capitals.
  private static final Set<String> FAMILIES =
      Set.of(
          "NIRCAM", "NIRSPEC", "NIRISS", "MIRI", "FGS", "WFC3", "ACS", "STIS", "COS", "NICMOS",
          "WFPC", "WFPC2", "FOC", "FOS", "HRS");

  private SearchableColumns() {}

  /** Whether the column holds numbers that are asked for by their bounds. */
  static boolean isContinuous(String column) {
    return ColumnTypes.isDecimal(column);
  }

  /** Whether a cell is a list whose parts the archive compares one by one. */
  static boolean isList(String column) {
    return LISTS.contains(key(column));
  }

  /** Whether in practice such a list has one part alone, so that comparing parts is exact. */
  static boolean isSingular(String column) {
    return key(column).equals("obs_collection");
  }

  /** Whether the column holds whole numbers that are asked for one by one. */
  static boolean isWhole(String column) {
    return WHOLE.contains(key(column));
  }

  /**
   * Whether the archive can be asked at all. Its answers about moving targets are wrong (reported
   * to astroquery), only a search around a position has a distance, and the name of a matched
   * target is ours.
   */
  static boolean isSearchable(String column, boolean hasRegion) {
    return switch (key(column)) {
      case "mtflag", "_selected_", TargetsReply.NAME -> false;
      case "distance" -> hasRegion;
      default -> true;
    };
  }

  /**
   * The levels that the CAOM data model knows, -1 (planned) to 4 (contributed), as bounds for an
   * open range; no bound for other columns.
   */
  static double lowest(String column) {
    return key(column).equals("calib_level") ? -1 : Double.NEGATIVE_INFINITY;
  }

  /** The other end of {@link #lowest}. */
  static double highest(String column) {
    return key(column).equals("calib_level") ? 4 : Double.POSITIVE_INFINITY;
  }

  /**
   * A value in the spellings in which the archive may hold it: whether it compares letters by case
   * is not documented.
   */
  static List<String> spellings(String column, String value) {
    String key = key(column);
    String upper = value.toUpperCase(Locale.ROOT);
    String lower = value.toLowerCase(Locale.ROOT);
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(value);
    if (LOWER.contains(key)) {
      spellings.add(lower);
    } else if (UPPER.contains(key)) {
      spellings.add(upper);
    } else {
      spellings.add(upper);
      spellings.add(lower);
      spellings.add(capitalised(lower));
    }
    return List.copyOf(spellings);
  }

  /** The name of a family of instruments as the archive writes it. */
  static String family(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return FAMILIES.contains(upper) ? upper : name;
  }

  private static String capitalised(String lower) {
    StringBuilder text = new StringBuilder(lower);
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (start) {
        text.setCharAt(i, Character.toUpperCase(c));
      }
      start = !Character.isLetterOrDigit(c);
    }
    return text.toString();
  }

  private static String key(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
