package org.mastshell.chart;

import java.util.List;
import java.util.Locale;
import org.mastshell.chart.Surface.Anchor;

/**
 * The groups of a chart with the number of rows in each.
 *
 * @param entries at most {@value #MOST}; each has the ink of its place
 */
public record Legend(List<Entry> entries) {
  /** So many groups have a colour of their own. */
  public static final int MOST = 8;

  private static final String SAMPLE = "■ ";
  private static final String GAP = "   ";

  /** Keeps its own copy. */
  public Legend {
    entries = List.copyOf(entries);
    if (entries.size() > MOST) {
      throw new IllegalArgumentException(entries.size() + " groups");
    }
  }

  /**
   * A group.
   *
   * @param name as people call it
   * @param count of its rows
   */
  public record Entry(String name, int count) {
    String text() {
      return name + " " + String.format(Locale.ROOT, "%,d", count);
    }
  }

  /** The letter that stands for a group where there are no colours. */
  static String letter(int series) {
    return String.valueOf((char) ('A' + series));
  }

  /** The groups in words. */
  String words() {
    return String.join(", ", entries.stream().map(Entry::text).toList());
  }

  /** Draws it below a height; gives the height below it. */
  double draw(Surface surface, double top) {
    double x = 0;
    double y = top;
    for (int i = 0; i < entries.size(); i++) {
      String letter = entries.size() > 1 ? letter(i) + " " : "";
      String sample = surface.tellsInks() ? SAMPLE : letter;
      String text = Fit.within(surface, entries.get(i).text(), surface.width() / 2);
      double width = surface.textWidth(sample + text);
      if (x > 0 && x + width > surface.width()) {
        x = 0;
        y += surface.lineHeight();
      }
      surface.text(x, y, Anchor.START, sample, Ink.series(i));
      surface.text(x + surface.textWidth(sample), y, Anchor.START, text, Ink.TEXT);
      x += width + surface.textWidth(GAP);
    }
    return entries.isEmpty() ? top : y + surface.lineHeight();
  }
}
