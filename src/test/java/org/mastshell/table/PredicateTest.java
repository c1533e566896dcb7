package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PredicateTest {
  private static final Table TABLE =
      Tables.texts("filters", "F277W", null, "F356W", "")
          .with("exptime", DecimalColumn.of(10, 20, Double.NaN, 40));
  private static final Predicate F277W = is("filters", "F277W");
  private static final Predicate LONG =
      Predicate.where(Subject.column("exptime"), Match.Range.closed(15, 100));

  @Test
  void noConditionHoldsForEveryRow() {
    assertThat(rows(Predicate.always())).containsExactly("0", "1", "2", "3");
    assertThat(rows(Predicate.not(Predicate.always()))).isEmpty();
    assertThat(rows(Predicate.any(List.of()))).isEmpty();
  }

  @Test
  void allAndAny() {
    assertThat(rows(F277W)).containsExactly("0");
    assertThat(rows(LONG)).containsExactly("1", "3");
    assertThat(rows(Predicate.all(List.of(F277W, LONG)))).isEmpty();
    assertThat(rows(Predicate.any(List.of(F277W, LONG)))).containsExactly("0", "1", "3");
    assertThat(rows(Predicate.all(List.of(LONG, Predicate.not(is("filters", "x"))))))
        .containsExactly("1", "3");
  }

  @Test
  void aMissingValueFailsAConditionAndPassesItsNegation() {
    assertThat(rows(Predicate.not(F277W))).containsExactly("1", "2", "3");
    assertThat(rows(Predicate.not(LONG))).containsExactly("0", "2");
    assertThat(rows(is("exptime", "NaN"))).isEmpty();
  }

  @Test
  void missingMeansNoValueOrAnEmptyOne() {
    assertThat(rows(missing("filters"))).containsExactly("1", "3");
    assertThat(rows(missing("exptime"))).containsExactly("2");
    assertThat(rows(missing("nowhere"))).containsExactly("0", "1", "2", "3");
    assertThat(rows(Predicate.not(missing("filters")))).containsExactly("0", "2");
  }

  @Test
  void oneOfSeveralMatches() {
    Predicate several =
        Predicate.where(
            Subject.column("exptime"),
            List.of(new Match.Equal("40"), Match.Range.closed(0, 10), new Match.Missing()));
    assertThat(rows(several)).containsExactly("0", "2", "3");
    Predicate texts =
        Predicate.where(
            Subject.column("filters"), List.of(new Match.Equal("f277w"), new Match.Missing()));
    assertThat(rows(texts)).containsExactly("0", "1", "3");
  }

  @Test
  void numbersInTextCount() {
    Table table = Tables.texts("proposal_id", "1073", "2731", "GTO", null);
    Predicate range =
        Predicate.where(Subject.column("proposal_id"), Match.Range.closed(1000, 2000));
    assertThat(Tables.cells(table.where(range), "row")).containsExactly("0");
  }

  @Test
  void truthValues() {
    Table table =
        Tables.numbered(3)
            .with("mtFlag", ColumnBuilderTest.built(ColumnType.BOOLEAN, true, false, null));
    assertThat(Tables.cells(table.where(is("mtflag", "TRUE")), "row")).containsExactly("0");
    assertThat(Tables.cells(table.where(missing("mtflag")), "row")).containsExactly("2");
  }

  @Test
  void oneOfSeveralIsThatOne() {
    assertThat(Predicate.all(List.of(F277W))).isSameAs(F277W);
    assertThat(Predicate.any(List.of(F277W))).isSameAs(F277W);
    assertThat(Predicate.always()).isEqualTo(Predicate.all(List.of()));
  }

  @Test
  void predicatesAreReadable() {
    assertThat(Predicate.always()).hasToString("");
    assertThat(Predicate.all(List.of(F277W, LONG))).hasToString("filters=F277W exptime=15..100");
    Predicate either = Predicate.any(List.of(F277W, LONG));
    assertThat(either).hasToString("filters=F277W or exptime=15..100");
    assertThat(Predicate.all(List.of(either, Predicate.not(missing("filters")))))
        .hasToString("(filters=F277W or exptime=15..100) not(filters=null)");
    assertThat(
            Predicate.where(
                Subject.column("filters"),
                List.of(new Match.Equal("F277W"), Match.Wildcard.of("F3*"))))
        .hasToString("filters=F277W,F3*");
  }

  @Property
  void notAllIsAnyNot(@ForAll List<Boolean> cells, @ForAll List<Boolean> others) {
    int size = Math.min(cells.size(), others.size());
    Table table =
        Tables.numbered(size)
            .with(
                "a", ColumnBuilderTest.built(ColumnType.BOOLEAN, cells.subList(0, size).toArray()))
            .with(
                "b",
                ColumnBuilderTest.built(ColumnType.BOOLEAN, others.subList(0, size).toArray()));
    Predicate a = is("a", "true");
    Predicate b = is("b", "true");
    List<String> notAll =
        Tables.cells(table.where(Predicate.not(Predicate.all(List.of(a, b)))), "row");
    List<String> anyNot =
        Tables.cells(
            table.where(Predicate.any(List.of(Predicate.not(a), Predicate.not(b)))), "row");
    assertThat(notAll).isEqualTo(anyNot);
    assertThat(notAll)
        .containsExactlyElementsOf(
            IntStream.range(0, size)
                .filter(row -> !(cells.get(row) && others.get(row)))
                .mapToObj(Integer::toString)
                .toList());
  }

  private static List<String> rows(Predicate predicate) {
    List<String> direct = Tables.cells(TABLE.where(predicate), "row");
    Table selection = TABLE.select(0, 1, 2, 3);
    assertThat(Tables.cells(selection.where(predicate), "row")).isEqualTo(direct);
    return direct;
  }

  private static Predicate is(String column, String value) {
    return Predicate.where(Subject.column(column), new Match.Equal(value));
  }

  private static Predicate missing(String column) {
    return Predicate.where(Subject.column(column), new Match.Missing());
  }
}
