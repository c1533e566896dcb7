package org.mastshell.output;

import java.util.List;

/** Shows lines that are more than a screen holds, a screen at a time. */
@FunctionalInterface
public interface Pager {
  /** Shows the lines, which may hold colour codes, and returns when the person has seen enough. */
  void page(List<String> lines);
}
