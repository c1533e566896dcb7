package org.mastshell.chart;

/**
 * What something is drawn with; each surface has its own colour for it.
 *
 * @param role what it is for
 * @param series which of the groups that a legend names, from 0; 0 for other roles
 */
public record Ink(Role role, int series) {
  /** Titles and labels. */
  public static final Ink TEXT = new Ink(Role.TEXT, 0);

  /** Labels that may be overlooked. */
  public static final Ink FAINT = new Ink(Role.FAINT, 0);

  /** Lines of a grid. */
  public static final Ink GRID = new Ink(Role.GRID, 0);

  /** Axes and the rim of a field. */
  public static final Ink FRAME = new Ink(Role.FRAME, 0);

  /** What an ink is for; the later ones are drawn over the earlier ones. */
  public enum Role {
    /** Lines of a grid. */
    GRID,
    /** Axes and the rim of a field. */
    FRAME,
    /** Labels that may be overlooked. */
    FAINT,
    /** Titles and labels. */
    TEXT,
    /** The data. */
    SERIES
  }

  /** The ink of a group. */
  public static Ink series(int number) {
    return new Ink(Role.SERIES, number);
  }
}
