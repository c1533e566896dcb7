package org.mastshell.chart;

/**
 * What a chart is drawn on. Lengths are in its own unit; the upper left corner is the origin, and
 * downwards is more. Nothing is drawn beyond it, whatever is asked.
 */
public interface Surface {
  /** How wide it is. */
  double width();

  /** How high it is. */
  double height();

  /** How wide a text is on it, in one line. */
  double textWidth(String text);

  /** The distance of two lines of text. */
  double lineHeight();

  /** The size of the smallest thing that can be seen on it. */
  double dot();

  /** Whether it is a terminal's screen, on which there is no more room than its window has. */
  boolean isScreen();

  /** Whether groups can be told apart by their ink. */
  boolean tellsInks();

  /**
   * Writes a line of text.
   *
   * @param x where it begins, ends or has its middle, as the anchor says
   * @param top of the line
   */
  void text(double x, double top, Anchor anchor, String text, Ink ink);

  /**
   * Draws a line from point to point.
   *
   * @param xs of the points
   * @param ys of the points, as many
   * @param closed whether the last one is joined with the first
   * @param inside what is not within is not drawn
   */
  void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside);

  /** Shades what a closed line holds, so that what is below can be seen; may do nothing. */
  void shade(double[] xs, double[] ys, Ink ink, Window inside);

  /** Draws a dot. */
  void point(double x, double y, Ink ink, Window inside);

  /** Fills a rectangle, which is seen however small it is. */
  void bar(Window bar, Ink ink);

  /** Which part of a text its place is. */
  enum Anchor {
    /** Its beginning. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its end. */
    END
  }
}
