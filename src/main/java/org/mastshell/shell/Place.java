package org.mastshell.shell;

/**
 * Where a line came from, for messages.
 *
 * @param name the file, or empty where a person typed the line
 * @param line its number, counted from 1
 */
record Place(String name, int line) {
  private static final int INSIDE = -1;

  static Place typed() {
    return new Place("", 0);
  }

  /** Whether a person typed the line. */
  boolean isTyped() {
    return name.isEmpty() && line == 0;
  }

  /** Whether a person typed the line, or the one whose command runs it. */
  boolean isByPerson() {
    return name.isEmpty() && line <= 0;
  }

  /** The place of a line that a command runs which stands here. */
  Place inside() {
    return isTyped() ? new Place(name, INSIDE) : this;
  }

  /** {@code nightly.mast:7}, or nothing. */
  String text() {
    return name.isEmpty() ? "" : name + ":" + line;
  }
}
