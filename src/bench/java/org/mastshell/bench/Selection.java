package org.mastshell.bench;

import java.util.Arrays;
import java.util.List;

/** Which measurements are wanted: all, or those whose description holds one of a few texts. */
final class Selection {
  private final List<String> texts;

  /**
   * @param arguments each one or more texts with commas between them; none of them means all
   */
  Selection(String... arguments) {
    texts =
        Arrays.stream(arguments)
            .flatMap(one -> Arrays.stream(one.split(",", -1)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
  }

  /** Whether something of this description is wanted. */
  boolean takes(String what) {
    return texts.isEmpty() || texts.stream().anyMatch(what::contains);
  }
}
