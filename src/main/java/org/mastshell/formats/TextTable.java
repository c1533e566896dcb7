package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/** Makes a table with types of rows of text. */
final class TextTable {
  private final String format;
  private final String name;
  private final TextRows rows;
  private final KnownTypes known;

  /**
   * @param format what it is, for people
   * @param known types of columns that are not for the cells to tell
   */
  TextTable(String format, TextRows rows, KnownTypes known) {
    this(format, "", rows, known);
  }

  /**
   * @param format what it is, for people
   * @param name what the file calls its rows, empty if it does not
   * @param known types of columns that are not for the cells to tell
   */
  TextTable(String format, String name, TextRows rows, KnownTypes known) {
    this.format = format;
    this.name = name;
    this.rows = rows;
    this.known = known;
  }

  /** Looks at all cells before any is taken. */
  private static final class Look implements TextRows.Taker {
    private final List<CellTypes> seen;
    private final CommentLines comments = new CommentLines();
    private long rows;

    Look(int columns) {
      seen = Stream.generate(CellTypes::new).limit(columns).toList();
    }

    @Override
    public void take(long number, List<String> cells, IntPredicate texts) throws IOException {
      TableLimits.requireFewRows(++rows);
      for (int i = 0; i < cells.size(); i++) {
        if (texts.test(i)) {
          seen.get(i).seeText();
        } else {
          seen.get(i).see(cells.get(i));
        }
      }
    }

    @Override
    public void leaveOut(long number) {
      comments.add(number);
    }
  }

  /** Reads it; the text is gone through twice, so that no row has to be kept. */
  ReadTable read() throws IOException {
    List<FileColumn> columns = rows.columns();
    Look look = new Look(columns.size());
    rows.read(look);
    List<String> all = columns.stream().map(FileColumn::name).toList();
    OwnNames own = OwnNames.of(all);
    TableBuilder builder = new TableBuilder();
    List<FileColumn> named = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String said = columns.get(i).name();
      builder.column(
          own.names().get(i),
          known.of(said, all).or(look.seen.get(i)::type).orElse(ColumnType.TEXT));
      named.add(columns.get(i).called(own.names().get(i)));
    }
    rows.read(
        (number, cells, texts) -> {
          for (int i = 0; i < cells.size(); i++) {
            builder.set(i, cells.get(i));
          }
          builder.endRow();
        });
    List<String> notes = new ArrayList<>(own.notes());
    notes.addAll(look.comments.notes());
    return new ReadTable(format, name, builder.build(), named, notes);
  }
}
