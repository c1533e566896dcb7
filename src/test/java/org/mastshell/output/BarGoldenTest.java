package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mastshell.table.Table;

/** Counts with bars, in windows of any width and without one. */
class BarGoldenTest {
  private static final List<BarGroup> GROUPS =
      List.of(
          new BarGroup(
              "filters · 4 values, each part by itself",
              List.of(
                  new BarGroup.Bar(1, "F277W", 12_000, 0.6, "wide, 2.77 µm, long-wave channel"),
                  new BarGroup.Bar(2, "F444W", 6_000, 0.3, ""),
                  new BarGroup.Bar(
                      3, "ガラス\u0301 of a long name that goes on and on and on", 3, 2e-4, ""),
                  new BarGroup.Bar(4, "null", 1_997, 0.0999, "")),
              "and 38 more: facets filters --limit 42"),
          new BarGroup(
              "dataRights · 2 values",
              List.of(
                  new BarGroup.Bar(5, "PUBLIC", 19_999, 0.99995, "free for everyone"),
                  new BarGroup.Bar(6, "EXCLUSIVE_ACCESS", 1, 5e-5, "bad\u001b[31m\ntext")),
              ""));

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 132})
  void inAWindow(int width) throws IOException {
    ScreenConsole screen = new ScreenConsole(width, 60);
    new Presenter(screen, Styles.PLAIN).show(Answer.of(bars()));
    assertThat(screen.shown().lines())
        .allSatisfy(line -> assertThat(ScreenWidth.of(line)).isLessThanOrEqualTo(width));
    Golden.check("bars-" + width, screen.shown());
  }

  @Test
  void withoutAWindow() throws IOException {
    PlainStreams streams = new PlainStreams();
    new Presenter(streams.console(), Styles.PLAIN).show(Answer.of(bars()));
    Golden.check("bars-none", streams.out());
  }

  @Test
  void withPlainSigns() throws IOException {
    StringBuilder lines = new StringBuilder();
    new BarDrawing(GROUPS, 80, false, new Paint(Styles.PLAIN))
        .draw(line -> lines.append(line).append('\n'));
    Golden.check("bars-plain-80", lines.toString());
  }

  private static Part.Bars bars() {
    return new Part.Bars(Table.empty(), List.of(), GROUPS);
  }

  @Property(tries = 300)
  void aBarHasItsWidthAndIsSeen(
      @ForAll @DoubleRange(max = 1) double part,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll boolean blocks) {
    String bar = new Bars(width, blocks).of(part);
    assertThat(ScreenWidth.of(bar)).isEqualTo(width);
    assertThat(bar.isBlank()).isEqualTo(part == 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.00001, 0.0004, 0.99951, 0.9999999})
  void aShareIsNeitherNothingNorAllByRounding(double share) {
    assertThat(BarDrawing.share(share)).isNotEqualTo("0 %").isNotEqualTo("100 %");
    assertThat(BarDrawing.share(1)).isEqualTo("100 %");
  }
}
