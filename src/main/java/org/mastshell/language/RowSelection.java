package org.mastshell.language;

import java.util.List;

/**
 * Row numbers as people type them ({@code 1,4,9-}, {@code last}), counted from 1.
 *
 * @param word as typed, for messages
 * @param ranges at least one
 */
public record RowSelection(Word word, List<Range> ranges) {

  /**
   * Rows from one number to another.
   *
   * @param first 1 or more, or 0 for the last row
   * @param last at least {@code first}; {@link Integer#MAX_VALUE} for the end of the set, 0 for the
   *     last row
   */
  public record Range(int first, int last) {}
}
