package org.mastshell.language;

import java.io.IOException;
import java.util.List;

/** A file that holds values: a table, or lines of text. */
public interface ValueFile {

  /** What the numbers of its rows count: {@code line} or {@code row}. */
  String rowWord();

  /** Whether it is a table by its format, and no plain text that may be read as one. */
  boolean isTable();

  /**
   * Whether it names its columns.
   *
   * @throws IOException if it cannot be read as a table; the message says why
   */
  boolean hasHeader() throws IOException;

  /**
   * Its columns as a table, at least one; numbers stand for their names where it gives none.
   *
   * @throws IOException if it cannot be read as a table; the message says why
   */
  List<Column> columns() throws IOException;

  /**
   * Whether it is a set without rows. Around such there is nothing, which is a result; a file
   * without values is probably another one than was meant.
   */
  default boolean isEmptySet() {
    return false;
  }

  /**
   * Its rows as a table.
   *
   * @param columns places of the columns wanted, from 0; a row has just these, in this order
   * @throws IOException if it cannot be read to its end; the message says where and why
   */
  Rows rows(List<Integer> columns) throws IOException;

  /**
   * Its lines, one cell each, without comments and blank ones.
   *
   * @throws IOException if it has none; the message says why
   */
  Rows lines() throws IOException;

  /**
   * A column.
   *
   * @param name as the file writes it
   * @param unit as the file writes it, or empty
   * @param content the file's word for what it holds ({@code pos.eq.ra}), or empty
   */
  record Column(String name, String unit, String content) {}

  /**
   * Rows.
   *
   * @param list in the order of the file
   * @param comments how many lines below the first row, or the names of the columns, were taken for
   *     comments
   */
  record Rows(List<Row> list, int comments) {
    /** Keeps its own copy of the list. */
    public Rows {
      list = List.copyOf(list);
    }
  }

  /**
   * A row.
   *
   * @param number where it stands, from 1
   * @param cells as text; empty where there is no value
   */
  record Row(long number, List<String> cells) {
    /** Keeps its own copy of the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
