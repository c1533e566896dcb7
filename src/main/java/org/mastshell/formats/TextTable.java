package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/** Makes a table with types of rows of text. */
final class TextTable {
  // There a missing number has a form of its own, and so has one that is none.
  private static final String ECSV = "ECSV";

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
    private final List<CellTypes> written;
    // As many; the same object until a cell of the column stands between quotes.
    private final List<CellTypes> spelled;
    private final CommentLines comments = new CommentLines();
    private long rows;
    private boolean bare;
    private boolean quotedNeedlessly;

    Look(int columns) {
      written = Stream.generate(CellTypes::new).limit(columns).toList();
      spelled = new ArrayList<>(written);
    }

    @Override
    public void take(long number, List<String> cells, IntPredicate quoted) throws IOException {
      TableLimits.requireFewRows(++rows);
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        if (quoted.test(i)) {
          spelled(i).see(cell);
          written.get(i).seeText();
          quotedNeedlessly = quotedNeedlessly || (!bare && isPlainWord(cell, i));
        } else {
          written.get(i).see(cell);
          if (isQuoted(i)) {
            spelled(i).see(cell);
          }
          bare = bare || cell != null;
        }
      }
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean isQuoted(int column) {
      return spelled.get(column) != written.get(column);
    }

    private CellTypes spelled(int column) {
      if (!isQuoted(column)) {
        spelled.set(column, written.get(column).copy());
      }
      return spelled.get(column);
    }

    // Whoever puts quotes around such a cell puts them around every one. A word for a missing
    // number needs them where it is a text.
    private static boolean isPlainWord(String cell, int place) {
      CellTypes type = new CellTypes();
      type.see(cell);
      return CsvTableWriter.isPlain(cell, place == 0)
          && !MissingWords.isOne(cell)
          && type.type().filter(ColumnType.TEXT::equals).isPresent();
    }

    /** The type of a column; quotes tell a text where some cells have none. */
    Optional<ColumnType> type(int column, boolean sparing) {
      boolean telling = bare || (sparing && !quotedNeedlessly);
      return (telling ? written : spelled).get(column).type();
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
    List<MissingWords> missing = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      String said = columns.get(i).name();
      Optional<ColumnType> type =
          known.of(said, all).or(() -> look.type(column, rows.quotesTell()));
      missing.add(
          new MissingWords(
              own.names().get(i),
              !format.equals(ECSV) && type.filter(ColumnType::isNumeric).isPresent()));
      builder.column(own.names().get(i), type.orElse(ColumnType.TEXT));
      named.add(columns.get(i).called(own.names().get(i)));
    }
    rows.read(
        (number, cells, quoted) -> {
          for (int i = 0; i < cells.size(); i++) {
            builder.set(i, missing.get(i).without(cells.get(i)));
          }
          builder.endRow();
        });
    List<String> notes = new ArrayList<>(own.notes());
    missing.forEach(one -> notes.addAll(one.notes()));
    notes.addAll(look.comments.notes());
    return new ReadTable(format, name, builder.build(), named, notes);
  }
}
