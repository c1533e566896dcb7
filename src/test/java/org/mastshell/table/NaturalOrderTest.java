package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final NaturalOrder ORDER = NaturalOrder.INSTANCE;

  @Test
  void ordersAsPeopleDo() {
    List<String> ordered =
        List.of(
            "",
            "-",
            "1",
            // The number 2 spelt otherwise: spellings of a number are ordered by their characters.
            "02",
            "2",
            "10",
            "99999999999999999999",
            "_a",
            "f90w",
            "F200W",
            "f1000w",
            "jw01073001001_02101_00001",
            "jw01073001001_02101_00010",
            "NIRCAM",
            "nircam/grism",
            "NIRCAM/IMAGE",
            "é");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);
    shuffled.sort(ORDER);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void caseAndZerosDecideOnlyAtTheEnd() {
    assertThat(ORDER.compare("A1", "a2")).isNegative();
    assertThat(ORDER.compare("a1", "A2")).isNegative();
    assertThat(ORDER.compare("A", "a")).isNegative();
    assertThat(ORDER.compare("a01b", "a1c")).isNegative();
    assertThat(ORDER.compare("a1b", "a01c")).isNegative();
    assertThat(ORDER.compare("000", "0")).isPositive();
  }

  @Property
  void isAntisymmetricAndTotal(@ForAll("names") String left, @ForAll("names") String right) {
    int order = Integer.signum(ORDER.compare(left, right));
    assertThat(Integer.signum(ORDER.compare(right, left))).isEqualTo(-order);
    assertThat(order == 0).isEqualTo(left.equals(right));
  }

  @Property(tries = 5000)
  void isTransitive(
      @ForAll("names") String first,
      @ForAll("names") String second,
      @ForAll("names") String third) {
    List<String> sorted = new ArrayList<>(List.of(first, second, third));
    sorted.sort(ORDER);
    assertThat(ORDER.compare(sorted.get(0), sorted.get(1))).isNotPositive();
    assertThat(ORDER.compare(sorted.get(1), sorted.get(2))).isNotPositive();
    assertThat(ORDER.compare(sorted.get(0), sorted.get(2))).isNotPositive();
  }

  @Property
  void anyTextsAreOrdered(@ForAll String left, @ForAll String right) {
    isAntisymmetricAndTotal(left, right);
  }

  @Property(tries = 5000)
  void keysAgreeWithTheOrder(@ForAll("names") String left, @ForAll("names") String right) {
    int byKey = Integer.signum(NaturalOrder.key(left).compareTo(NaturalOrder.key(right)));
    int order = Integer.signum(ORDER.compare(left, right));
    assertThat(byKey).isIn(0, order);
    assertThat(byKey == 0).isEqualTo(plain(left).equals(plain(right)));
  }

  /** The text without what decides only at the end: case and leading zeros. */
  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("(?<![0-9])0+(?=[0-9])", "");
  }

  @Property
  void numbersByValue(@ForAll long first, @ForAll long second) {
    String left = "x" + Long.toUnsignedString(first);
    String right = "x" + Long.toUnsignedString(second);
    assertThat(Integer.signum(ORDER.compare(left, right)))
        .isEqualTo(Integer.signum(Long.compareUnsigned(first, second)));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("01 9aAbB-_/.éÉ:").ofMaxLength(6);
  }
}
