package org.mastshell.command;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.output.Part;
import org.mastshell.table.Table;

/** Makes one table of several with the same columns, so that data are one document. */
final class JoinedRows {
  private JoinedRows() {}

  /** The same parts, with all their rows in one table before them. */
  static List<Part> of(List<Part> parts) {
    List<Part.Rows> tables = new ArrayList<>();
    List<Part> joined = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Rows rows) {
        tables.add(rows);
      } else {
        joined.add(part);
      }
    }
    if (!tables.isEmpty()) {
      joined.add(0, joined(tables));
    }
    return joined;
  }

  private static Part joined(List<Part.Rows> tables) {
    Part.Rows first = tables.get(0);
    Table all = Table.concat(tables.stream().map(Part.Rows::table).toList());
    return new Part.Rows(
        all, first.columns(), first.chosen(), first.limit(), first.limited(), first.numbers());
  }
}
