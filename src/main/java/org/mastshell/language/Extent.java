package org.mastshell.language;

/**
 * The stretch of numbers that a value stands for: one point, or everything from a beginning up to
 * an end.
 *
 * @param low beginning, included
 * @param high end
 * @param endIncluded whether the end belongs to it
 */
record Extent(double low, double high, boolean endIncluded) {
  static Extent point(double value) {
    return new Extent(value, value, true);
  }
}
