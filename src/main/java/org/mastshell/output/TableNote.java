package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;

/** The line under a drawn table: what it shows, what it leaves out, and what shows the rest. */
final class TableNote {
  private TableNote() {}

  /** The line, or an empty text where there is nothing worth saying. */
  static String of(Part.Rows rows, TableDrawing.Drawn drawn) {
    int size = rows.table().size();
    int allColumns = allColumns(rows);
    boolean fewerRows = drawn.rows() < size;
    boolean fewerColumns = !rows.chosen() && drawn.columns() < allColumns;
    boolean whole = !fewerRows && !fewerColumns && !drawn.shortened();
    if (!rows.numbers().shown() && whole && size > 0) {
      return "";
    }
    String counted = Counts.of(size, "row", "rows");
    StringBuilder note = new StringBuilder(fewerRows ? drawn.rows() + " of " + counted : counted);
    if (fewerColumns) {
      note.append(", ").append(drawn.columns()).append(" of ").append(allColumns);
      note.append(" columns");
    }
    if (drawn.shortened()) {
      note.append(", long values shortened");
    }
    List<String> hints =
        rows.numbers().shown()
            ? numberedHints(rows, fewerRows, fewerColumns, drawn)
            : plainHints(fewerRows);
    if (!hints.isEmpty() && size > 0) {
      note.append(" (").append(String.join(", ", hints)).append(')');
    }
    return note.toString();
  }

  // Only the rows of a set, which are numbered, have columns worth asking for beyond those given.
  private static int allColumns(Part.Rows rows) {
    int given = rows.columns().size();
    return rows.numbers().shown() ? Math.max(rows.table().columns().size(), given) : given;
  }

  private static List<String> numberedHints(
      Part.Rows rows, boolean fewerRows, boolean fewerColumns, TableDrawing.Drawn drawn) {
    List<String> hints = new ArrayList<>();
    if (fewerRows) {
      hints.add("show --all");
      hints.add("show --limit N");
    }
    if (fewerColumns) {
      hints.add("show --columns all");
    }
    if ((fewerColumns || drawn.shortened()) && drawn.rows() > 0) {
      hints.add(
          "show " + rows.numbers().of(Math.min(3, drawn.rows()) - 1) + " for one whole record");
    }
    return hints;
  }

  private static List<String> plainHints(boolean fewerRows) {
    return fewerRows ? List.of("set limit N shows more") : List.of("a wider window shows more");
  }
}
