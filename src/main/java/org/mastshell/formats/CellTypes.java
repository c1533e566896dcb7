package org.mastshell.formats;

import java.util.Optional;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;

/**
 * Finds out what the cells of one column are that came as text. Words for a missing number count as
 * nothing among numbers, and as texts everywhere else.
 */
final class CellTypes {
  private boolean any;
  private boolean words;
  private boolean whole = true;
  private boolean decimal = true;
  private boolean truth = true;

  /** Another that has seen the same cells. */
  CellTypes copy() {
    CellTypes copy = new CellTypes();
    copy.any = any;
    copy.words = words;
    copy.whole = whole;
    copy.decimal = decimal;
    copy.truth = truth;
    return copy;
  }

  /** Looks at a cell; null is a missing one. */
  void see(String cell) {
    if (cell == null) {
      return;
    }
    if (MissingWords.isOne(cell)) {
      words = true;
      return;
    }
    any = true;
    whole = whole && isWhole(cell);
    decimal = decimal && isDecimal(cell);
    truth = truth && (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false"));
  }

  /** Looks at a cell that is a text, whatever it spells. */
  void seeText() {
    any = true;
    whole = false;
    decimal = false;
    truth = false;
  }

  /** What all cells fit; empty where there was none. */
  Optional<ColumnType> type() {
    if (!any) {
      return words ? Optional.of(ColumnType.TEXT) : Optional.empty();
    }
    if (whole) {
      return Optional.of(ColumnType.INTEGER);
    }
    if (decimal) {
      return Optional.of(ColumnType.DECIMAL);
    }
    return Optional.of(truth && !words ? ColumnType.BOOLEAN : ColumnType.TEXT);
  }

  /**
   * Whether a column is of text, and all its cells would be taken for something else; many formats
   * have no empty texts, so that these do not count.
   */
  static boolean mistakes(Column cells) {
    if (cells.type() != ColumnType.TEXT) {
      return false;
    }
    CellTypes seen = new CellTypes();
    for (int row = 0; row < cells.size() && seen.mayBeOthers(); row++) {
      String cell = cells.text(row);
      seen.see(cell == null || cell.isEmpty() ? null : cell);
    }
    return seen.type().filter(type -> type != ColumnType.TEXT).isPresent();
  }

  private boolean mayBeOthers() {
    return whole || decimal || truth;
  }

  // 0042 and +1 are names: as numbers they would lose a digit or a sign.
  private static boolean isWhole(String cell) {
    try {
      return cell.length() < 21 && Long.toString(Long.parseLong(cell)).equals(cell);
    } catch (NumberFormatException no) {
      return false;
    }
  }

  private static boolean isDecimal(String cell) {
    if (cell.isEmpty() || cell.chars().anyMatch(c -> "0123456789.eE+-".indexOf(c) < 0)) {
      return false;
    }
    boolean exact = cell.chars().anyMatch(c -> ".eE".indexOf(c) >= 0) || isWhole(cell);
    boolean padded = cell.matches("[+-]?0\\d.*");
    try {
      return exact && !padded && Double.isFinite(Double.parseDouble(cell));
    } catch (NumberFormatException no) {
      return false;
    }
  }
}
