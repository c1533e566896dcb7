package org.mastshell.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
