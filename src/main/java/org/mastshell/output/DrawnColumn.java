package org.mastshell.output;

import org.mastshell.table.Table;

/** A column of a drawn table: its heading, its cells and how they are aligned. */
final class DrawnColumn {
  private static final int NARROWEST_TEXT = 8;

  private final String heading;
  private final CellText cells;
  private final boolean text;
  private final Look look;

  DrawnColumn(Table table, ShownColumn column) {
    heading = CleanText.oneLine(heading(column));
    cells = CellText.of(table, column);
    look = column.look();
    text = look.isText();
  }

  String heading() {
    return heading;
  }

  String cell(int row) {
    return cells.shortText(row);
  }

  /** The width that shows every cell of the first rows whole. */
  int naturalWidth(int rows) {
    int width = ScreenWidth.of(heading);
    for (int row = 0; row < rows; row++) {
      String cell = cell(row);
      // No character takes more than two columns, so most cells need not be measured.
      if (cell.length() * 2 > width) {
        width = Math.max(width, ScreenWidth.of(cell));
      }
    }
    return width;
  }

  /** Whether its cells name the rows. */
  boolean isName() {
    return look == Look.NAME;
  }

  /** The least width that makes sense: text may be shortened, a shortened number would be wrong. */
  int leastWidth(int naturalWidth) {
    return text ? Math.min(naturalWidth, NARROWEST_TEXT) : naturalWidth;
  }

  void appendHeading(StringBuilder line, int width, Paint paint) {
    append(line, heading, width, paint.heading(fit(heading, width)));
  }

  void appendCell(StringBuilder line, int row, int width, Paint paint) {
    String cell = cell(row);
    String fitted = look == Look.NAME ? ScreenWidth.fitMiddle(cell, width) : fit(cell, width);
    append(line, fitted, width, Meaning.of(look, cell).painted(fitted, paint));
  }

  private void append(StringBuilder line, String whole, int width, String painted) {
    int blanks = width - ScreenWidth.of(fit(whole, width));
    if (text) {
      line.append(painted).append(" ".repeat(blanks));
    } else {
      line.append(" ".repeat(blanks)).append(painted);
    }
  }

  private static String fit(String cell, int width) {
    return ScreenWidth.fit(cell, width);
  }

  /** What stands above a column, its unit included where the cells do not say it. */
  static String heading(ShownColumn column) {
    String unit =
        switch (column.look()) {
          case DATE, SIZE, DURATION, WAVELENGTH -> "";
          case ANGLE -> column.unit().isEmpty() ? "deg" : column.unit();
          case TEXT, NAME, NUMBER, LEVEL, RIGHTS -> column.unit();
        };
    return unit.isEmpty() ? column.title() : column.title() + " (" + unit + ")";
  }
}
