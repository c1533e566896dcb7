package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the columns of every type. */
class ColumnTest {
  /** Columns of five cells: in order, the first two equal, the last missing. */
  static Stream<Column> columns() {
    return Stream.of(
        TextColumn.of(Arrays.asList("f90", "f90", "F200", "g", null)),
        DecimalColumn.of(-1.5, -1.5, 0, 2, Double.NaN),
        DecimalColumn.of(-1.5, -1.5, 0, 2, Double.NEGATIVE_INFINITY),
        ColumnBuilderTest.built(
            ColumnType.INTEGER, Long.MIN_VALUE, Long.MIN_VALUE, 0L, Long.MAX_VALUE, null),
        new ColumnView(
            ColumnBuilderTest.built(ColumnType.INTEGER, null, 3L, 2L, 1L),
            new int[] {3, 3, 2, 1, 0}));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void cellsAreOrderedWithTheMissingLast(Column column) {
    assertThat(column.size()).isEqualTo(5);
    assertThat(column.compare(0, 1)).isZero();
    for (int row = 1; row < 4; row++) {
      assertThat(column.compare(row, row + 1)).isNegative();
      assertThat(column.compare(row + 1, row)).isPositive();
    }
    assertThat(column.compare(4, 4)).isZero();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void onlyTheLastCellIsMissing(Column column) {
    assertThat(column.isMissing(4)).isTrue();
    assertThat(column.text(4)).isNull();
    assertThat(column.number(4)).isNaN();
    for (int row = 0; row < 4; row++) {
      assertThat(column.isMissing(row)).isFalse();
      assertThat(column.text(row)).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void selectedCellsAreTheSame(Column column) {
    int[] rows = {4, 2, 2, 0};
    Column chosen = column.select(rows);
    assertThat(chosen.type()).isEqualTo(column.type());
    assertThat(chosen).isNotInstanceOf(ColumnView.class);
    assertThat(chosen.size()).isEqualTo(rows.length);
    for (int row = 0; row < rows.length; row++) {
      assertThat(chosen.text(row)).isEqualTo(column.text(rows[row]));
      assertThat(Double.compare(chosen.number(row), column.number(rows[row]))).isZero();
      assertThat(chosen.isMissing(row)).isEqualTo(column.isMissing(rows[row]));
    }
    assertThat(column.select().size()).isZero();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void asTextTheCellsAreTheSame(Column column) {
    assertThat(Tables.cells(TextColumn.from(column))).isEqualTo(Tables.cells(column));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void ranksAreInTheOrderOfTheCells(Column column) {
    long[] ranks = Ranks.of(column);
    for (int first : List.of(0, 1, 2, 3)) {
      for (int second : List.of(0, 1, 2, 3)) {
        assertThat(Integer.signum(Long.compareUnsigned(ranks[first], ranks[second])))
            .isEqualTo(Integer.signum(column.compare(first, second)));
      }
    }
  }
}
