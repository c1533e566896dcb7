package org.mastshell.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Takes the rows of a table that STIL reads, with their types. */
final class StarReader {
  private final String name;
  private final TableBuilder builder = new TableBuilder();
  private final List<FileColumn> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Integer> sources = new ArrayList<>();
  private final List<String> arrays = new ArrayList<>();

  private StarReader(StarTable table) throws IOException {
    name = table.getName() == null ? "" : table.getName();
    List<FileColumn> described = StarColumns.of(table);
    OwnNames own = OwnNames.of(described.stream().map(FileColumn::name).toList());
    for (int i = 0; i < described.size(); i++) {
      ColumnInfo info = table.getColumnInfo(i);
      if (info.isArray()) {
        arrays.add(described.get(i).name());
      } else {
        FileColumn column = described.get(i).called(own.names().get(i));
        builder.column(column.name(), type(info.getContentClass()));
        columns.add(column);
        sources.add(i);
      }
    }
    notes.addAll(own.notes());
    if (!arrays.isEmpty()) {
      notes.add("left out, since their cells are no single values: " + String.join(", ", arrays));
    }
  }

  /** The first table of a FITS file. */
  static ReadTable fits(Path file) throws IOException {
    try (StarTable table = StarTableFile.open(file.toFile());
        RowSequence rows = table.getRowSequence()) {
      StarReader reader = new StarReader(table);
      while (rows.next()) {
        reader.take(rows.getRow());
      }
      return reader.read("FITS");
    } catch (IOException | RuntimeException | OutOfMemoryError broken) {
      throw StarTableFile.unreadable(broken);
    }
  }

  /** The first table of a VOTable. */
  static ReadTable votable(byte[] document) throws IOException {
    StarReader[] reader = new StarReader[1];
    new VoTableFile(document)
        .read(table -> reader[0] = new StarReader(table), row -> reader[0].take(row));
    return reader[0].read("VOTable");
  }

  private void take(Object... row) throws IOException {
    TableLimits.requireFewRows(builder.size() + 1L);
    for (int place = 0; place < sources.size(); place++) {
      set(place, row[sources.get(place)]);
    }
    builder.endRow();
  }

  private void set(int place, Object cell) {
    if (cell instanceof Float) {
      // Its own digits: widened to double precision it would have eight wrong ones more.
      builder.set(place, Double.parseDouble(cell.toString()));
    } else if (cell instanceof Double number) {
      builder.set(place, number.doubleValue());
    } else if (cell instanceof Number number) {
      builder.set(place, number.longValue());
    } else if (cell instanceof Boolean truth) {
      builder.set(place, truth.booleanValue());
    } else if (cell != null && !cell.toString().isEmpty()) {
      builder.set(place, cell.toString());
    }
  }

  private ReadTable read(String format) throws IOException {
    if (columns.isEmpty()) {
      throw TableLimits.noColumn(arrays);
    }
    return new ReadTable(format, name, builder.build(), columns, notes);
  }

  private static ColumnType type(Class<?> content) {
    if (content == Float.class || content == Double.class) {
      return ColumnType.DECIMAL;
    }
    if (Number.class.isAssignableFrom(content)) {
      return ColumnType.INTEGER;
    }
    return content == Boolean.class ? ColumnType.BOOLEAN : ColumnType.TEXT;
  }
}
