package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static List<String> told(Tally tally) {
    return IntStream.range(0, tally.size())
        .mapToObj(i -> tally.text(i) + " " + tally.count(i))
        .toList();
  }

  @Test
  void theMostFrequentFirstThenAsTheyCame() {
    Tally tally = Tally.of(Tables.texts("f", "b", "a", null, "c", "a", "", "B"), column("f"));
    assertThat(told(tally)).containsExactly("a 2", "b 1", "c 1", "B 1");
    assertThat(tally.missing()).isEqualTo(2);
  }

  @Test
  void onlyRowsOfTheSelectionCount() {
    Table rows = Tables.texts("f", "a", "b", "b", "c").select(3, 1, 3);
    assertThat(told(Tally.of(rows, column("f")))).containsExactly("c 2", "b 1");
    Table numbers = Tables.decimals("n", 7, 1.5, 1.5).select(2, 1, 0, 2);
    assertThat(told(Tally.of(numbers, column("n")))).containsExactly("1.5 3", "7 1");
  }

  @Test
  void nothingAndWhatIsNotThereAreCountedToo() {
    assertThat(Tally.of(Table.empty(), column("f")).size()).isZero();
    Tally absent = Tally.of(Tables.numbered(4), column("f"));
    assertThat(absent.size()).isZero();
    assertThat(absent.missing()).isEqualTo(4);
  }

  @Property
  void numbersAreCountedLikeTheirTexts(@ForAll("numbers") List<Double> cells) {
    double[] values =
        cells.stream().mapToDouble(cell -> Objects.requireNonNullElse(cell, Double.NaN)).toArray();
    Tally tally = Tally.of(Tables.decimals("n", values), column("n"));
    List<String> texts = Tables.cells(Tables.decimals("n", values), "n");
    assertThat(tally.missing()).isEqualTo(Collections.frequency(texts, null));
    List<String> found = new ArrayList<>();
    int before = Integer.MAX_VALUE;
    for (int i = 0; i < tally.size(); i++) {
      assertThat(tally.count(i)).isEqualTo(Collections.frequency(texts, tally.text(i)));
      assertThat(tally.count(i)).isLessThanOrEqualTo(before);
      assertThat(tally.number(i)).isEqualTo(Double.parseDouble(tally.text(i)));
      before = tally.count(i);
      found.add(tally.text(i));
    }
    assertThat(found).doesNotHaveDuplicates();
    assertThat(IntStream.range(0, tally.size()).map(tally::count).sum() + tally.missing())
        .isEqualTo(cells.size());
  }

  @Test
  void veryManyNumbersAreToldApart() {
    Table rows = Tables.numbered(50_000);
    assertThat(Tally.of(rows, column("row")).size()).isEqualTo(50_000);
    int[] twice = IntStream.range(0, 100_000).map(i -> i / 2).toArray();
    Tally tally = Tally.of(rows.select(twice), column("row"));
    assertThat(IntStream.range(0, tally.size()).map(tally::count)).containsOnly(2);
    assertThat(Arrays.stream(twice).distinct().count()).isEqualTo(tally.size());
  }

  private static Subject column(String name) {
    return Subject.column(name);
  }

  @Provide
  Arbitrary<List<Double>> numbers() {
    return Arbitraries.of(0.0, -0.0, 1.0, 2.5, -3.0, 1e300, 1e-7).injectNull(0.2).list();
  }
}
