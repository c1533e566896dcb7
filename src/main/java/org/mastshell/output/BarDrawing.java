package org.mastshell.output;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.mastshell.output.BarGroup.Bar;

/**
 * Draws groups of counts: number, label, count, bar, share and meaning. In a narrow window bars get
 * shorter and meanings go, so that labels are read.
 */
final class BarDrawing {
  private static final int GAP = 2;
  private static final int LONGEST_BAR = 20;
  private static final int SHORTEST_BAR = 6;
  private static final int LONGEST_LABEL = 40;
  private static final int SHORTEST_LABEL = 8;
  private static final int SHORTEST_MEANING = 16;
  private static final int SHARE = 6;

  private final List<BarGroup> groups;
  private final int width;
  private final Paint paint;
  private final int number;
  private final int count;
  private final int label;
  private final Bars bars;
  private final int meaning;

  /**
   * @param width of the terminal, or 0 where nothing is to be shortened
   * @param blocks whether the console can show Unicode blocks
   */
  BarDrawing(List<BarGroup> groups, int width, boolean blocks, Paint paint) {
    this.groups = groups;
    this.width = width;
    this.paint = paint;
    number = Math.max(2, widest(bar -> Integer.toString(bar.number()).length()));
    count = widest(bar -> Counts.text(bar.count()).length());
    int wanted = widest(bar -> ScreenWidth.of(label(bar)));
    int fixed = number + GAP + GAP + count + GAP + GAP + SHARE;
    int room = width <= 0 ? Integer.MAX_VALUE : width - fixed;
    int least = Math.min(wanted, LONGEST_LABEL);
    int bar = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, room - least));
    label = width <= 0 ? wanted : Math.min(least, Math.max(SHORTEST_LABEL, room - bar));
    bars = new Bars(bar, blocks);
    meaning = width <= 0 ? Integer.MAX_VALUE : room - label - bar - GAP;
  }

  void draw(Consumer<String> lines) {
    for (BarGroup group : groups) {
      lines.accept(paint.heading(fit(CleanText.oneLine(group.title()), width)));
      long most = group.bars().stream().mapToLong(Bar::count).max().orElse(1);
      group.bars().forEach(bar -> lines.accept(line(bar, most)));
      if (!group.more().isEmpty()) {
        for (String piece : WrappedLines.of(" ".repeat(number + GAP) + group.more(), width)) {
          lines.accept(paint.faint(piece));
        }
      }
    }
  }

  private String line(Bar bar, long most) {
    String counted = Counts.text(bar.count());
    String named = fit(label(bar), label);
    StringBuilder line = new StringBuilder();
    String own = Integer.toString(bar.number());
    line.append(" ".repeat(number - own.length())).append(paint.faint(own)).append("  ");
    line.append(named).append(" ".repeat(label - ScreenWidth.of(named) + GAP));
    line.append(" ".repeat(count - counted.length())).append(counted).append("  ");
    line.append(bars.of((double) bar.count() / Math.max(1, most))).append("  ");
    String share = share(bar.share());
    line.append(" ".repeat(SHARE - share.length())).append(share);
    if (!bar.meaning().isEmpty() && meaning >= SHORTEST_MEANING) {
      line.append("  ").append(paint.faint(fit(CleanText.oneLine(bar.meaning()), meaning)));
    }
    return line.toString().stripTrailing();
  }

  /** {@code 60 %}, {@code 3.2 %}; what is not nothing is never 0, what is not all never 100. */
  static String share(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
      return "<0.1 %";
    }
    long tenths = Math.round(percent * 10);
    if (tenths < 100 && tenths > 0) {
      return tenths / 10 + "." + tenths % 10 + " %";
    }
    long whole = Math.round(percent);
    return (share < 1 ? Math.min(99, whole) : whole) + " %";
  }

  private static String label(Bar bar) {
    return CleanText.oneLine(bar.label());
  }

  private static String fit(String text, int width) {
    return width <= 0 || width == Integer.MAX_VALUE ? text : ScreenWidth.fit(text, width);
  }

  private int widest(ToIntFunction<Bar> measure) {
    return groups.stream()
        .flatMap(group -> group.bars().stream())
        .mapToInt(measure)
        .max()
        .orElse(1);
  }
}
