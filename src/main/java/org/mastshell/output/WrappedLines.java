package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a line of talk at its blanks, so that a terminal does not break it within a word. A word
 * that is wider than the terminal is left whole, since it may be an address to be copied.
 */
public final class WrappedLines {
  private static final String HANGING = "  ";
  private static final int NARROWEST = 20;

  private WrappedLines() {}

  /**
   * The line in pieces, of which those after the first stand a little to the right of it.
   *
   * @param width columns of the terminal; 0 where there is none, and nothing is broken
   */
  public static List<String> of(String line, int width) {
    if (width < NARROWEST || ScreenWidth.of(line) <= width) {
      return List.of(line);
    }
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : line.strip().split(" ", -1)) {
      boolean fits = ScreenWidth.of(piece.toString()) + 1 + ScreenWidth.of(word) <= width;
      if (piece.length() > 0 && !fits) {
        pieces.add(piece.toString().stripTrailing());
        piece.setLength(0);
      }
      String before = pieces.isEmpty() ? indent : indent + HANGING;
      piece.append(piece.length() == 0 ? before : " ").append(word);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
