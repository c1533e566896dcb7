package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/** Makes a table with types of rows of text. */
final class TextTable {
  private final String format;
  private final TextRows rows;
  private final Function<String, Optional<ColumnType>> known;

  /**
   * @param format what it is, for people
   * @param known types of columns that are not for the cells to tell
   */
  TextTable(String format, TextRows rows, Function<String, Optional<ColumnType>> known) {
    this.format = format;
    this.rows = rows;
    this.known = known;
  }

  /** Reads it; the text is gone through twice, so that no row has to be kept. */
  ReadTable read() throws IOException {
    List<FileColumn> columns = rows.columns();
    List<CellTypes> seen = Stream.generate(CellTypes::new).limit(columns.size()).toList();
    long[] count = new long[1];
    rows.read(
        (number, cells) -> {
          TableLimits.requireFewRows(++count[0]);
          for (int i = 0; i < cells.size(); i++) {
            seen.get(i).see(cells.get(i));
          }
        });
    TableBuilder builder = new TableBuilder();
    List<ColumnType> types = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      types.add(known.apply(name).or(seen.get(i)::type).orElse(ColumnType.TEXT));
      if (builder.place(name) >= 0) {
        throw new IOException("two of its columns are called " + name);
      }
      builder.column(name, types.get(i));
    }
    rows.read(
        (number, cells) -> {
          for (int i = 0; i < cells.size(); i++) {
            builder.set(i, cells.get(i));
          }
          builder.endRow();
        });
    return new ReadTable(format, builder.build(), columns, List.of());
  }
}
