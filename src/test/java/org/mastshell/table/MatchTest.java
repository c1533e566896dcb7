package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {
  private static final List<Match> ALL =
      List.of(
          new Match.Equal("x"),
          Match.Wildcard.of("*"),
          new Match.Contains(""),
          new Match.Regex(Pattern.compile("")),
          Match.Range.closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
          new Match.Family("x"),
          new Match.Parts(List.of(new Match.Equal("x"))));

  @Test
  void aMissingCellFitsMissingAlone() {
    for (Match match : ALL) {
      assertThat(match.fits(null, Double.NaN)).as(match.toString()).isFalse();
    }
    assertThat(new Match.Missing().fits(null, Double.NaN)).isTrue();
    assertThat(new Match.Missing().fits("", Double.NaN)).isTrue();
    assertThat(new Match.Missing().fits("null", Double.NaN)).isFalse();
    assertThat(new Match.Missing().fits("0", 0)).isFalse();
  }

  @Test
  void equalIgnoresCaseAndNothingElse() {
    Match match = new Match.Equal("NIRCam");
    assertThat(match.fits("nircam", Double.NaN)).isTrue();
    assertThat(match.fits("NIRCAM/IMAGE", Double.NaN)).isFalse();
    assertThat(match.fits(" NIRCAM", Double.NaN)).isFalse();
    assertThat(match.fits("", Double.NaN)).isFalse();
    assertThat(match).hasToString("NIRCam");
  }

  @ParameterizedTest
  @CsvSource({
    "NIRCAM*, nircam/image, true",
    "NIRCAM*, nircam, true",
    "*_uncal.fits, jw01073001001_UNCAL.fits, true",
    "*_uncal.fits, jw01073001001_uncal.fits.gz, false",
    "a*a, a, false",
    "a*a, aa, true",
    "a*b*c, acb, false",
    "a*b*c, a-b-c, true",
    "ab*ba, aba, false",
    "*a*a*, xay, false",
    "**, anything, true",
    "a**b, ab, true",
    "F*W, F444W;F405N, false",
  })
  void wildcards(String starred, String text, boolean fits) {
    Match.Wildcard match = Match.Wildcard.of(starred);
    assertThat(match.fits(text, Double.NaN)).isEqualTo(fits);
    assertThat(match).hasToString(starred);
  }

  @Test
  void aStarBetweenPiecesIsAStar() {
    Match match = new Match.Wildcard(List.of("a*", ""));
    assertThat(match.fits("A*b", Double.NaN)).isTrue();
    assertThat(match.fits("ab", Double.NaN)).isFalse();
    assertThatThrownBy(() -> new Match.Wildcard(List.of("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 5000)
  void wildcardsAgreeWithRegularExpressions(
      @ForAll("starred") String starred, @ForAll("texts") String text) {
    String regex =
        Arrays.stream(starred.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    boolean expected =
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
            .matcher(text)
            .matches();
    if (starred.contains("*")) {
      assertThat(Match.Wildcard.of(starred).fits(text, Double.NaN)).isEqualTo(expected);
    } else {
      assertThat(new Match.Equal(starred).fits(text, Double.NaN)).isEqualTo(expected);
    }
  }

  @Property
  void containsIsAWildcardAtBothEnds(@ForAll("texts") String wanted, @ForAll("texts") String text) {
    assertThat(new Match.Contains(wanted).fits(text, Double.NaN))
        .isEqualTo(new Match.Wildcard(List.of("", wanted, "")).fits(text, Double.NaN));
  }

  @Property
  void everyTextFitsWhatItIsMadeOf(
      @ForAll String start, @ForAll String middle, @ForAll String end) {
    String text = start + middle + end;
    assertThat(new Match.Wildcard(List.of(start, end)).fits(text, Double.NaN)).isTrue();
    assertThat(new Match.Wildcard(List.of("", middle, "")).fits(text, Double.NaN)).isTrue();
    assertThat(new Match.Contains(middle).fits(text, Double.NaN)).isTrue();
    assertThat(new Match.Equal(text).fits(text, Double.NaN)).isTrue();
  }

  @Test
  void lettersWhoseCaseChangesTheirLengthAreNoTrouble() {
    assertThat(Match.Wildcard.of("*İ*b").fits("İİb", Double.NaN)).isTrue();
    assertThat(new Match.Contains("K").fits("\u212A", Double.NaN)).isTrue();
    assertThat(new Match.Contains("\u212A").fits("ok", Double.NaN)).isTrue();
  }

  @Test
  void regularExpressionsAreFoundAnywhere() {
    Match match = new Match.Regex(Pattern.compile("nrc[ab]\\d"));
    assertThat(match.fits("jw01073_nrcb4_rate", Double.NaN)).isTrue();
    assertThat(match.fits("jw01073_nrcblong_rate", Double.NaN)).isFalse();
    assertThat(match).hasToString("/nrc[ab]\\d/");
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "2, true",
    "1.5, true",
    "0.99, false",
    "2.01, false",
    "NaN, false",
    "Infinity, false"
  })
  void closedRanges(double number, boolean fits) {
    assertThat(Match.Range.closed(1, 2).fits("any", number)).isEqualTo(fits);
    assertThat(Match.Range.closed(1, 2).fits(null, number)).isEqualTo(fits);
  }

  @Test
  void openRanges() {
    double none = Double.POSITIVE_INFINITY;
    Match above = new Match.Range(1, none, false, true);
    assertThat(above.fits("", 1)).isFalse();
    assertThat(above.fits("", Math.nextUp(1.0))).isTrue();
    assertThat(above.fits("", Double.NaN)).isFalse();
    Match below = new Match.Range(-none, 1, true, false);
    assertThat(below.fits("", 1)).isFalse();
    assertThat(below.fits("", -1e300)).isTrue();
    assertThat(below.fits("", Double.NaN)).isFalse();
    assertThat(new Match.Range(-none, none, true, true).fits("", Double.NaN)).isFalse();
  }

  @Test
  void rangesAreReadable() {
    assertThat(Match.Range.closed(1, 2.5)).hasToString("1..2.5");
    assertThat(Match.Range.closed(3, 3)).hasToString("3");
    assertThat(new Match.Range(1, Double.POSITIVE_INFINITY, true, true)).hasToString("1..");
    assertThat(new Match.Range(Double.NEGATIVE_INFINITY, -30, true, true)).hasToString("..-30");
  }

  @ParameterizedTest
  @CsvSource({
    "NIRCAM, true",
    "nircam/image, true",
    "NIRCAM/, true",
    "NIRCAM2, false",
    "NIRCA, false",
    "MIRI/NIRCAM, false",
    "'', false"
  })
  void families(String text, boolean fits) {
    assertThat(new Match.Family("NIRCam").fits(text, Double.NaN)).isEqualTo(fits);
    assertThat(new Match.Family("NIRCam")).hasToString("NIRCam");
  }

  @ParameterizedTest
  @CsvSource({
    "F150W2;F162M, true",
    "f162m; f150w2, true",
    "F162M;CLEAR;F150W2, true",
    "F150W2, false",
    "F150W2;F162MX, false",
    "'', false",
    "F150W2F162M, false"
  })
  void partsInAnyOrder(String text, boolean fits) {
    Match match = new Match.Parts(List.of(new Match.Equal("F150W2"), Match.Wildcard.of("*2M")));
    assertThat(match.fits(text, Double.NaN)).isEqualTo(fits);
    assertThat(match).hasToString("F150W2;*2M");
  }

  @Test
  void partsHaveAtLeastOne() {
    assertThatThrownBy(() -> new Match.Parts(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> starred() {
    return Arbitraries.strings().withChars("abAB.é*").ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("abAB.Éé\n").ofMaxLength(8);
  }
}
