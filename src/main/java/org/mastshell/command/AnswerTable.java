package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.output.BarGroup;
import org.mastshell.output.Look;
import org.mastshell.output.Part;
import org.mastshell.output.RowNumbers;
import org.mastshell.output.ShownColumn;
import org.mastshell.table.ColumnType;
import org.mastshell.table.TableBuilder;

/** Builds a small table for an answer, row by row: a list of sets, of fields, of values. */
final class AnswerTable {
  private final List<ShownColumn> columns = new ArrayList<>();
  private final TableBuilder builder = new TableBuilder();

  /** Adds a column of text. */
  AnswerTable text(String name, String meaning) {
    return column(name, Look.TEXT, ColumnType.TEXT, "", meaning);
  }

  /** Adds a column of whole numbers. */
  AnswerTable whole(String name, String meaning) {
    return column(name, Look.NUMBER, ColumnType.INTEGER, "", meaning);
  }

  /** Adds a column of numbers of bytes. */
  AnswerTable size(String name, String meaning) {
    return column(name, Look.SIZE, ColumnType.INTEGER, "", meaning);
  }

  /** Adds a column of Modified Julian Dates. */
  AnswerTable date(String name, String meaning) {
    return column(name, Look.DATE, ColumnType.DECIMAL, "d", meaning);
  }

  /** Adds a column of decimal numbers. */
  AnswerTable decimal(String name, String unit, String meaning) {
    return column(name, Look.NUMBER, ColumnType.DECIMAL, unit, meaning);
  }

  /** Adds a row: a String, Number or null for each column. */
  AnswerTable row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell instanceof Long || cell instanceof Integer) {
        builder.set(i, ((Number) cell).longValue());
      } else if (cell instanceof Number number) {
        builder.set(i, number.doubleValue());
      } else if (cell != null) {
        builder.set(i, cell.toString());
      }
    }
    builder.endRow();
    return this;
  }

  /** Whether no row was added. */
  boolean isEmpty() {
    return builder.size() == 0;
  }

  /** The rows, all of which are to be shown. */
  Part part() {
    return part(Math.max(1, builder.size()));
  }

  /** The rows, of which a drawn table shows no more than so many. */
  Part part(int drawn) {
    return new Part.Rows(builder.build(), columns, false, drawn, false, RowNumbers.none());
  }

  /** The rows, of which no column is left out for want of room. */
  Part wholePart() {
    int rows = Math.max(1, builder.size());
    return new Part.Rows(builder.build(), columns, true, rows, false, RowNumbers.none());
  }

  /** The rows, drawn as groups of bars that say the same. */
  Part bars(List<BarGroup> groups) {
    return new Part.Bars(builder.build(), columns, groups);
  }

  /** Adds a column of numbers that are texts already, each in its own form. */
  AnswerTable number(String name) {
    return column(name, Look.NUMBER, ColumnType.TEXT, "", "");
  }

  /** Adds a column of lengths of time, in seconds. */
  AnswerTable duration(String name, String meaning) {
    return column(name, Look.DURATION, ColumnType.DECIMAL, "s", meaning);
  }

  /** The only row, drawn as a record. */
  Part record() {
    return new Part.SingleRow(builder.build(), columns);
  }

  private AnswerTable column(String name, Look look, ColumnType type, String unit, String meaning) {
    builder.column(name, type);
    columns.add(new ShownColumn(name, name, unit, look, meaning));
    return this;
  }
}
