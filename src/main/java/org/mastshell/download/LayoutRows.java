package org.mastshell.download;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mastshell.table.Column;
import org.mastshell.table.Subject;
import org.mastshell.table.Table;

/** What a layout makes of the rows of one table; nothing of it is safe for a path yet. */
final class LayoutRows {
  private final Layout layout;
  private final Map<Subject, Column> cells = new HashMap<>();

  LayoutRows(Layout layout, Table products) {
    this.layout = layout;
    for (List<Layout.Piece> part : layout.parts()) {
      for (Layout.Piece piece : part) {
        if (piece instanceof Layout.Cell cell) {
          cells.computeIfAbsent(cell.subject(), products::column);
        }
      }
    }
  }

  /**
   * The parts of a file's path, the folders first.
   *
   * @param fileName the name that the archive gives it
   */
  List<String> of(int row, String fileName) {
    List<String> parts = new ArrayList<>();
    for (List<Layout.Piece> part : layout.parts()) {
      StringBuilder text = new StringBuilder();
      part.forEach(piece -> text.append(text(piece, row, fileName)));
      parts.add(text.toString());
    }
    return parts;
  }

  private String text(Layout.Piece piece, int row, String fileName) {
    if (piece instanceof Layout.Cell cell) {
      String value = cells.get(cell.subject()).text(row);
      return value == null || value.isBlank() ? cell.missing() : value.strip();
    }
    return piece instanceof Layout.Fixed fixed ? fixed.text() : fileName;
  }
}
