package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointedLineTest {
  private static final int INDENT = 4;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search filtres=F277W | filtres | ^^^^^^^ | 7",
        "search 视野=x | 视野 | ^^^^ | 7",
        "search target=望远镜 filtres=x | filtres | ^^^^^^^ | 21",
        "search e\u0301=x filtres=x | filtres | ^^^^^^^ | 11",
        "search 😀 filtres=x | filtres | ^^^^^^^ | 10",
        "search a\tb filtres=x | filtres | ^^^^^^^ | 11",
      })
  void theMarkStandsUnderThePart(String line, String part, String mark, int columns) {
    int start = line.indexOf(part);
    List<String> drawn = new PointedLine(line, start, start + part.length()).drawn(0);
    assertThat(drawn).hasSize(2);
    assertThat(drawn.get(1)).isEqualTo(" ".repeat(INDENT + columns) + mark);
  }

  @Test
  void whatIsMissingAtTheEndIsPointedAt() {
    assertThat(new PointedLine("search", 6, 6).drawn(0))
        .containsExactly("    search", "          ^");
    assertThat(new PointedLine("search", 9, 12).drawn(80)).contains("          ^");
  }

  @Test
  void ofALongLineThePlaceIsShown() {
    String line = "search " + "filters=F277W ".repeat(20) + "suffx=uncal " + "visit=1 ".repeat(20);
    int start = line.indexOf("suffx");
    List<String> drawn = new PointedLine(line, start, start + 5).drawn(60);
    assertThat(drawn.get(0)).hasSizeLessThan(60).startsWith("    …").endsWith("…");
    int mark = drawn.get(1).indexOf('^');
    assertThat(drawn.get(0).substring(mark)).startsWith("suffx=uncal");
    assertThat(drawn.get(1).strip()).isEqualTo("^^^^^");
  }

  @Property
  void itFitsTheScreenAndPointsIntoTheLine(
      @ForAll String line,
      @ForAll @IntRange(max = 300) int start,
      @ForAll @IntRange(max = 300) int length,
      @ForAll @IntRange(min = 20, max = 120) int width) {
    List<String> drawn = new PointedLine(line, start, start + length).drawn(width);
    assertThat(drawn).hasSize(2).allMatch(text -> ScreenWidth.of(text) <= width);
    assertThat(drawn.get(1)).containsPattern("^ {4,}\\^+$");
  }
}
