package org.mastshell.output;

import java.util.List;

/**
 * Counts of one kind, each with a bar.
 *
 * @param title what was counted
 * @param bars at least one
 * @param more what is not among them; empty if nothing is left out
 */
public record BarGroup(String title, List<Bar> bars, String more) {
  /** Keeps its own copy of the bars. */
  public BarGroup {
    bars = List.copyOf(bars);
  }

  /**
   * A count.
   *
   * @param number by which a person can name the line, from 1
   * @param label what was counted
   * @param count how often
   * @param share of all, from 0 to 1
   * @param meaning in a few words; may be empty
   */
  public record Bar(int number, String label, long count, double share, String meaning) {}
}
