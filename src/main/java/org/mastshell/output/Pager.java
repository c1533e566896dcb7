package org.mastshell.output;

import java.util.List;

/** Shows lines that are more than a screen holds, a screen at a time. */
@FunctionalInterface
public interface Pager {
  /**
   * Shows the lines, which may hold colour codes, and returns when the person has seen enough.
   *
   * @param heading stays on the screen above all of them; may be empty
   * @param lines those below it; they may be drawn only when they are looked at
   */
  void page(List<String> heading, List<String> lines);
}
