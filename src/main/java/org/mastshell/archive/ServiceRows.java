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
import org.mastshell.vocabulary.ServiceTable;
import org.mastshell.vocabulary.ValueKind;

/**
 * Rows of a table with columns of its own as they are worked with: texts without the blanks that
 * the archive fills them up with, dates as MJD, numbers as numbers where its database keeps them as
 * text.
 */
final class ServiceRows {
  private final ServiceTable table;
  private final List<String> dates;

  /**
   * @param dates the columns that the answer itself calls dates
   */
  ServiceRows(ServiceTable table, List<String> dates) {
    this.table = table;
    this.dates = dates;
  }

  /** The rows with the table that they come from in a column of their own, the last. */
  Table of(Table came) {
    List<ColumnInfo> infos = came.columns();
    List<String> names = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < infos.size(); place++) {
      names.add(infos.get(place).name());
      columns.add(column(infos.get(place), came.columnAt(place)));
    }
    names.add(table.mark());
    columns.add(same(table.name(), came.size()));
    return Table.of(names, columns, came.size());
  }

  private Column column(ColumnInfo info, Column came) {
    Optional<ValueKind> kind = table.column(info.name()).map(Field::kind);
    if (info.type() != ColumnType.TEXT) {
      // Names that look like numbers are no quantities.
      boolean name =
          info.type() == ColumnType.INTEGER && kind.filter(ValueKind.TEXT::equals).isPresent();
      return name ? stripped(came) : came;
    }
    boolean date = kind.map(ValueKind.DATE::equals).orElseGet(() -> dates.contains(info.name()));
    if (date) {
      return numbers(came, text -> ServiceDates.mjd(text).orElse(Double.NaN)).orElse(came);
    }
    if (kind.filter(ValueKind::isNumber).isPresent()) {
      return numbers(came, ServiceRows::number).orElse(came);
    }
    return kind.isEmpty()
        ? numbers(came, ServiceDates::ofMillis).orElseGet(() -> stripped(came))
        : stripped(came);
  }

  // A column of which one cell is no number stays as it came.
  private static Optional<Column> numbers(Column texts, ToDoubleFunction<String> reading) {
    boolean any = false;
    TableBuilder cells = new TableBuilder();
    int place = cells.column("", ColumnType.DECIMAL);
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.isMissing(row) ? "" : texts.text(row).strip();
      if (!text.isEmpty()) {
        double value = reading.applyAsDouble(text);
        if (Double.isNaN(value)) {
          return Optional.empty();
        }
        cells.set(place, value);
        any = true;
      }
      cells.endRow();
    }
    return any ? Optional.of(cells.build().columnAt(0)) : Optional.empty();
  }

  private static double number(String text) {
    return text.matches("[+-]?\\d{1,15}(\\.\\d{1,300})?([eE][+-]?\\d{1,2})?")
        ? Double.parseDouble(text)
        : Double.NaN;
  }

  private static Column stripped(Column texts) {
    TableBuilder cells = new TableBuilder();
    int place = cells.column("", ColumnType.TEXT);
    for (int row = 0; row < texts.size(); row++) {
      String text = texts.isMissing(row) ? "" : texts.text(row).strip();
      if (!text.isEmpty()) {
        cells.setText(place, text);
      }
      cells.endRow();
    }
    return cells.build().columnAt(0);
  }

  private static Column same(String text, int rows) {
    TableBuilder cells = new TableBuilder();
    int place = cells.column("", ColumnType.TEXT);
    for (int row = 0; row < rows; row++) {
      cells.setText(place, text);
      cells.endRow();
    }
    return cells.build().columnAt(0);
  }
}
