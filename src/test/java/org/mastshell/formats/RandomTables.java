package org.mastshell.formats;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;

/** Tables of one column of each type with cells that are hard to write. */
final class RandomTables {
  static final List<DataColumn> COLUMNS =
      List.of(
          new DataColumn("text, \"quoted\"", "", "Text that is \"hard\" to write: µ"),
          new DataColumn("whole", "d", "Whole numbers"),
          new DataColumn("decimal", "nm", ""),
          new DataColumn("truth", "", ""));

  private RandomTables() {}

  /** Cells of a row; null where missing. */
  record Row(String text, Long whole, Double decimal, Boolean truth) {}

  static Arbitrary<List<Row>> rows() {
    return row().list().ofMaxSize(12);
  }

  static Table table(List<Row> rows) {
    TableBuilder builder = new TableBuilder();
    int text = builder.column(COLUMNS.get(0).name(), ColumnType.TEXT);
    int whole = builder.column(COLUMNS.get(1).name(), ColumnType.INTEGER);
    int decimal = builder.column(COLUMNS.get(2).name(), ColumnType.DECIMAL);
    int truth = builder.column(COLUMNS.get(3).name(), ColumnType.BOOLEAN);
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

  private static Arbitrary<Row> row() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "", " ", "\"", "\"\"", ",", "\n", "\r", "\r\n", "\t", "\\", "|", "#", "a", "é", "天",
            "😀", "null", "<b>", "&", "]]>", "\u001b", "\u0000", "\u2028", "'");
    Arbitrary<String> text = piece.list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    return Combinators.combine(
            text.injectNull(0.2),
            Arbitraries.longs().injectNull(0.2),
            Arbitraries.doubles().injectNull(0.2),
            Arbitraries.of(true, false).injectNull(0.2))
        .as(Row::new);
  }
}
