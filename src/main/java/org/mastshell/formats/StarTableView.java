package org.mastshell.formats;

import java.util.List;
import java.util.stream.IntStream;
import org.mastshell.table.Column;
import org.mastshell.table.ColumnType;
import org.mastshell.table.Table;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RandomStarTable;
import uk.ac.starlink.table.Tables;
import uk.ac.starlink.votable.VOStarTable;

/** A table as STIL sees it; nothing is copied. */
final class StarTableView extends RandomStarTable {
  // The Julian Date at which the Modified one begins.
  private static final String MJD = "2400000.5";
  private static final char LAST_ASCII = '\u007F';

  private final Column[] cells;
  private final ColumnInfo[] infos;
  private final int rows;

  StarTableView(Table table, List<DataColumn> columns) {
    cells = Cells.of(table, columns);
    infos = new ColumnInfo[cells.length];
    for (int i = 0; i < cells.length; i++) {
      infos[i] = info(columns.get(i), cells[i]);
    }
    rows = table.size();
  }

  @Override
  public long getRowCount() {
    return rows;
  }

  @Override
  public int getColumnCount() {
    return cells.length;
  }

  @Override
  public ColumnInfo getColumnInfo(int column) {
    return infos[column];
  }

  @Override
  public Object getCell(long row, int column) {
    Column values = cells[column];
    int place = Math.toIntExact(row);
    if (values.isMissing(place)) {
      return null;
    }
    return switch (values.type()) {
      case TEXT -> values.text(place);
      case INTEGER -> Long.valueOf(values.text(place));
      case DECIMAL -> values.number(place);
      case BOOLEAN -> values.number(place) != 0;
    };
  }

  /** Gives columns of nothing but empty texts a width, where the format would give them none. */
  void widenEmptyTexts() {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].type() == ColumnType.TEXT && isEmpty(cells[i])) {
        infos[i].setElementSize(1);
      }
    }
  }

  private static ColumnInfo info(DataColumn column, Column values) {
    Class<?> type =
        switch (values.type()) {
          case TEXT -> String.class;
          case INTEGER -> Long.class;
          case DECIMAL -> Double.class;
          case BOOLEAN -> Boolean.class;
        };
    String description = column.description().isEmpty() ? null : column.description();
    ColumnInfo info = new ColumnInfo(column.name(), type, description);
    if (!column.unit().isEmpty()) {
      info.setUnitString(column.unit());
    }
    if (values.type() == ColumnType.TEXT && !isAscii(values)) {
      info.setAuxDatum(new DescribedValue(VOStarTable.DATATYPE_INFO, "unicodeChar"));
    }
    if (!column.content().isEmpty()) {
      info.setUCD(column.content());
    }
    tellSystem(column, info);
    info.setNullable(true);
    if (values.type() == ColumnType.INTEGER) {
      markMissing(info, values);
    }
    return info;
  }

  // Those of the archive, which says no place for its times.
  private static void tellSystem(DataColumn column, ColumnInfo info) {
    if (column.isTime()) {
      info.setAuxDatum(new DescribedValue(VOStarTable.TIMESYS_TIMESCALE_INFO, "UTC"));
      info.setAuxDatum(new DescribedValue(VOStarTable.TIMESYS_REFPOSITION_INFO, "UNKNOWN"));
      info.setAuxDatum(new DescribedValue(VOStarTable.TIMESYS_TIMEORIGIN_INFO, MJD));
    } else if (column.isDirection()) {
      info.setAuxDatum(new DescribedValue(VOStarTable.COOSYS_SYSTEM_INFO, "ICRS"));
    }
  }

  // A missing number is one that no cell holds.
  private static void markMissing(ColumnInfo info, Column values) {
    boolean missing = IntStream.range(0, values.size()).anyMatch(values::isMissing);
    info.setNullable(missing);
    if (missing) {
      long mark = Long.MIN_VALUE;
      while (holds(values, Long.toString(mark))) {
        mark++;
      }
      info.setAuxDatum(new DescribedValue(Tables.NULL_VALUE_INFO, mark));
    }
  }

  private static boolean holds(Column values, String whole) {
    return IntStream.range(0, values.size()).anyMatch(row -> whole.equals(values.text(row)));
  }

  private static boolean isEmpty(Column values) {
    return IntStream.range(0, values.size())
        .allMatch(row -> values.isMissing(row) || values.text(row).isEmpty());
  }

  // In VOTable 1.4 the type char is ASCII alone.
  private static boolean isAscii(Column values) {
    for (int row = 0; row < values.size(); row++) {
      String text = values.text(row);
      if (text != null && text.chars().anyMatch(c -> c > LAST_ASCII)) {
        return false;
      }
    }
    return true;
  }
}
