package org.mastshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.Fields;
import org.mastshell.vocabulary.KnownValues;
import org.mastshell.vocabulary.SetKind;

class RowValuesTest {
  private static final ArgumentSpec CRITERIA = new ArgumentSpec(true, false, false, List.of());

  private final Fields fields = Fields.bundled();
  private final CriteriaReader reader =
      new CriteriaReader(fields, KnownValues.bundled(), Clock.systemUTC(), TypedFiles.none());

  private Field field(String name) {
    return fields.find(name, SetKind.OBSERVATIONS).orElseThrow();
  }

  private static Table texts(String column, String... cells) {
    TableBuilder builder = new TableBuilder();
    int place = builder.column(column, ColumnType.TEXT);
    for (String cell : cells) {
      if (cell != null) {
        builder.set(place, cell);
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static Table decimals(List<String> columns, double[]... rows) {
    TableBuilder builder = new TableBuilder();
    int[] places =
        columns.stream().mapToInt(name -> builder.column(name, ColumnType.DECIMAL)).toArray();
    for (double[] row : rows) {
      for (int i = 0; i < places.length; i++) {
        builder.set(places[i], row[i]);
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static List<String> told(RowValues values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> values.value(i) + " " + values.count(i))
        .toList();
  }

  private int kept(Table rows, String criterion) {
    CommandText command = CommandLines.split("filter " + criterion).get(0);
    Arguments arguments = ArgumentParser.parse(command, CRITERIA);
    return rows.where(reader.readForRows(arguments, SetKind.OBSERVATIONS).predicate()).size();
  }

  private void assertCountsAreThoseOfRowsKept(Table rows, Field field) {
    RowValues values = RowValues.of(rows, field);
    for (int i = 0; i < values.size(); i++) {
      String value = values.value(i) == null ? "null" : Quoting.quote(values.value(i));
      assertThat(values.count(i)).as(value).isEqualTo(kept(rows, field.name() + "=" + value));
    }
  }

  @Test
  void textsThatDifferInCaseAreOne() {
    Table rows = texts("target_name", "LMC", "lmc", null, "M 31", "Lmc", "lmc", "");
    RowValues values = RowValues.of(rows, field("target_name"));
    assertThat(told(values)).containsExactly("lmc 4", "M 31 1", "null 2");
    assertThat(values.lowest()).isNaN();
    assertCountsAreThoseOfRowsKept(rows, field("target_name"));
  }

  @Test
  void anInstrumentStandsForItsModes() {
    Table rows = texts("instrument_name", "NIRCAM/IMAGE", "NIRCAM", "nircam/grism", "MIRI/IFU");
    RowValues values = RowValues.of(rows, field("instrument_name"));
    assertThat(told(values))
        .containsExactly("NIRCAM 3", "MIRI/IFU 1", "nircam/grism 1", "NIRCAM/IMAGE 1");
    assertCountsAreThoseOfRowsKept(rows, field("instrument_name"));
  }

  @Test
  void eachPartOfAListCountsWhereverItStands() {
    Table rows =
        texts("filters", "F444W;F405N", "F444W", "F405N;F444W", "F444W;F405N;F200W", "clear", null);
    RowValues values = RowValues.of(rows, field("filters"));
    assertThat(told(values))
        .containsExactly(
            "F444W 4",
            "F405N 3",
            "F444W;F405N 3",
            "clear 1",
            "F200W 1",
            "F444W;F405N;F200W 1",
            "null 1");
    assertCountsAreThoseOfRowsKept(rows, field("filters"));
  }

  @Test
  void datesAreDays() {
    Table rows =
        decimals(
            List.of("t_min", "t_max"),
            new double[] {59701.1, 59701.9},
            new double[] {59701.5, 59703.5},
            new double[] {Double.NaN, 59703});
    assertThat(told(RowValues.of(rows, field("start")))).containsExactly("2022-05-02 2", "null 1");
    RowValues any = RowValues.of(rows, field("date"));
    assertThat(told(any)).containsExactly("2022-05-02 2", "2022-05-03 1", "2022-05-04 1", "null 1");
    assertThat(any.lowest()).isEqualTo(59701.1);
    assertThat(any.highest()).isEqualTo(59703.5);
    assertCountsAreThoseOfRowsKept(rows, field("start"));
    assertCountsAreThoseOfRowsKept(rows, field("date"));
  }

  @Test
  void aBandHasARangeButNoValues() {
    Table rows =
        decimals(List.of("em_min", "em_max"), new double[] {600, 900}, new double[] {2400, 3100.5});
    RowValues values = RowValues.of(rows, field("wavelength"));
    assertThat(values.size()).isZero();
    assertThat(values.lowest()).isEqualTo(600);
    assertThat(values.highest()).isEqualTo(3100.5);
  }

  @Test
  void whatTheArchiveWritesForNoNumberIsNone() {
    Table rows = texts("sequence_number", "14", "-999", "14", null, "2");
    RowValues values = RowValues.of(rows, field("sequence_number"));
    assertThat(told(values)).containsExactly("14 2", "2 1", "null 2");
    assertThat(values.lowest()).isEqualTo(2);
    assertThat(values.highest()).isEqualTo(14);
    assertCountsAreThoseOfRowsKept(rows, field("sequence_number"));
  }

  @Test
  void aDecimalNumberCountsAllThatRoundToIt() {
    Table rows =
        decimals(
            List.of("t_exptime"),
            new double[] {644.2},
            new double[] {644.208},
            new double[] {644.24},
            new double[] {644.26});
    assertThat(told(RowValues.of(rows, field("exptime"))))
        .containsExactlyInAnyOrder("644.2 3", "644.208 1", "644.24 1", "644.26 1");
    assertCountsAreThoseOfRowsKept(rows, field("exptime"));
  }

  @Test
  void veryManyTextsHaveAnIndex() {
    String[] cells = IntStream.range(0, 12_000).mapToObj(i -> "T" + i).toArray(String[]::new);
    RowValues many = RowValues.of(texts("target_name", cells), field("target_name"));
    assertThat(many.index().orElseThrow().beginning("t1199", 2).count()).isEqualTo(11);
    assertThat(RowValues.of(texts("target_name", "a"), field("target_name")).index()).isEmpty();
  }

  @Property
  void everyCountIsThatOfTheRowsKept(@ForAll("cells") List<String> cells) {
    for (String column : List.of("filters", "target_name", "instrument_name")) {
      Table rows = texts(column, cells.toArray(String[]::new));
      assertCountsAreThoseOfRowsKept(rows, field(column));
    }
  }

  @Provide
  Arbitrary<List<String>> cells() {
    List<String> some = Arrays.asList("A", "a", "A;B", "b;a", "A/X", "a/x", "B", "c ; a", "A;a");
    return Arbitraries.of(some).injectNull(0.1).list().ofMaxSize(12);
  }
}
