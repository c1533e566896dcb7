package org.mastshell.output;

import java.util.List;

/**
 * A line with a part of it pointed at, drawn so that the mark stands under that part whatever
 * characters there are, and also where the line is longer than the screen.
 *
 * @param line as typed
 * @param start where the part begins, in UTF-16 units; at the most the length of the line
 * @param end where it ends, exclusive
 */
public record PointedLine(String line, int start, int end) {
  private static final String INDENT = "    ";
  private static final String CUT = "…";
  private static final int NARROWEST = 20;

  /** Keeps the part within the line. */
  public PointedLine {
    start = Math.max(0, Math.min(start, line.length()));
    end = Math.max(start, Math.min(end, line.length()));
  }

  /**
   * The line and the mark below it.
   *
   * @param width columns of the screen; 0 where there is none, and nothing is cut
   */
  List<String> drawn(int width) {
    String before = CleanText.oneLine(line.substring(0, start));
    String part = CleanText.oneLine(line.substring(start, end));
    String behind = CleanText.oneLine(line.substring(end));
    int room = width < NARROWEST ? Integer.MAX_VALUE : width - INDENT.length() - 1;
    int all = ScreenWidth.of(before + part + behind);
    if (all > room) {
      String shownPart = ScreenWidth.fit(part, room);
      int left = room - ScreenWidth.of(shownPart);
      // What stands before the part says most about where it is.
      String shownBefore = lastOf(before, Math.max(left * 2 / 3, left - ScreenWidth.of(behind)));
      behind = ScreenWidth.fit(behind, left - ScreenWidth.of(shownBefore));
      before = shownBefore;
      part = shownPart;
    }
    int marks = Math.max(1, ScreenWidth.of(part));
    return List.of(
        INDENT + before + part + behind,
        INDENT + " ".repeat(ScreenWidth.of(before)) + "^".repeat(marks));
  }

  private static String lastOf(String text, int width) {
    if (ScreenWidth.of(text) <= width) {
      return text;
    }
    int from = 0;
    while (from < text.length() && ScreenWidth.of(text.substring(from)) > width - 1) {
      from += Character.charCount(text.codePointAt(from));
    }
    return width < 1 ? "" : CUT + text.substring(from);
  }
}
