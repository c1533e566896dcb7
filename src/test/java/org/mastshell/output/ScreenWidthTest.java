package org.mastshell.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "LMC, 3",
    "Cafe\u0301, 4",
    "大マゼラン雲, 12",
    "ｱ, 1",
    "Ａ, 2",
    "한글, 4",
    "😀, 2",
    "µm, 2",
    "a\u200Bb, 2",
    "\u1112\u1161\u11AB, 2",
    "…, 1",
    "█▊·, 3",
    "𠀀, 2",
    "─, 1"
  })
  void measuresWhatATerminalShows(String text, int width) {
    assertThat(ScreenWidth.of(text)).isEqualTo(width);
  }

  @Test
  void shortensWithAnEllipsis() {
    assertThat(ScreenWidth.fit("nircam_clear", 12)).isEqualTo("nircam_clear");
    assertThat(ScreenWidth.fit("nircam_clear", 11)).isEqualTo("nircam_cle…");
    assertThat(ScreenWidth.fit("大マゼラン雲", 8)).isEqualTo("大マゼ…");
    assertThat(ScreenWidth.fit("Cafe\u0301s", 5)).isEqualTo("Cafe\u0301s");
    assertThat(ScreenWidth.fit("Cafe\u0301 au lait", 5)).isEqualTo("Cafe\u0301…");
    // What is joined to one picture is shown whole or not at all.
    assertThat(ScreenWidth.fit("👩\u200D🚀 x", 4)).isEqualTo("…");
    assertThat(ScreenWidth.fit("👩\u200D🚀 x", 5)).isEqualTo("👩\u200D🚀…");
    assertThat(ScreenWidth.fit("ab", 1)).isEqualTo("…");
    assertThat(ScreenWidth.fit("abc… def", 5)).isEqualTo("abc…");
    assertThat(ScreenWidth.fit("ab", 0)).isEmpty();
  }

  @Test
  void shortensNamesInTheMiddle() {
    assertThat(ScreenWidth.fitMiddle("jw01073_nrca1_uncal.fits", 24))
        .isEqualTo("jw01073_nrca1_uncal.fits");
    assertThat(ScreenWidth.fitMiddle("jw01073_nrca1_uncal.fits", 15)).isEqualTo("jw01073…al.fits");
    assertThat(ScreenWidth.fitMiddle("abcdef", 2)).isEqualTo("a…");
    assertThat(ScreenWidth.fitMiddle("ab", 0)).isEmpty();
    assertThat(ScreenWidth.fitMiddle("abcdef👩\u200D🚀", 6)).isEqualTo("abc…");
  }

  @Property
  void neverWiderInTheMiddleEither(
      @ForAll String text, @ForAll @IntRange(min = 0, max = 30) int width) {
    String clean = CleanText.oneLine(text);
    assertThat(ScreenWidth.of(ScreenWidth.fitMiddle(clean, width))).isLessThanOrEqualTo(width);
  }

  @Property
  void neverWiderThanAskedFor(@ForAll String text, @ForAll @IntRange(min = 0, max = 30) int width) {
    String clean = CleanText.oneLine(text);
    String fitted = ScreenWidth.fit(clean, width);
    assertThat(ScreenWidth.of(fitted)).isLessThanOrEqualTo(width);
    if (ScreenWidth.of(clean) <= width) {
      assertThat(fitted).isEqualTo(clean);
    } else if (width > 0) {
      assertThat(fitted).endsWith("…");
      assertThat(clean).startsWith(fitted.substring(0, fitted.length() - 1));
    }
  }
}
