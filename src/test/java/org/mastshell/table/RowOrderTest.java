package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  @Test
  void withoutKeysTheOrderStays() {
    assertThat(Tables.cells(RowOrder.sort(Tables.numbered(3), List.of()), "row"))
        .containsExactly("0", "1", "2");
    assertThat(sorted(Tables.texts("a"), up("a"))).isEmpty();
  }

  @Test
  void equalRowsKeepTheirOrderInBothDirections() {
    Table table = Tables.texts("a", "b", "a", "b", "a", "b");
    assertThat(sorted(table, up("a"))).containsExactly("1", "3", "0", "2", "4");
    assertThat(sorted(table, down("a"))).containsExactly("0", "2", "4", "1", "3");
  }

  @Test
  void missingCellsComeLastInBothDirections() {
    Table texts = Tables.texts("a", null, "b", null, "a");
    assertThat(sorted(texts, up("a"))).containsExactly("3", "1", "0", "2");
    assertThat(sorted(texts, down("a"))).containsExactly("1", "3", "0", "2");
    Table numbers = Tables.decimals("a", Double.NaN, 1, Double.NaN, -1);
    assertThat(sorted(numbers, up("a"))).containsExactly("3", "1", "0", "2");
    assertThat(sorted(numbers, down("a"))).containsExactly("1", "3", "0", "2");
    Table nothing = Tables.numbered(2);
    assertThat(sorted(nothing, down("nowhere"))).containsExactly("0", "1");
  }

  @Test
  void textInNaturalOrder() {
    Table table = Tables.texts("f", "F1000W", "f90w", "F200W");
    assertThat(sorted(table, up("f"))).containsExactly("1", "2", "0");
    assertThat(sorted(table, down("f"))).containsExactly("0", "2", "1");
  }

  @Test
  void wholeNumbersExactly() {
    long large = 1L << 60;
    Column cells =
        ColumnBuilderTest.built(
            ColumnType.INTEGER, large + 1, Long.MAX_VALUE, large, -5L, Long.MIN_VALUE, null);
    Table table = Tables.numbered(6).with("n", cells);
    assertThat(sorted(table, up("n"))).containsExactly("4", "3", "2", "0", "1", "5");
    assertThat(sorted(table, down("n"))).containsExactly("1", "0", "2", "3", "4", "5");
  }

  @Test
  void truthValues() {
    Table table =
        Tables.numbered(3)
            .with("t", ColumnBuilderTest.built(ColumnType.BOOLEAN, true, null, false));
    assertThat(sorted(table, up("t"))).containsExactly("2", "0", "1");
  }

  @Test
  void laterKeysDecideAmongEqualRows() {
    Table table =
        Tables.texts("type", "SCIENCE", "INFO", "SCIENCE", "INFO", null)
            .with("size", DecimalColumn.of(1, 2, 3, 4, 5));
    assertThat(sorted(table, up("type"), down("size"))).containsExactly("3", "1", "2", "0", "4");
    assertThat(sorted(table, down("type"), up("size"))).containsExactly("0", "2", "1", "3", "4");
  }

  @Test
  void sortsDerivedValuesOfSelections() {
    Subject end = Subject.derived("end", "a", text -> text.substring(text.indexOf('_') + 1));
    Table table = Tables.texts("a", "x_3", "y_1", "z_2", "w_1").select(3, 2, 1, 0);
    assertThat(sorted(table, new SortKey(end, false))).containsExactly("3", "1", "2", "0");
  }

  @Property(tries = 400)
  void agreesWithComparingCells(
      @ForAll("cells") List<String> texts,
      @ForAll List<Double> numbers,
      @ForAll boolean descending) {
    int size = Math.min(texts.size(), numbers.size());
    double[] values = numbers.stream().limit(size).mapToDouble(Double::doubleValue).toArray();
    Table table =
        Tables.texts("text", texts.subList(0, size).toArray(String[]::new))
            .with("number", DecimalColumn.of(values));
    for (String column : List.of("text", "number", "row")) {
      Column cells = table.column(column);
      Comparator<Integer> order = cells::compare;
      Comparator<Integer> missingLast = Comparator.comparing(cells::isMissing);
      List<String> expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(missingLast.thenComparing(descending ? order.reversed() : order))
              .map(row -> Integer.toString(row))
              .toList();
      assertThat(sorted(table, new SortKey(Subject.column(column), descending)))
          .isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.strings().withChars("aA019_").ofMaxLength(3).injectNull(0.2).list();
  }

  private static List<String> sorted(Table table, SortKey... keys) {
    return Tables.cells(RowOrder.sort(table, Arrays.asList(keys)), "row");
  }

  private static SortKey up(String column) {
    return new SortKey(Subject.column(column), false);
  }

  private static SortKey down(String column) {
    return new SortKey(Subject.column(column), true);
  }
}
