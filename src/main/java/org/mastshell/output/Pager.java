package org.mastshell.output;

import java.util.List;

/** Shows lines that are more than a screen holds, a screen at a time. */
public interface Pager {
  /**
   * Shows the lines, which may hold colour codes, and returns when the person has seen enough.
   *
   * @param heading stays on the screen above all of them; may be empty
   * @param lines those below it; they may be drawn only when they are looked at
   * @param all how many there would be, of which these are the first
   */
  void page(List<String> heading, List<String> lines, int all);
}
