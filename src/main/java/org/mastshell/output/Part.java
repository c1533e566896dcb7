package org.mastshell.output;

import java.util.List;
import org.mastshell.chart.Chart;
import org.mastshell.chart.Raster;
import org.mastshell.formats.Format;
import org.mastshell.table.Table;

/** One piece of what a command answers. Commands make parts; the presenter shows them. */
public sealed interface Part {

  /**
   * Whether it is talk, which goes elsewhere than data: it is said even where nobody reads those.
   */
  default boolean isTalk() {
    return false;
  }

  /**
   * Rows of a table: data.
   *
   * @param table the rows, with every column that is named
   * @param columns columns to show, the most telling first; where {@code chosen} is false a drawn
   *     table leaves out those that do not fit, and a data format writes all of them
   * @param chosen whether a person named the columns, so that none may be left out
   * @param limit the most rows that a drawn table shows; a data format shows no more either when
   *     {@code limited}
   * @param limited whether a person asked for that limit
   * @param numbers the numbers of the rows, where a person can name rows by them
   */
  record Rows(
      Table table,
      List<ShownColumn> columns,
      boolean chosen,
      int limit,
      boolean limited,
      RowNumbers numbers)
      implements Part {}

  /**
   * One row with all its columns, one a line: data.
   *
   * @param table holds exactly one row
   */
  record SingleRow(Table table, List<ShownColumn> columns) implements Part {}

  /**
   * A part in a format of its own, whatever the format of the style.
   *
   * @param harmless whether CSV and TSV hold no text that a spreadsheet would take for a formula,
   *     also where the style does not say so
   * @param part rows or one row
   */
  record InFormat(Format format, boolean harmless, Part part) implements Part {}

  /**
   * Counts with a bar each: data.
   *
   * @param table the counts as data formats write them, with every column that is named
   * @param columns of the table
   * @param groups the same counts as they are drawn
   */
  record Bars(Table table, List<ShownColumn> columns, List<BarGroup> groups) implements Part {}

  /**
   * A chart: data. Where none can be drawn, and in data formats, the rows that it shows.
   *
   * @param rows what is drawn, as a table
   */
  record Picture(Chart chart, Rows rows) implements Part {}

  /**
   * Pictures beside each other as far as there is room: data. In data formats, and where none can
   * be drawn, the rows that say which they are.
   */
  record Gallery(List<Captioned> pictures, Rows rows) implements Part {
    /** Keeps its own copy. */
    public Gallery {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A picture.
   *
   * @param caption what it is
   */
  record Captioned(Raster picture, String caption) {}

  /** A bare value: data. */
  record Value(String text) implements Part {}

  /** Text that was asked for, such as help: data, one line or several. */
  record Text(String text) implements Part {}

  /** A line of talk: a summary or a note. */
  record Talk(String text) implements Part {
    @Override
    public boolean isTalk() {
      return true;
    }
  }

  /**
   * A line of talk that says what is not among the rows of an answer, though it may have been
   * looked for. It is shown even where the rest of an answer is not.
   */
  record LeftOut(String text) implements Part {
    @Override
    public boolean isTalk() {
      return true;
    }
  }

  /** What is said in the place of talk where that is left out: that something has failed. */
  record Brief(String text) implements Part {
    @Override
    public boolean isTalk() {
      return true;
    }
  }

  /**
   * A line of talk that says which part of what was asked has failed; it is said even when quiet.
   */
  record Failed(String text) implements Part {
    @Override
    public boolean isTalk() {
      return true;
    }
  }
}
