package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws a record: one {@code name : value} a line. A value that is longer than the line goes on
 * below itself, broken at blanks only, so that a name or URI can be copied whole; where the screen
 * would cut a word, it is broken as well. In a narrow window the value of a long name stands below
 * it.
 */
final class RecordDrawing {
  private static final String BETWEEN = " : ";
  private static final int NARROWEST = 16;

  private RecordDrawing() {}

  /**
   * Draws the names and values, which pair up by their places.
   *
   * @param width of the terminal, or 0 if lines may have any length
   * @param cut whether what is wider than the terminal could not be seen, as in a pager
   */
  static void draw(
      List<String> names,
      List<String> values,
      int indent,
      int width,
      boolean cut,
      Paint paint,
      Consumer<String> lines) {
    int nameWidth = nameWidth(names, indent, width);
    int start = indent + nameWidth + BETWEEN.length();
    int room = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, width - start);
    for (int i = 0; i < names.size(); i++) {
      int free = nameWidth - ScreenWidth.of(names.get(i));
      StringBuilder line =
          new StringBuilder(" ".repeat(indent)).append(paint.heading(names.get(i)));
      line.append(" ".repeat(Math.max(0, free))).append(BETWEEN);
      if (free < 0) {
        lines.accept(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(start));
      }
      for (String piece : wrap(values.get(i), room, cut)) {
        lines.accept(line.append(piece).toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(start));
      }
    }
  }

  // A name that would leave too little room has its value below it.
  private static int nameWidth(List<String> names, int indent, int width) {
    int longest = names.stream().mapToInt(ScreenWidth::of).max().orElse(0);
    int most = width - indent - BETWEEN.length() - NARROWEST;
    return width <= 0 || most <= 0 ? longest : Math.min(longest, most);
  }

  private static List<String> wrap(String value, int room, boolean cut) {
    if (ScreenWidth.of(value) <= room) {
      return List.of(value);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (String word : value.split(" ", -1)) {
      int needed = ScreenWidth.of(word);
      if (!piece.isEmpty() && used + 1 + needed > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      if (!piece.isEmpty()) {
        piece.append(' ');
        used++;
      }
      String rest = word;
      if (cut && needed > room) {
        List<String> parts = ScreenWidth.pieces(word, room);
        rest = parts.get(parts.size() - 1);
        pieces.addAll(parts.subList(0, parts.size() - 1));
      }
      piece.append(rest);
      used += ScreenWidth.of(rest);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
