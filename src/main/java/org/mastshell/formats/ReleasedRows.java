package org.mastshell.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Rows whose cells and names are again what they were before they were kept from formulas. */
final class ReleasedRows implements TextRows {
  private final TextRows rows;

  ReleasedRows(TextRows rows) {
    this.rows = rows;
  }

  @Override
  public List<FileColumn> columns() throws IOException {
    return rows.columns().stream()
        .map(column -> column.called(FormulaGuard.released(column.name())))
        .toList();
  }

  // The apostrophes stand inside of the quotes, and change nothing of what those tell.
  @Override
  public boolean quotesTell() {
    return rows.quotesTell();
  }

  @Override
  public void read(Taker taker) throws IOException {
    rows.read(
        new Taker() {
          @Override
          public void take(long number, List<String> cells, IntPredicate texts) throws IOException {
            taker.take(number, released(cells), texts);
          }

          @Override
          public void leaveOut(long number) {
            taker.leaveOut(number);
          }
        });
  }

  static List<String> released(List<String> cells) {
    List<String> released = new ArrayList<>(cells.size());
    cells.forEach(cell -> released.add(cell == null ? null : FormulaGuard.released(cell)));
    return released;
  }
}
