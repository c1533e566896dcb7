package org.mastshell.shell;

import java.util.List;
import java.util.function.Supplier;

/**
 * The lines that a person has typed. There are none until the interactive shell says where they
 * are.
 */
final class TypedLines {
  private Supplier<List<String>> lines = List::of;

  void from(Supplier<List<String>> source) {
    lines = source;
  }

  List<String> all() {
    return lines.get();
  }
}
