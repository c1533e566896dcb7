package org.mastshell.chart;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.chart.Surface.Anchor;

/** Makes text fit a width of a surface. */
final class Fit {
  private static final String MORE = "…";

  private Fit() {}

  /** The text, or as much of its beginning as fits with a mark that there is more. */
  static String within(Surface surface, String text, double width) {
    if (surface.textWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && surface.textWidth(text.substring(0, end) + MORE) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + MORE;
  }

  /** Writes a title in as many lines as it needs, at most two; gives the height below it. */
  static double title(Surface surface, String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && lines.isEmpty() && surface.textWidth(longer) > surface.width()) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    double y = 0;
    for (String one : lines) {
      surface.text(0, y, Anchor.START, within(surface, one, surface.width()), Ink.TEXT);
      y += surface.lineHeight();
    }
    return y;
  }
}
