package org.mastshell.formats;

import java.math.BigDecimal;

/** A cell of a binary table as the text that a person would type for it. */
final class PlainCell {
  private PlainCell() {}

  /**
   * The text; empty for a missing cell and for a number that is none. Numbers have no exponent, and
   * whole ones no fraction: identifiers are often kept as decimal numbers.
   */
  static String of(Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Double || cell instanceof Float) {
      double value = ((Number) cell).doubleValue();
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        return "";
      }
      // A float's own digits: widened to a double it would have eight wrong ones more.
      BigDecimal digits = new BigDecimal(cell.toString()).stripTrailingZeros();
      return digits.scale() < 0 ? digits.setScale(0).toPlainString() : digits.toPlainString();
    }
    return cell.toString().strip();
  }
}
