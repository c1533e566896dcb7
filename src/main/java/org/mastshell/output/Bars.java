package org.mastshell.output;

/** Bars of a chart in a line: blocks of eighths of a column, or plain signs. */
final class Bars {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

  private final int width;
  private final boolean blocks;

  /**
   * @param width of the longest bar, in columns
   * @param blocks whether the console can show Unicode blocks
   */
  Bars(int width, boolean blocks) {
    this.width = width;
    this.blocks = blocks;
  }

  /** How many columns the longest bar has. */
  int width() {
    return width;
  }

  /**
   * A bar, with blanks up to the longest one's width.
   *
   * @param part of the longest bar, from 0 to 1; what is more than nothing is always seen
   */
  String of(double part) {
    if (!blocks) {
      int signs = part > 0 ? Math.max(1, (int) Math.round(part * width)) : 0;
      return "#".repeat(signs) + " ".repeat(width - signs);
    }
    int eighths = part > 0 ? Math.max(1, (int) Math.round(part * width * 8)) : 0;
    String bar = "█".repeat(eighths / 8);
    String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return bar + rest + " ".repeat(width - eighths / 8 - rest.length());
  }
}
