package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableBuilderTest {
  private final TableBuilder builder = new TableBuilder();

  @Test
  void aColumnNamedTwiceIsOneColumn() {
    int first = builder.column("obs_id", ColumnType.TEXT);
    int second = builder.column("size", ColumnType.INTEGER);
    assertThat(builder.column("OBS_ID", ColumnType.DECIMAL)).isEqualTo(first);
    assertThat(builder.place("Size")).isEqualTo(second);
    assertThat(builder.place("nothing")).isEqualTo(-1);
    assertThat(builder.build().columns())
        .containsExactly(
            new ColumnInfo("obs_id", ColumnType.TEXT), new ColumnInfo("size", ColumnType.INTEGER));
  }

  @Test
  void aCellGivenTwiceKeepsItsFirstValue() {
    int size = builder.column("size", ColumnType.INTEGER);
    builder.set(size, 1L);
    builder.set(size, 2L);
    builder.set(size, "three");
    builder.set(size, 0.5);
    builder.set(size, true);
    builder.endRow();
    builder.set(size, 4L);
    builder.endRow();
    assertThat(Tables.cells(builder.build(), "size")).containsExactly("1", "4");
    assertThat(builder.build().column("size").type()).isEqualTo(ColumnType.INTEGER);
  }

  @Test
  void aLateColumnIsMissingInEarlierRows() {
    int first = builder.column("a", ColumnType.INTEGER);
    for (int row = 0; row < 100; row++) {
      builder.set(first, (long) row);
      builder.endRow();
    }
    int late = builder.column("b", ColumnType.BOOLEAN);
    builder.set(late, true);
    builder.endRow();
    Table table = builder.build();
    assertThat(builder.size()).isEqualTo(101);
    assertThat(table.text(100, "b")).isEqualTo("true");
    assertThat(table.text(100, "a")).isNull();
    assertThat(Tables.cells(table, "b").subList(0, 100)).containsOnlyNulls();
    assertThat(table.text(99, "a")).isEqualTo("99");
  }

  @Test
  void aRowUnderWayIsNotBuilt() {
    int text = builder.column("a", ColumnType.TEXT);
    int whole = builder.column("b", ColumnType.INTEGER);
    builder.set(text, "x");
    builder.endRow();
    builder.set(text, "y");
    builder.set(whole, 5L);
    Table table = builder.build();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.column("a").size()).isEqualTo(1);
    assertThat(table.column("b").size()).isEqualTo(1);
    builder.endRow();
    assertThat(Tables.cells(builder.build(), "a")).containsExactly("x", "y");
    assertThat(Tables.cells(builder.build(), "b")).containsExactly(null, "5");
  }

  @Test
  void rowsWithoutColumnsCount() {
    builder.endRow();
    builder.endRow();
    assertThat(builder.build().size()).isEqualTo(2);
  }

  @Test
  void addsTablesOfEveryType() {
    int whole = builder.column("whole", ColumnType.INTEGER);
    int decimal = builder.column("decimal", ColumnType.DECIMAL);
    int truth = builder.column("truth", ColumnType.BOOLEAN);
    int text = builder.column("text", ColumnType.TEXT);
    builder.set(whole, Long.MAX_VALUE);
    builder.set(decimal, 0.1);
    builder.set(truth, false);
    builder.set(text, "007");
    builder.endRow();
    builder.endRow();
    Table source = builder.build();
    Table twice = new TableBuilder().addAll(source).addAll(source.select(1, 0)).build();
    assertThat(twice.columns()).isEqualTo(source.columns());
    for (ColumnInfo info : source.columns()) {
      String value = source.text(0, info.name());
      assertThat(value).isNotNull();
      assertThat(Tables.cells(twice, info.name())).containsExactly(value, null, null, value);
    }
  }

  @Property
  void textsStayInTheirRows(@ForAll @Size(max = 200) List<String> texts) {
    TableBuilder many = new TableBuilder();
    int place = many.column("text", ColumnType.TEXT);
    for (String text : texts) {
      many.set(place, text);
      many.endRow();
    }
    Table table = many.build();
    assertThat(table.size()).isEqualTo(texts.size());
    assertThat(Tables.cells(table, "text")).isEqualTo(texts);
  }

  @Property
  void charactersAreTheTextThatTheySpell(
      @ForAll @Size(max = 60) List<@From("cells") String> cells, @ForAll ColumnType type) {
    TableBuilder spelled = new TableBuilder();
    fill(cells, type, spelled);
    TableBuilder texts = new TableBuilder();
    texts.column("a", type);
    for (String cell : cells) {
      texts.set(0, cell);
      texts.endRow();
    }
    assertThat(Tables.cells(spelled.build(), "a")).isEqualTo(Tables.cells(texts.build(), "a"));
    assertThat(spelled.build().columns()).isEqualTo(texts.build().columns());
  }

  private static void fill(List<String> cells, ColumnType type, TableBuilder target) {
    int place = target.column("a", type);
    for (String cell : cells) {
      char[] around = ("[" + cell + "]").toCharArray();
      target.set(place, around, 1, cell.length());
      target.endRow();
    }
  }

  @Property
  void tablesAddedAreTheirRowsOneAfterAnother(
      @ForAll @Size(max = 30) List<@From("cells") String> above,
      @ForAll @Size(max = 30) List<@From("cells") String> below,
      @ForAll boolean belowIsNumbers) {
    TableBuilder first = new TableBuilder();
    fill(above, ColumnType.INTEGER, first);
    TableBuilder second = new TableBuilder();
    second.column("b", ColumnType.TEXT);
    fill(below, belowIsNumbers ? ColumnType.INTEGER : ColumnType.TEXT, second);
    Table one = first.build();
    Table two = second.build();
    int[] backwards = IntStream.range(0, two.size()).map(row -> two.size() - 1 - row).toArray();
    Table all = new TableBuilder().addAll(one).addAll(two).addAll(two.select(backwards)).build();
    List<String> cells = new ArrayList<>(Tables.cells(one, "a"));
    cells.addAll(Tables.cells(two, "a"));
    cells.addAll(Tables.cells(two.select(backwards), "a"));
    assertThat(Tables.cells(all, "a")).isEqualTo(cells);
    assertThat(Tables.cells(all, "b")).hasSize(cells.size()).allMatch(Objects::isNull);
  }

  // Of few letters, so that they come again; two of them share their hash.
  @Provide
  static Arbitrary<String> cells() {
    return Arbitraries.of("Aa", "BB", "7", "-12", "007", "x".repeat(128), "x".repeat(129), "world");
  }
}
