package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mastshell.chart.Ink;
import org.mastshell.chart.Surface.Anchor;
import org.mastshell.chart.Window;

class DotSurfaceTest {
  private static final Ink INK = Ink.series(0);

  @Test
  void aCharacterHasTwoByFourDots() {
    DotSurface surface = new DotSurface(2, 1, false, true, true);
    Window all = new Window(0, 0, 4, 4);
    surface.point(0, 0, INK, all);
    surface.point(1, 3, INK, all);
    surface.path(new double[] {2, 2}, new double[] {0, 3}, false, INK, all);
    assertThat(surface.lines()).containsExactly("⢁⡇");
  }

  @Test
  void barsAreFilledByEighthsOfALine() {
    DotSurface surface = new DotSurface(3, 2, false, true, true);
    surface.bar(new Window(0, 0, 2, 8), INK);
    surface.bar(new Window(2, 5, 2, 3), INK);
    surface.bar(new Window(4, 7.99, 0.1, 0.01), INK);
    assertThat(surface.lines()).containsExactly("█", "█▆▁");
  }

  @Test
  void wideLettersTakeTwoPlacesAndMarksNone() {
    DotSurface surface = new DotSurface(8, 1, false, true, true);
    surface.text(16, 0, Anchor.END, "大e\u0301x", Ink.TEXT);
    assertThat(surface.lines()).containsExactly("    大e\u0301x");
  }

  @Test
  void nothingThatTheArchiveSaysActsOnTheTerminal() {
    DotSurface surface = new DotSurface(20, 1, true, true, true);
    surface.text(0, 0, Anchor.START, "a\u001b[31m\u009bb\u202ec\n", Ink.TEXT);
    assertThat(String.join("", surface.lines())).isEqualTo("a␛[31m\uFFFDb\uFFFDc␊");
  }

  @Property
  void nothingIsDrawnBeyondIt(
      @ForAll @IntRange(min = 1, max = 30) int columns,
      @ForAll @IntRange(min = 1, max = 10) int rows,
      @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers,
      @ForAll String text,
      @ForAll boolean unicode) {
    DotSurface surface = new DotSurface(columns, rows, false, true, unicode);
    double[] xs = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    double[] ys = numbers.stream().mapToDouble(number -> number * 7 % 100).toArray();
    Window all = new Window(0, 0, surface.width(), surface.height());
    surface.path(xs, ys, true, INK, all);
    surface.path(xs, ys, false, Ink.GRID, new Window(-5, -5, 1e9, 1e9));
    surface.point(xs[0], ys[0], INK, new Window(-1e9, -1e9, 2e9, 2e9));
    surface.bar(new Window(xs[0] % 100, ys[0], Math.abs(xs[1]) % 100, Math.abs(ys[1])), INK);
    for (Anchor anchor : Anchor.values()) {
      surface.text(xs[1] % 50, ys[1], anchor, text, Ink.TEXT);
    }
    surface.path(new double[] {Double.NaN, 3}, new double[] {1, 2}, false, INK, all);
    assertThat(surface.lines())
        .hasSize(rows)
        .allSatisfy(line -> assertThat(ScreenWidth.of(line)).isLessThanOrEqualTo(columns));
  }
}
