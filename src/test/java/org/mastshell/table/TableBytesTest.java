package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TableBytesTest {
  private record Row(String text, Long whole, Double decimal, Boolean truth) {}

  @Property
  void tablesComeBack(@ForAll("tables") Table table) {
    assertSame(TableBytes.table(TableBytes.of(table)), table);
  }

  @Property
  void selectionsComeBackAsWhatTheyShow(@ForAll("tables") Table table, @ForAll int... numbers) {
    int[] rows =
        table.isEmpty()
            ? new int[0]
            : IntStream.of(numbers).map(row -> Math.floorMod(row, table.size())).toArray();
    Table selection = table.select(rows);
    assertSame(TableBytes.table(TableBytes.of(selection)), selection);
  }

  @Property
  void damagedBytesAreRefusedOrReadAsAnotherTable(
      @ForAll("tables") Table table,
      @ForAll int place,
      @ForAll byte wrong,
      @ForAll boolean shorter) {
    byte[] bytes = TableBytes.of(table);
    int where = Math.floorMod(place, bytes.length);
    bytes[where] = wrong;
    byte[] damaged = shorter ? Arrays.copyOf(bytes, where) : bytes;
    try {
      assertThat(TableBytes.table(damaged).size()).isNotNegative();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching(".+");
    }
  }

  @Test
  void columnsWithoutRowsAndRowsWithoutColumnsComeBack() {
    assertSame(TableBytes.table(TableBytes.of(Table.empty())), Table.empty());
    Table none = Tables.texts("filters", "F277W").first(0);
    assertSame(TableBytes.table(TableBytes.of(none)), none);
  }

  @Test
  void aSelectionTakesNoRoomForTheRowsThatItDoesNotShow() {
    String[] names =
        IntStream.range(0, 10_000).mapToObj(row -> "name-" + row * 7919).toArray(String[]::new);
    Table table = Tables.texts("name", names);
    assertThat(TableBytes.of(table.select(1, 2, 3)).length).isLessThan(200);
  }

  @Test
  void aColumnThatEndsTooEarlyIsRefused() {
    byte[] bytes = TableBytes.of(Tables.numbered(3));
    assertThatThrownBy(() -> TableBytes.table(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertSame(Table back, Table table) {
    assertThat(back.columns()).isEqualTo(table.columns());
    assertThat(back.size()).isEqualTo(table.size());
    for (int place = 0; place < table.columns().size(); place++) {
      assertThat(Tables.cells(back.columnAt(place))).isEqualTo(Tables.cells(table.columnAt(place)));
    }
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<String> text =
        Arbitraries.strings().ofMaxLength(9).map(any -> any.replaceAll("\\p{Cs}", "?"));
    return Combinators.combine(
            text.injectNull(0.2),
            Arbitraries.longs().injectNull(0.2),
            Arbitraries.doubles().injectNull(0.2),
            Arbitraries.of(true, false).injectNull(0.2))
        .as(Row::new)
        .list()
        .ofMaxSize(30)
        .map(TableBytesTest::table);
  }

  private static Table table(List<Row> rows) {
    TableBuilder builder = new TableBuilder();
    int text = builder.column("text, µ 天", ColumnType.TEXT);
    int whole = builder.column("whole", ColumnType.INTEGER);
    int decimal = builder.column("", ColumnType.DECIMAL);
    int truth = builder.column("truth", ColumnType.BOOLEAN);
    for (Row row : rows) {
      builder.set(text, row.text());
      if (row.whole() != null) {
        builder.set(whole, row.whole());
      }
      if (row.decimal() != null) {
        builder.set(decimal, row.decimal());
      }
      if (row.truth() != null) {
        builder.set(truth, row.truth());
      }
      builder.endRow();
    }
    return builder.build();
  }
}
