package org.mastshell.output;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws rows side by side as columns without borders; where the columns that a person chose do not
 * fit next to each other, one record below the other.
 */
final class TableDrawing {
  private static final String GAP = " ".repeat(TableLayout.GAP);

  private final Part.Rows rows;
  private final List<DrawnColumn> columns;
  private final int shown;
  private final int width;
  private final Paint paint;

  /**
   * Prepares a drawing.
   *
   * @param shown how many rows, from the first
   * @param width of the terminal, or 0 where nothing is to be shortened or left out
   */
  TableDrawing(Part.Rows rows, int shown, int width, Paint paint) {
    this.rows = rows;
    this.columns =
        rows.columns().stream().map(column -> new DrawnColumn(rows.table(), column)).toList();
    this.shown = shown;
    this.width = width;
    this.paint = paint;
  }

  /**
   * What a drawing shows.
   *
   * @param rows how many of the rows
   * @param columns how many of the columns
   * @param shortened whether values were shortened to fit
   */
  record Drawn(int rows, int columns, boolean shortened) {}

  /**
   * A drawing.
   *
   * @param heading the line with the names of the columns; none where records stand one below the
   *     other
   * @param body the lines below it, each drawn when it is looked at
   * @param drawn what they show
   */
  record Lines(List<String> heading, List<String> body, Drawn drawn) {}

  /** Draws. */
  Lines lines() {
    int[] natural = columns.stream().mapToInt(column -> column.naturalWidth(shown)).toArray();
    Optional<TableLayout> layout = layout(natural);
    if (layout.isEmpty()) {
      return records();
    }
    int[] widths = layout.get().widths();
    return new Lines(
        List.of(heading(widths)),
        new Body(widths),
        new Drawn(shown, widths.length, shortened(widths, natural)));
  }

  /** The rows, of which most are never looked at in a long table. */
  private final class Body extends AbstractList<String> {
    private final int[] widths;

    Body(int... widths) {
      this.widths = widths;
    }

    @Override
    public String get(int row) {
      return line(Objects.checkIndex(row, shown), widths);
    }

    @Override
    public int size() {
      return shown;
    }
  }

  private Optional<TableLayout> layout(int[] natural) {
    if (width <= 0) {
      return Optional.of(TableLayout.unlimited(natural));
    }
    int[] least = new int[natural.length];
    for (int i = 0; i < least.length; i++) {
      least[i] = columns.get(i).leastWidth(natural[i]);
    }
    int available = width - (rows.numbers().shown() ? numberWidth() + GAP.length() : 0);
    return TableLayout.fitting(natural, least, available, rows.chosen());
  }

  private String heading(int[] widths) {
    StringBuilder line = new StringBuilder();
    if (rows.numbers().shown()) {
      line.append(" ".repeat(numberWidth() - 1)).append(paint.faint("#"));
    }
    for (int i = 0; i < widths.length; i++) {
      startCell(line, i);
      columns.get(i).appendHeading(line, widths[i], paint);
    }
    return line.toString().stripTrailing();
  }

  private String line(int row, int[] widths) {
    StringBuilder line = new StringBuilder();
    if (rows.numbers().shown()) {
      String number = Integer.toString(rows.numbers().of(row));
      line.append(" ".repeat(numberWidth() - number.length())).append(paint.faint(number));
    }
    for (int i = 0; i < widths.length; i++) {
      startCell(line, i);
      columns.get(i).appendCell(line, row, widths[i], paint);
    }
    return line.toString().stripTrailing();
  }

  private void startCell(StringBuilder line, int column) {
    if (column > 0 || rows.numbers().shown()) {
      line.append(GAP);
    }
  }

  private Lines records() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < shown; row++) {
      if (rows.numbers().shown()) {
        lines.add(paint.faint("# " + rows.numbers().of(row)));
      } else if (row > 0) {
        lines.add("");
      }
      RecordDrawing.draw(
          headings(), values(row), rows.numbers().shown() ? 2 : 0, width, paint, lines::add);
    }
    return new Lines(List.of(), lines, new Drawn(shown, columns.size(), false));
  }

  private List<String> headings() {
    return columns.stream().map(DrawnColumn::heading).toList();
  }

  private List<String> values(int row) {
    return columns.stream().map(column -> column.cell(row)).toList();
  }

  private boolean shortened(int[] widths, int[] natural) {
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] < natural[i]) {
        return true;
      }
    }
    return false;
  }

  private int numberWidth() {
    return Math.max(2, Integer.toString(rows.numbers().largest(shown)).length());
  }
}
