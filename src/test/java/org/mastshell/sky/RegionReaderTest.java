package org.mastshell.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionReaderTest {
  private static final List<String> WORDS =
      List.of(
          "POLYGON",
          "Circle",
          "POSITION",
          "ICRS",
          "J2000",
          "GSC1",
          "OTHER",
          "Topocenter",
          "Error",
          "1",
          "-89.9",
          "66.5",
          "3e400",
          "1e-5",
          "400",
          "NaN",
          "-",
          ".",
          "+.5",
          "1.2.3",
          "(",
          ",",
          "",
          "\u0000",
          "１２",
          "99999999999999999999999999999999999999999999");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ICRS 10 1 11 1 11 2 10 2 | 1 | 4",
        "POLYGON J2000 10 1 11 1 11 2 10 2 10 1 | 1 | 4",
        "POLYGON GSC1  10 1  11 1  11 2 | 1 | 3",
        "POLYGON -89.9 66.5 -88.9 66.5 -88.9 67.5 | 1 | 3",
        "Polygon ICRS Topocenter 1 1 2 1 2 2 | 1 | 3",
        "CIRCLE ICRS 10 20 0.5 | 1 | 72",
        "CIRCLE J2000 10 20 0.5 | 1 | 72",
        "CIRCLE GSC1 10 20 0 | 1 | 1",
        "CIRCLE OTHER 10 20 180 | 1 | 72",
        "POSITION 10 20 | 1 | 1",
        "POSITION ICRS 10 20 | 1 | 1",
        "POLYGON ICRS 1 1 2 1 2 2 POLYGON ICRS 5 5 6 5 6 6 7 7 | 2 | 3",
        "POLYGON 359.5 -1 0.5 -1 0.5 1 359.5 1 | 1 | 4",
      })
  void readsEveryFormThatTheArchiveHas(String region, int shapes, int corners) {
    SkyFootprint footprint = SkyFootprint.read(region).orElseThrow();
    assertThat(footprint.edges()).hasSize(shapes);
    assertThat(footprint.edges().get(0)).hasSize(corners);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Error",
        "ERROR 1 2 3",
        "POLYGON ICRS",
        "POLYGON ICRS 1 2 3 4",
        "CIRCLE 1 2",
        "CIRCLE 1 2 -3",
        "CIRCLE 1 2 181",
        "CIRCLE 1 91 2",
        "POSITION 1",
        "POSITION 1 -91",
        "POLYGON 1 2 3 4 5 96",
        "POLYGON 9999 2 3 4 5 6"
      })
  void whatIsNoShapeIsNone(String region) {
    assertThat(SkyFootprint.read(region)).isEmpty();
    assertThat(SkyFootprint.read(null)).isEmpty();
  }

  @Property(tries = 2000)
  void numbersAreThoseThatTheLanguageReads(
      @ForAll @LongRange(min = -89_999_999_999_999_999L, max = 89_999_999_999_999_999L) long digits,
      @ForAll @IntRange(max = 20) int decimals,
      @ForAll @IntRange(max = 20) int shortened) {
    BigDecimal exact = BigDecimal.valueOf(digits, decimals + 15);
    BigDecimal number = exact.setScale(Math.max(0, decimals + 15 - shortened), RoundingMode.DOWN);
    String text = number.toPlainString();
    SkyFootprint read = SkyFootprint.read("CIRCLE ICRS 10 " + text + " 0").orElseThrow();
    assertThat(read.middle()).isEqualTo(SkyVector.of(10, Double.parseDouble(text)));
    assertThat(SkyFootprint.read("CIRCLE 10 " + number + " 0").orElseThrow().middle())
        .isEqualTo(SkyVector.of(10, Double.parseDouble(number.toString())));
  }

  @Property
  void anyTextIsReadOrNot(@ForAll String text) {
    SkyFootprint.read(text).ifPresent(RegionReaderTest::requireSky);
  }

  @Property
  void anyWordsAreReadOrNot(@ForAll @Size(max = 12) List<Integer> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(WORDS.get(Math.floorMod(word, WORDS.size()))).append(' '));
    SkyFootprint.read(text.toString()).ifPresent(RegionReaderTest::requireSky);
  }

  private static void requireSky(SkyFootprint footprint) {
    assertThat(footprint.edges()).isNotEmpty();
    for (List<SkyVector> edge : footprint.edges()) {
      assertThat(edge).isNotEmpty();
      for (SkyVector corner : edge) {
        double length = Math.sqrt(corner.dot(corner));
        assertThat(length).isCloseTo(1, within(1e-9));
      }
    }
    assertThat(footprint.reach(footprint.middle())).isBetween(0.0, 360.0);
  }
}
