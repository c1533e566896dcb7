package org.mastshell.output;

import java.util.List;
import org.mastshell.table.Column;
import org.mastshell.table.DecimalColumn;
import org.mastshell.table.Table;

/** Single values as a table shows them, for texts that hold several. */
public final class ShownValue {
  private ShownValue() {}

  /** A cell in its short form; empty where it is missing. */
  public static String of(Column cells, int row, Look look) {
    Table one = Table.of(List.of("value"), List.of(cells.select(row)), 1);
    return CellText.of(one, new ShownColumn("value", "value", "", look, "")).shortText(0);
  }

  /**
   * A cell in its short form, cut where it is wider.
   *
   * @param width in columns of a terminal
   */
  public static String within(int width, Column cells, int row, Look look) {
    return ScreenWidth.fit(of(cells, row, look), width);
  }

  /** A number in its short form; empty if it is none. */
  public static String of(double number, Look look) {
    return of(DecimalColumn.of(number), 0, look);
  }
}
