package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Statistics and groups of any columns are those of plain arithmetic. */
class NumberSummaryTest {

  @Provide
  static Arbitrary<double[]> numbers() {
    return Arbitraries.doubles()
        .between(-1e6, 1e6)
        .ofScale(3)
        .injectNull(0.2)
        .list()
        .ofMaxSize(60)
        .map(
            cells ->
                cells.stream().mapToDouble(cell -> cell == null ? Double.NaN : cell).toArray());
  }

  @Property(tries = 300)
  void agreesWithPlainArithmetic(@ForAll("numbers") double[] cells) {
    NumberSummary summary = NumberSummary.of(DecimalColumn.of(cells));
    double[] present = Arrays.stream(cells).filter(cell -> !Double.isNaN(cell)).sorted().toArray();
    assertThat(summary.count()).isEqualTo(present.length);
    assertThat(summary.missing()).isEqualTo(cells.length - present.length);
    assertThat(summary.sum()).isCloseTo(Arrays.stream(present).sum(), within(1e-6));
    if (present.length == 0) {
      assertThat(summary.mean()).isNaN();
      assertThat(summary.quantile(0.5)).isNaN();
      return;
    }
    double mean = Arrays.stream(present).sum() / present.length;
    assertThat(summary.mean()).isCloseTo(mean, within(1e-6));
    assertThat(summary.quantile(0)).isEqualTo(present[0]);
    assertThat(summary.quantile(1)).isEqualTo(present[present.length - 1]);
    int half = present.length / 2;
    double median =
        present.length % 2 == 1 ? present[half] : (present[half - 1] + present[half]) / 2;
    assertThat(summary.quantile(0.5)).isCloseTo(median, within(1e-6));
    double squares = Arrays.stream(present).map(x -> (x - mean) * (x - mean)).sum();
    if (present.length > 1) {
      assertThat(summary.deviation())
          .isCloseTo(Math.sqrt(squares / (present.length - 1)), within(1e-5));
    }
  }

  @Property(tries = 300)
  void aColumnIsDescribedAsItIs(@ForAll("numbers") double[] cells) {
    ColumnSummary summary = ColumnSummary.of(DecimalColumn.of(cells), 3);
    TreeSet<Double> distinct = new TreeSet<>();
    Arrays.stream(cells)
        .filter(cell -> !Double.isNaN(cell))
        .forEach(cell -> distinct.add(cell + 0.0));
    assertThat(summary.distinct()).isEqualTo(distinct.size());
    if (!distinct.isEmpty()) {
      assertThat(cells[summary.least()] + 0.0).isEqualTo(distinct.first());
      assertThat(cells[summary.greatest()] + 0.0).isEqualTo(distinct.last());
    }
  }

  @Property(tries = 300)
  void theMostFrequentTextsAreThoseOfATally(@ForAll("texts") List<String> texts) {
    Table table = Table.of(List.of("text"), List.of(TextColumn.of(texts)), texts.size());
    Table turned =
        table.select(IntStream.range(0, texts.size()).map(row -> texts.size() - 1 - row).toArray());
    Tally tally = Tally.of(turned, Subject.column("text"));
    ColumnSummary summary = ColumnSummary.of(turned.column("text"), 2);
    assertThat(summary.missing()).isEqualTo(tally.missing());
    assertThat(summary.distinct()).isEqualTo(tally.size());
    assertThat(summary.top()).hasSize(Math.min(2, tally.size()));
    for (int place = 0; place < summary.top().size(); place++) {
      assertThat(summary.top().get(place).count()).isEqualTo(tally.count(place));
      String value = summary.top().get(place).value();
      assertThat(texts.stream().filter(value::equals).count()).isEqualTo(tally.count(place));
    }
  }

  @Property(tries = 300)
  void groupsAreTheCombinationsThatOccur(
      @ForAll("texts") List<String> texts, @ForAll("numbers") double[] numbers) {
    int size = Math.min(texts.size(), numbers.length);
    Table table =
        Table.of(
            List.of("text", "number"),
            List.of(
                TextColumn.of(texts.subList(0, size)),
                DecimalColumn.of(Arrays.copyOf(numbers, size))),
            size);
    // A selection, so that views are looked at too.
    Table turned = table.select(IntStream.range(0, size).map(row -> size - 1 - row).toArray());
    Map<List<Object>, Integer> expected = new LinkedHashMap<>();
    Map<List<Object>, Double> sums = new LinkedHashMap<>();
    for (int row = size - 1; row >= 0; row--) {
      String text = Objects.requireNonNullElse(texts.get(row), "");
      double number = numbers[row] + 0.0;
      expected.merge(List.of(text, number), 1, Integer::sum);
      sums.merge(List.of(text, number), Double.isNaN(number) ? 0 : number, Double::sum);
    }
    Grouping grouping =
        Grouping.of(turned, List.of(Subject.column("text"), Subject.column("number")));
    assertThat(grouping.size()).isEqualTo(expected.size());
    List<Integer> counts = new ArrayList<>();
    IntStream.range(0, grouping.size()).forEach(group -> counts.add(grouping.count(group)));
    assertThat(counts).containsExactlyElementsOf(expected.values());
    double[] added = grouping.sums(turned.column("number"));
    int group = 0;
    for (double sum : sums.values()) {
      if (Double.isNaN(added[group])) {
        assertThat(sum).isZero();
      } else {
        assertThat(added[group]).isCloseTo(sum, within(1e-3));
      }
      group++;
    }
  }

  @Provide
  static Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "A", "").injectNull(0.2).list().ofMaxSize(60);
  }

  @Test
  void aSumKeepsWhatRoundingWouldLose() {
    assertThat(NumberSummary.of(DecimalColumn.of(1e16, 1, 1, 1, 1, -1e16)).sum()).isEqualTo(4);
  }

  @Test
  void greatWholeNumbersKeepTheirLastDigit() {
    IntegerColumn column = IntegerColumn.of(9_007_199_254_740_993L, 9_007_199_254_740_992L);
    ColumnSummary summary = ColumnSummary.of(column, 1);
    assertThat(column.text(summary.greatest())).isEqualTo("9007199254740993");
    assertThat(summary.distinct()).isEqualTo(2);
  }
}
