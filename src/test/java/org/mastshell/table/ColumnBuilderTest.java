package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnBuilderTest {
  private static final long EXACT = 1L << 53;

  @ParameterizedTest
  @EnumSource
  void everyTypeHoldsMissingCells(ColumnType type) {
    ColumnBuilder builder = new ColumnBuilder(type);
    builder.addMissing();
    builder.add((String) null);
    Column column = builder.build(2);
    assertThat(column.type()).isEqualTo(type);
    assertThat(column.size()).isEqualTo(2);
    assertThat(column.isMissing(0)).isTrue();
    assertThat(column.isMissing(1)).isTrue();
    assertThat(column.text(0)).isNull();
    assertThat(column.number(1)).isNaN();
    assertThat(column.compare(0, 1)).isZero();
  }

  @Test
  void anIntegerColumnTakesWholeNumbersInAnyForm() {
    Column column = built(ColumnType.INTEGER, 7L, "8", " -9 ", "+10", 11.0, "12.0", "1e2");
    assertThat(column.type()).isEqualTo(ColumnType.INTEGER);
    assertThat(Tables.cells(column)).containsExactly("7", "8", "-9", "10", "11", "12", "100");
    assertThat(column.number(2)).isEqualTo(-9);
  }

  @Test
  void aFractionTurnsWholeNumbersIntoDecimals() {
    Column column = built(ColumnType.INTEGER, 7L, null, EXACT, 0.5);
    assertThat(column.type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(column.number(0)).isEqualTo(7);
    assertThat(column.isMissing(1)).isTrue();
    assertThat(column.number(2)).isEqualTo(0x1p53);
    assertThat(column.number(3)).isEqualTo(0.5);
  }

  @Test
  void aFractionBesideALargeWholeNumberMakesText() {
    Column column = built(ColumnType.INTEGER, EXACT + 1, null, 0.5);
    assertThat(column.type()).isEqualTo(ColumnType.TEXT);
    assertThat(Tables.cells(column)).containsExactly("9007199254740993", null, "0.5");
  }

  @ParameterizedTest
  @ValueSource(longs = {EXACT + 1, -EXACT - 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void aLargeWholeNumberKeepsItsDigitsEverywhere(long large) {
    String digits = Long.toString(large);
    for (ColumnType type : ColumnType.values()) {
      assertThat(built(type, large).text(0)).as("%s number", type).isEqualTo(digits);
      assertThat(built(type, digits).text(0)).as("%s text", type).isEqualTo(digits);
    }
    assertThat(built(ColumnType.INTEGER, digits).type()).isEqualTo(ColumnType.INTEGER);
    assertThat(built(ColumnType.DECIMAL, digits).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void aNumberBeyond64BitsMakesText() {
    for (String digits : List.of("9223372036854775808", "-9223372036854775809")) {
      Column column = built(ColumnType.INTEGER, 1L, digits);
      assertThat(column.type()).isEqualTo(ColumnType.TEXT);
      assertThat(Tables.cells(column)).containsExactly("1", digits);
    }
    assertThat(built(ColumnType.INTEGER, 0x1p63).number(0)).isEqualTo(0x1p63);
  }

  @Test
  void aNumberBeyondDoublePrecisionStaysTheTextThatItWas() {
    assertThat(Tables.cells(built(ColumnType.DECIMAL, 1.5, "1e999")))
        .containsExactly("1.5", "1e999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "NaN", "nan", "Infinity", "-Infinity", "inf"})
  void whatIsNoNumberIsMissingAmongNumbers(String text) {
    for (ColumnType type : List.of(ColumnType.INTEGER, ColumnType.DECIMAL)) {
      Column column = built(type, text, Double.NaN, Double.POSITIVE_INFINITY);
      assertThat(column.type()).isEqualTo(type);
      assertThat(Tables.cells(column)).containsOnlyNulls().hasSize(3);
    }
    assertThat(built(ColumnType.TEXT, text).text(0)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"F277W", "1d", "0x10", "1 2", "1073-o001", "+", ".", "--1", "1e", "٣"})
  void aWordMakesText(String word) {
    Column column = built(ColumnType.DECIMAL, 1.25, word, 3L, null, "4.50");
    assertThat(column.type()).isEqualTo(ColumnType.TEXT);
    assertThat(Tables.cells(column)).containsExactly("1.25", word, "3", null, "4.50");
    assertThat(column.number(1)).isNaN();
    assertThat(column.number(4)).isEqualTo(4.5);
  }

  @Test
  void truthValues() {
    Column column = built(ColumnType.BOOLEAN, true, "FALSE", " true ", "", null);
    assertThat(column.type()).isEqualTo(ColumnType.BOOLEAN);
    assertThat(Tables.cells(column)).containsExactly("true", "false", "true", null, null);
    assertThat(column.number(0)).isEqualTo(1);
    assertThat(column.number(1)).isZero();
    assertThat(column.compare(1, 0)).isNegative();
    assertThat(column.compare(0, 3)).isNegative();
    assertThat(column.compare(0, 2)).isZero();
  }

  @Test
  void truthValuesBesideOthersMakeText() {
    assertThat(Tables.cells(built(ColumnType.BOOLEAN, true, null, 1L)))
        .containsExactly("true", null, "1");
    assertThat(Tables.cells(built(ColumnType.INTEGER, 1L, false))).containsExactly("1", "false");
    assertThat(Tables.cells(built(ColumnType.BOOLEAN, false, "yes")))
        .containsExactly("false", "yes");
    assertThat(Tables.cells(built(ColumnType.BOOLEAN, false, 0.5))).containsExactly("false", "0.5");
  }

  @Test
  void zeroHasOneSign() {
    Column column = built(ColumnType.DECIMAL, -0.0, 0.0, "-0.0");
    assertThat(column.compare(0, 1)).isZero();
    assertThat(column.compare(2, 1)).isZero();
    assertThat(Tables.cells(column)).containsOnly("0");
  }

  @Test
  void repeatedTextIsStoredOnce() {
    TextColumn column =
        (TextColumn) built(ColumnType.TEXT, "NIRCAM", new String("NIRCAM"), "MIRI", "NIRCAM");
    assertThat(column.dictionarySize()).isEqualTo(2);
    assertThat(column.text(0)).isSameAs(column.text(1)).isSameAs(column.text(3));
  }

  @Test
  void buildingDoesNotEndTheWork() {
    ColumnBuilder builder = new ColumnBuilder(ColumnType.INTEGER);
    builder.add(1L);
    Column before = builder.build(1);
    builder.add("x");
    assertThat(before.type()).isEqualTo(ColumnType.INTEGER);
    assertThat(Tables.cells(before)).containsExactly("1");
    assertThat(Tables.cells(builder.build(2))).containsExactly("1", "x");
  }

  @Test
  void largeWholeNumbersOfADecimalColumnKeepTheirDigitsAsText() {
    ColumnBuilder builder = new ColumnBuilder(ColumnType.DECIMAL);
    builder.add(1_000_000_000_000_000L);
    builder.add(1L << 53);
    builder.add("x");
    assertThat(Tables.cells(builder.build(3)))
        .containsExactly("1000000000000000", "9007199254740992", "x");
  }

  @Property
  void wholeNumbersComeBackWhateverElseArrives(
      @ForAll List<Long> numbers, @ForAll ColumnType type, @ForAll double last) {
    ColumnBuilder builder = new ColumnBuilder(type);
    numbers.forEach(builder::add);
    builder.add(last);
    Column column = builder.build(numbers.size() + 1);
    for (int row = 0; row < numbers.size(); row++) {
      if (column.type() == ColumnType.DECIMAL) {
        assertThat((long) column.number(row)).isEqualTo(numbers.get(row));
      } else {
        assertThat(column.text(row)).isEqualTo(numbers.get(row).toString());
      }
    }
    assertThat(column.number(numbers.size())).isEqualTo(last + 0.0);
  }

  @Property
  void decimalsComeBack(@ForAll List<Double> numbers, @ForAll ColumnType type) {
    Column column = built(type, numbers.toArray());
    for (int row = 0; row < numbers.size(); row++) {
      assertThat(column.number(row)).isEqualTo(numbers.get(row) + 0.0);
      assertThat(Numbers.parse(column.text(row))).isEqualTo(numbers.get(row) + 0.0);
    }
  }

  @Property
  void textsComeBack(@ForAll List<String> texts) {
    Column column = built(ColumnType.TEXT, texts.toArray());
    assertThat(Tables.cells(column)).isEqualTo(texts);
  }

  static Column built(ColumnType type, Object... values) {
    ColumnBuilder builder = new ColumnBuilder(type);
    for (Object value : Arrays.asList(values)) {
      if (value instanceof Long number) {
        builder.add(number.longValue());
      } else if (value instanceof Double number) {
        builder.add(number.doubleValue());
      } else if (value instanceof Boolean truth) {
        builder.add(truth.booleanValue());
      } else {
        builder.add((String) value);
      }
    }
    return builder.build(values.length);
  }
}
