package org.mastshell.handover;

import java.util.List;

/**
 * What a program is to do.
 *
 * @param heading lines that say what it is
 * @param server address of the archive that the rows came from
 * @param key the column whose values it writes
 * @param sets in the order in which they are made; the last is the result
 */
public record HandoverPlan(List<String> heading, String server, String key, List<MadeSet> sets) {
  /** Keeps its own copies. */
  public HandoverPlan {
    heading = List.copyOf(heading);
    sets = List.copyOf(sets);
  }

  /** The number of the result. */
  int result() {
    return sets.get(sets.size() - 1).number();
  }

  /** A text as one line of a comment. */
  public static String remark(String text) {
    return ("# " + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")).stripTrailing();
  }
}
