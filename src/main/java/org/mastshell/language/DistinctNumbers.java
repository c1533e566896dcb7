package org.mastshell.language;

import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.ValueKind;

/**
 * Refuses ends of ranges among numbers that have more digits than ranges are compared by: cells are
 * compared as floating-point numbers, which hold whole numbers below 2^53 exactly. Beyond it are
 * only names in the form of numbers, of which nobody needs a range.
 */
final class DistinctNumbers {
  private static final double LARGEST = 1L << 53;

  private DistinctNumbers() {}

  /**
   * Goes on only if cells at both sides of an end can be told apart.
   *
   * @throws SyntaxException if they cannot
   */
  static void check(Field field, ValueText value, Extent extent) {
    if (Math.abs(extent.low()) < LARGEST) {
      return;
    }
    String name = field.name();
    throw value.fault(
        value.text() + " has too many digits for a range: such numbers are names, not amounts",
        "name them: "
            + name
            + "=A,B"
            + (field.kind() == ValueKind.TEXT
                ? "   or what they begin with: " + name + "=147*"
                : ""));
  }
}
