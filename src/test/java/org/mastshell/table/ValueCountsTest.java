package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ValueCounts.ValueCount;

class ValueCountsTest {
  @Test
  void mostFrequentFirstThenNaturalOrder() {
    Table table = Tables.texts("f", "F200W", "F90W", "CLEAR", "CLEAR", "f90w", "F1000W");
    assertThat(ValueCounts.of(table, Subject.column("f")))
        .containsExactly(
            new ValueCount("CLEAR", 2),
            new ValueCount("F90W", 1),
            new ValueCount("f90w", 1),
            new ValueCount("F200W", 1),
            new ValueCount("F1000W", 1));
  }

  @Test
  void rowsWithoutAValueAreOneEntry() {
    Table table = Tables.texts("f", null, "a", "", null, "b");
    assertThat(ValueCounts.of(table, Subject.column("f")))
        .containsExactly(new ValueCount(null, 3), new ValueCount("a", 1), new ValueCount("b", 1));
    assertThat(ValueCounts.of(Tables.texts("f", null, "a"), Subject.column("f")))
        .containsExactly(new ValueCount("a", 1), new ValueCount(null, 1));
    assertThat(ValueCounts.of(table, Subject.column("nowhere")))
        .containsExactly(new ValueCount(null, 5));
  }

  @Test
  void onlyRowsOfTheSelectionCount() {
    Table table = Tables.texts("f", "a", "b", "b", "b").select(0, 3, 0);
    assertThat(ValueCounts.of(table, Subject.column("f")))
        .containsExactly(new ValueCount("a", 2), new ValueCount("b", 1));
    assertThat(ValueCounts.of(table.select(), Subject.column("f"))).isEmpty();
  }

  @Test
  void numbersAndDerivedValues() {
    assertThat(ValueCounts.of(Tables.decimals("n", 1, 2.5, 1), Subject.column("n")))
        .containsExactly(new ValueCount("1", 2), new ValueCount("2.5", 1));
    Subject one = Subject.derived("one", "row", text -> "same");
    assertThat(ValueCounts.of(Tables.numbered(4), one)).containsExactly(new ValueCount("same", 4));
  }

  @Property
  void countsAddUp(@ForAll("cells") List<String> cells) {
    Table table = Tables.texts("f", cells.toArray(String[]::new));
    List<ValueCount> counts = ValueCounts.of(table, Subject.column("f"));
    assertThat(counts.stream().mapToInt(ValueCount::count).sum()).isEqualTo(cells.size());
    assertThat(counts).extracting(ValueCount::value).doesNotHaveDuplicates();
    assertThat(counts)
        .isSortedAccordingTo((one, other) -> Integer.compare(other.count(), one.count()))
        .allSatisfy(
            value ->
                assertThat(cells.stream().filter(cell -> isSame(cell, value.value())).count())
                    .isEqualTo(value.count()));
  }

  private static boolean isSame(String cell, String value) {
    return value == null ? cell == null || cell.isEmpty() : value.equals(cell);
  }

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.strings().withChars("ab").ofMaxLength(2).injectNull(0.2).list();
  }
}
