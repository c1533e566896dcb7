package org.mastshell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.IntegerColumn;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

class SetQueryTest {
  private static final SetQuery.Source TWO =
      new SetQuery.Source("t", List.of("n"), List.of(IntegerColumn.of(1, 2)), 2);

  private static SetQuery.Answer ask(String statement, SetQuery.Source... sources)
      throws SetQueryException {
    try (SetQuery query = SetQuery.over(List.of(sources), () -> false)) {
      return query.ask(statement, 1000);
    }
  }

  /** Cells of each type, some of them missing. */
  private static Table table(List<Long> whole, List<Double> decimal, List<String> text) {
    TableBuilder builder = new TableBuilder();
    int w = builder.column("w", ColumnType.INTEGER);
    int d = builder.column("d", ColumnType.DECIMAL);
    int t = builder.column("a \"text\"", ColumnType.TEXT);
    int b = builder.column("b", ColumnType.BOOLEAN);
    for (int row = 0; row < Math.max(whole.size(), Math.max(decimal.size(), text.size())); row++) {
      if (row < whole.size()) {
        builder.set(w, whole.get(row));
        builder.set(b, whole.get(row) % 2 == 0);
      }
      if (row < decimal.size()) {
        builder.set(d, decimal.get(row));
      }
      if (row < text.size()) {
        builder.setText(t, text.get(row));
      }
      builder.endRow();
    }
    return builder.build();
  }

  @Property(tries = 200)
  void givesTheCellsThatWerePutIn(
      @ForAll @Size(max = 250) List<Long> whole,
      @ForAll @Size(max = 250) List<Double> decimal,
      @ForAll @Size(max = 250) List<String> anyText)
      throws SetQueryException {
    // What is no Unicode cannot be kept.
    List<String> text = anyText.stream().map(one -> one.replaceAll("\\p{Cs}", "x")).toList();
    Table table = table(whole, decimal, text);
    List<String> names = table.columns().stream().map(column -> column.name()).toList();
    List<Column> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cells.add(table.columnAt(i));
    }
    SetQuery.Source source = new SetQuery.Source("any name", names, cells, table.size());
    SetQuery.Answer answer = ask("SELECT * FROM \"any name\"", source);
    assertThat(answer.rows()).isEqualTo(table.size());
    assertThat(answer.names()).isEqualTo(names);
    for (int i = 0; i < names.size(); i++) {
      Column got = answer.columns().get(i);
      if (table.size() > 0 && !allMissing(cells.get(i), table.size())) {
        assertThat(got.type()).isEqualTo(cells.get(i).type());
      }
      for (int row = 0; row < table.size(); row++) {
        assertThat(got.text(row)).isEqualTo(cells.get(i).text(row));
      }
    }
  }

  private static boolean allMissing(Column column, int rows) {
    for (int row = 0; row < rows; row++) {
      if (!column.isMissing(row)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void valuesOfAnExpressionHaveTheTypeThatHoldsThemAll() throws SetQueryException {
    SetQuery.Answer answer =
        ask(
            "SELECT NULL, 1, 1.5, '007', x'ff', NULL UNION ALL SELECT NULL, 2.5, 2, 'b', NULL, 'c'");
    assertThat(answer.columns().stream().map(Column::type))
        .containsExactly(
            ColumnType.TEXT,
            ColumnType.DECIMAL,
            ColumnType.DECIMAL,
            ColumnType.TEXT,
            ColumnType.TEXT,
            ColumnType.TEXT);
    assertThat(answer.columns().get(3).text(0)).isEqualTo("007");
    assertThat(answer.columns().get(4).text(0)).isEqualTo("ff");
    assertThat(ask("SELECT 9223372036854775807").columns().get(0).text(0))
        .isEqualTo("9223372036854775807");
  }

  @Test
  void nothingIsWrittenOrAttachedWhateverReachesIt() throws SetQueryException {
    for (String hostile :
        List.of(
            "INSERT INTO t VALUES (3)",
            "DELETE FROM t",
            "DROP TABLE t",
            "CREATE TABLE u (a)",
            "CREATE TEMP TABLE u (a)",
            "ATTACH ':memory:' AS other",
            "SELECT load_extension('x')",
            "SELECT readfile('x')",
            "SELECT writefile('x', 'y')")) {
      try (SetQuery query = SetQuery.over(List.of(TWO), () -> false)) {
        assertThatThrownBy(() -> query.ask(hostile, 10))
            .as(hostile)
            .isInstanceOf(SetQueryException.class);
        SetQuery.Answer tables = query.ask("SELECT name FROM sqlite_schema", 10);
        assertThat(tables.columns().get(0).text(0)).as(hostile).isEqualTo("t");
        assertThat(tables.rows()).as(hostile).isEqualTo(1);
        assertThat(query.ask("SELECT n FROM t", 10).rows()).as(hostile).isEqualTo(2);
      }
    }
  }

  @Test
  void endsWhenItIsCalledOff() throws SetQueryException {
    AtomicInteger looks = new AtomicInteger();
    try (SetQuery query = SetQuery.over(List.of(TWO), () -> looks.incrementAndGet() > 5)) {
      String endless =
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
      assertThatThrownBy(() -> query.ask(endless, 10))
          .isInstanceOfSatisfying(
              SetQueryException.class,
              stopped -> assertThat(stopped.reason()).isEqualTo(SetQueryException.Reason.STOPPED));
    }
    assertThatThrownBy(() -> SetQuery.over(List.of(TWO), () -> true))
        .isInstanceOf(SetQueryException.class);
  }

  @Test
  void endsBeforeItTakesMoreMemoryThanItMay() throws SetQueryException {
    String sorted =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000)"
            + " SELECT count(*) FROM (SELECT i, hex(randomblob(200)) FROM n ORDER BY 2 LIMIT -1 OFFSET 1)";
    try (SetQuery query = SetQuery.over(List.of(TWO), () -> false, 64L << 20)) {
      assertThatThrownBy(() -> query.ask(sorted, 10))
          .isInstanceOfSatisfying(
              SetQueryException.class,
              large -> assertThat(large.reason()).isEqualTo(SetQueryException.Reason.TOO_LARGE))
          .hasMessageContaining("67 MB");
      assertThat(query.ask("SELECT n FROM t", 10).rows()).isEqualTo(2);
    }
  }

  @Test
  void tellsWhoseColumnsTheyAre() throws SetQueryException {
    assertThat(ask("SELECT n, n + 1, x.n FROM (SELECT n FROM t) x", TWO).tables())
        .containsExactly("t", "", "t");
  }

  @Test
  void aDecimalOfAFewDigitsStaysOne() throws SetQueryException {
    SetQuery.Source source =
        new SetQuery.Source("t", List.of("d"), List.of(DecimalColumn.of(1, Double.NaN, 0.1)), 3);
    SetQuery.Answer answer = ask("SELECT d FROM t ORDER BY rowid", source);
    assertThat(answer.columns().get(0).type()).isEqualTo(ColumnType.DECIMAL);
    assertThat(answer.columns().get(0).isMissing(1)).isTrue();
  }
}
