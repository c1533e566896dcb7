package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DistinctTest {
  private static final Subject URI = Subject.column("uri");

  @Test
  void theFirstOfEqualRowsStays() {
    Table table = Tables.texts("uri", "b", "a", "b", "c", "a", "B");
    assertThat(rows(Distinct.by(table, URI))).containsExactly("0", "1", "3", "5");
  }

  @Test
  void rowsWithoutAValueAllStay() {
    Table table = Tables.texts("uri", null, "a", null, "", "a", "");
    assertThat(rows(Distinct.by(table, URI))).containsExactly("0", "1", "2", "3", "5");
    assertThat(Distinct.by(table, Subject.column("nowhere")).size()).isEqualTo(6);
  }

  @Test
  void thePreferredRowTakesThePlaceOfTheFirst() {
    Table table =
        Tables.texts("uri", "a", "b", "a", "a", "b")
            .with("parent", DecimalColumn.of(5, 1, 3, 4, 2));
    Column parent = table.column("parent");
    Table lowest =
        Distinct.by(table, URI, (kept, later) -> parent.number(later) < parent.number(kept));
    assertThat(rows(lowest)).containsExactly("2", "1");
    assertThat(rows(Distinct.by(table, URI, (kept, later) -> true))).containsExactly("3", "4");
  }

  @Test
  void thePreferenceIsAskedInRowsOfTheSelection() {
    Table table = Tables.texts("uri", "a", "a", "b", "a").select(3, 2, 1);
    Table chosen =
        Distinct.by(
            table,
            URI,
            (kept, later) -> {
              assertThat(kept).isZero();
              assertThat(later).isEqualTo(2);
              return true;
            });
    assertThat(rows(chosen)).containsExactly("1", "2");
  }

  @Test
  void numbersAndDerivedValuesAreKeysToo() {
    Table numbers = Tables.decimals("n", 1, 2, 1, Double.NaN, -0.0, 0.0);
    assertThat(rows(Distinct.by(numbers, Subject.column("n")))).containsExactly("0", "1", "3", "4");
    Subject first = Subject.derived("first", "uri", text -> text.substring(0, 1));
    assertThat(rows(Distinct.by(Tables.texts("uri", "ax", "ay", "bx"), first)))
        .containsExactly("0", "2");
  }

  @Property
  void keysComeOnceInTheOrderOfTheirFirst(@ForAll("keys") List<String> keys) {
    Table table = Tables.texts("uri", keys.toArray(String[]::new));
    assertThat(Tables.cells(Distinct.by(table, URI), "uri"))
        .containsExactlyElementsOf(new LinkedHashSet<>(keys));
    Table latest = Distinct.by(table, URI, (kept, later) -> true);
    assertThat(Tables.cells(latest, "uri")).containsExactlyElementsOf(new LinkedHashSet<>(keys));
    for (int row = 0; row < latest.size(); row++) {
      String key = latest.text(row, "uri");
      assertThat(latest.text(row, "row")).isEqualTo(Integer.toString(keys.lastIndexOf(key)));
    }
  }

  @Provide
  Arbitrary<List<String>> keys() {
    return Arbitraries.strings().withChars("abc").ofMinLength(1).ofMaxLength(2).list();
  }

  private static List<String> rows(Table table) {
    return Tables.cells(table, "row");
  }
}
