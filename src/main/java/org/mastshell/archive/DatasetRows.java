package org.mastshell.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnInfo;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import org.mastshell.table.TableBuilder;
import org.mastshell.vocabulary.Field;
import org.mastshell.vocabulary.MissionSearch;
import org.mastshell.vocabulary.ValueKind;

/**
 * Rows of a mission search as they are worked with: texts without the blanks that the archive fills
 * them up with, dates as MJD, numbers as numbers where its database keeps them as text.
 */
final class DatasetRows {
  private final MissionSearch search;
  private final List<String> dates;

  /**
   * @param dates the columns that the answer itself calls dates
   */
  DatasetRows(MissionSearch search, List<String> dates) {
    this.search = search;
    this.dates = dates;
  }

  /** The rows with the search that they come from in a column of their own, the last. */
  Table of(Table came) {
    List<ColumnInfo> infos = came.columns();
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < infos.size(); place++) {
      names.add(infos.get(place).name());
      columns.add(column(infos.get(place), came.columnAt(place)));
    }
    names.add(MissionSearch.COLUMN);
    columns.add(same(search.name(), came.size()));
    return Table.of(names, columns, came.size());
  }

  private Column column(ColumnInfo info, Column came) {
    if (info.type() != ColumnType.TEXT) {
      return came;
    }
    Optional<ValueKind> kind = search.column(info.name()).map(Field::kind);
    boolean date = kind.map(ValueKind.DATE::equals).orElseGet(() -> dates.contains(info.name()));
    if (date) {
      return numbers(came, text -> DatasetDates.mjd(text).orElse(Double.NaN)).orElse(came);
    }
    if (kind.filter(ValueKind::isNumber).isPresent()) {
      return numbers(came, DatasetRows::number).orElse(came);
    }
    return stripped(came);
  }

  // A column of which one cell is no number stays as it came.
  private static Optional<Column> numbers(Column texts, ToDoubleFunction<String> reading) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.DECIMAL);
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.isMissing(row) ? "" : texts.text(row).strip();
      if (!text.isEmpty()) {
        double value = reading.applyAsDouble(text);
        if (Double.isNaN(value)) {
          return Optional.empty();
        }
        table.set(place, value);
      }
      table.endRow();
    }
    return Optional.of(table.build().columnAt(0));
  }

  private static double number(String text) {
    return text.matches("[+-]?\\d{1,15}(\\.\\d{1,300})?([eE][+-]?\\d{1,2})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  private static Column stripped(Column texts) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.TEXT);
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.isMissing(row) ? "" : texts.text(row).strip();
      if (!text.isEmpty()) {
        table.setText(place, text);
      }
      table.endRow();
    }
    return table.build().columnAt(0);
  }

  private static Column same(String text, int rows) {
    TableBuilder table = new TableBuilder();
    int place = table.column("", ColumnType.TEXT);
    for (int row = 0; row < rows; row++) {
      table.setText(place, text);
      table.endRow();
    }
    return table.build().columnAt(0);
  }
}
