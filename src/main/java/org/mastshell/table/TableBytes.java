package org.mastshell.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables as bytes, for keeping them outside the program. A table read back has the same columns,
 * names, types and cells; units of its own it has none. The rows of a selection are written as a
 * table of their own.
 */
public final class TableBytes {
  private static final byte[] NOTHING = {};

  private TableBytes() {}

  /** The bytes of a table. */
  public static byte[] of(Table table) {
    ByteSink sink = new ByteSink();
    sink.unsigned(table.size());
    sink.unsigned(table.columns().size());
    // A selection's words are those of all rows that it was made from; a copy has only its own.
    Table own = table.baseRows().isPresent() ? new TableBuilder().addAll(table).build() : table;
    for (int place = 0; place < own.columns().size(); place++) {
      sink.block(own.columns().get(place).name().getBytes(StandardCharsets.UTF_8));
      sink.block(ColumnBytes.of(own.columnAt(place)));
    }
    return sink.toBytes();
  }

  /**
   * The table that these bytes are of.
   *
   * @throws IllegalArgumentException if they are of none
   */
  public static Table table(byte[] bytes) {
    ByteReader reader = new ByteReader(bytes);
    int rows = reader.count();
    int size = reader.countOfItems();
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      names.add(new String(reader.block(NOTHING, 0), StandardCharsets.UTF_8));
      columns.add(ColumnBytes.column(reader.block(NOTHING, 0)));
    }
    reader.requireEnd();
    return Table.of(names, columns, rows);
  }
}
