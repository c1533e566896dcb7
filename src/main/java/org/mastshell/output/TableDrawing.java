package org.mastshell.output;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws rows side by side as columns without borders; where the columns that a person chose do not
 * fit next to each other, one record below the other.
 */
final class TableDrawing {
  private static final String GAP = " ".repeat(TableLayout.GAP);
  private static final int NARROWEST = 3;
  // Of so many columns, each cut to a few letters, nobody could tell one row from another.
  private static final int MANY = 12;
  private static final int LEAST_OF_MANY = 20;
  // Two thirds of a line.
  private static final int NAME_SHARE = 2;
  private static final int NAME_OF = 3;

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
    this.shown = shown;
    this.width = width;
    this.paint = paint;
    this.columns = width > 0 && !rows.chosen() ? picked() : drawn(rows.columns());
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

  /** Draws, for what leaves lines whole. */
  Lines lines() {
    return lines(false);
  }

  /**
   * Draws.
   *
   * @param cut whether what is wider than the terminal could not be seen, as in a pager
   */
  Lines lines(boolean cut) {
    int[] natural = columns.stream().mapToInt(column -> column.naturalWidth(shown)).toArray();
    Optional<TableLayout> layout = layout(natural);
    if (layout.isEmpty()) {
      return records(cut);
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
    boolean many = columns.size() > MANY;
    for (int i = 0; i < least.length; i++) {
      int narrowest =
          i == 0 ? leastOfFirst(columns.get(0), natural[0]) : columns.get(i).leastWidth(natural[i]);
      least[i] = many ? Math.max(narrowest, Math.min(natural[i], LEAST_OF_MANY)) : narrowest;
    }
    return TableLayout.fitting(natural, least, available(), rows.chosen());
  }

  // A name that is cut names nothing: other columns come after it, as long as it leaves room.
  private int leastOfFirst(DrawnColumn column, int natural) {
    boolean whole =
        !rows.chosen() && column.isName() && natural * NAME_OF <= available() * NAME_SHARE;
    return whole ? natural : column.leastWidth(natural);
  }

  private int available() {
    return width - (rows.numbers().shown() ? numberWidth() + GAP.length() : 0);
  }

  private List<DrawnColumn> drawn(List<ShownColumn> some) {
    return some.stream().map(column -> new DrawnColumn(rows.table(), column)).toList();
  }

  // The columns that fit, by their ranks, in their own order. Those that only fill the window take
  // nothing from the others. How wide one is has to be looked at row by row, which is done for no
  // more of them than there may be room for.
  private List<DrawnColumn> picked() {
    List<ShownColumn> all = rows.columns();
    if (all.stream().allMatch(column -> column.rank() == 0)) {
      return drawn(all);
    }
    List<ShownColumn> ranked =
        all.stream().sorted(Comparator.comparingInt(ShownColumn::rank)).toList();
    List<ShownColumn> fitting = new ArrayList<>();
    int room = available() + GAP.length();
    // What the columns of the first rank may still take to be shown whole.
    int wanting = 0;
    boolean first = true;
    for (ShownColumn column : ranked) {
      if (column.rank() > 0) {
        room -= wanting;
        wanting = 0;
      }
      if (!fitting.isEmpty()
          && (room < NARROWEST + GAP.length() || (column.rank() == 0 && !first))) {
        continue;
      }
      DrawnColumn drawn = new DrawnColumn(rows.table(), column);
      int natural = drawn.naturalWidth(shown);
      int least = fitting.isEmpty() ? leastOfFirst(drawn, natural) : drawn.leastWidth(natural);
      int wide = TableLayout.comfortable(natural, least) + GAP.length();
      if (wide <= room || fitting.isEmpty()) {
        fitting.add(column);
        room -= wide;
        wanting += column.rank() == 0 ? natural + GAP.length() - wide : 0;
      } else {
        first = false;
      }
    }
    return drawn(all.stream().filter(fitting::contains).toList());
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

  private Lines records(boolean cut) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < shown; row++) {
      if (rows.numbers().shown()) {
        lines.add(paint.faint("# " + rows.numbers().of(row)));
      } else if (row > 0) {
        lines.add("");
      }
      RecordDrawing.draw(
          headings(), values(row), rows.numbers().shown() ? 2 : 0, width, cut, paint, lines::add);
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
