package org.mastshell.chart;

/** A picture of data that can be drawn on any surface. */
public interface Chart {
  /** What it shows, in one line. */
  String title();

  /** What can be seen on it, in words, for those who cannot see it. */
  String description();

  /**
   * How many lines of text it makes good use of.
   *
   * @param most there are
   * @param columns how wide a line is, in characters
   */
  int lines(int most, int columns);

  /** How many lines of text it needs to show all that it has; 0 where any number will do. */
  default int linesForAll() {
    return 0;
  }

  /** How many lines of text it makes use of at most; 0 where it fills any number. */
  default double linesOfUse() {
    return 0;
  }

  /** Draws it. */
  void draw(Surface surface);
}
