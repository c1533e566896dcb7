package org.mastshell.output;

import java.util.ArrayList;
import java.util.List;
import org.mastshell.chart.Ink;
import org.mastshell.chart.Surface;
import org.mastshell.chart.Window;

/**
 * Draws with characters: lines by the dots of braille, bars by parts of blocks, each character in
 * the colour of the most important thing in it. Its unit is a dot, of which a character has two by
 * four. Where only ASCII can be shown, a character stands for all that is in it.
 */
final class DotSurface implements Surface {
  private static final int ACROSS = 2;
  private static final int DOWN = 4;
  private static final char BRAILLE = '\u2800';
  // Unicode numbers the dots column by column, but for the last row, which came later.
  private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
  private static final String EIGHTHS = "▁▂▃▄▅▆▇█";
  private static final int STEPS = 8;
  private static final int GRID_EVERY = 4;
  private static final double SAME = 1e-6;
  private static final double HALF = 0.5;
  private static final String RESET = "\u001b[0m";

  // Near to those of pictures, in the palette of 256 colours.
  private static final int[] ON_DARK = {75, 209, 43, 175, 227, 141, 255, 246};
  private static final int[] ON_LIGHT = {25, 166, 29, 132, 32, 136, 61, 240};

  private final int columns;
  private final int rows;
  private final boolean color;
  private final boolean dark;
  private final boolean unicode;
  private final int[] dots;
  private final int[] blocks;
  private final String[] texts;
  private final Ink[] inks;

  /**
   * @param columns above 0
   * @param rows above 0
   * @param unicode whether more than ASCII can be shown
   */
  DotSurface(int columns, int rows, boolean color, boolean dark, boolean unicode) {
    this.columns = columns;
    this.rows = rows;
    this.color = color;
    this.dark = dark;
    this.unicode = unicode;
    dots = new int[columns * rows];
    blocks = new int[columns * rows];
    texts = new String[columns * rows];
    inks = new Ink[columns * rows];
  }

  @Override
  public double width() {
    return columns * ACROSS;
  }

  @Override
  public double height() {
    return rows * DOWN;
  }

  @Override
  public double textWidth(String text) {
    return ScreenWidth.of(CleanText.oneLine(text)) * ACROSS;
  }

  @Override
  public double lineHeight() {
    return DOWN;
  }

  @Override
  public double dot() {
    return 1;
  }

  @Override
  public boolean isScreen() {
    return true;
  }

  @Override
  public boolean tellsInks() {
    return color;
  }

  @Override
  public void text(double x, double top, Anchor anchor, String text, Ink ink) {
    String clean = CleanText.oneLine(text);
    int width = ScreenWidth.of(clean);
    double column = x / ACROSS;
    int start =
        (int)
            Math.round(
                switch (anchor) {
                  case START -> column;
                  case MIDDLE -> column - width / 2.0;
                  case END -> column - width;
                });
    int row = (int) Math.round(top / DOWN);
    if (row < 0 || row >= rows) {
      return;
    }
    int at = start;
    int i = 0;
    while (i < clean.length()) {
      int end = i + Character.charCount(clean.codePointAt(i));
      // Marks that are drawn into the character before them stay with it.
      while (end < clean.length()
          && ScreenWidth.of(clean.substring(i, end + next(clean, end)))
              == ScreenWidth.of(clean.substring(i, end))) {
        end += next(clean, end);
      }
      String letter = clean.substring(i, end);
      int letterWidth = ScreenWidth.of(letter);
      if (at >= 0 && at + letterWidth <= columns && letterWidth > 0) {
        put(row, at, letter, letterWidth, ink);
      }
      at += letterWidth;
      i = end;
    }
  }

  private static int next(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }

  private void put(int row, int column, String letter, int width, Ink ink) {
    int cell = row * columns + column;
    halve(cell, row);
    halve(cell + width, row);
    texts[cell] = letter;
    inks[cell] = ink;
    for (int more = 1; more < width; more++) {
      texts[cell + more] = "";
      inks[cell + more] = ink;
    }
  }

  // Of a wide letter that is written over at one half, the other one is blank.
  private void halve(int cell, int row) {
    if (cell < (row + 1) * columns && "".equals(texts[cell])) {
      texts[cell - 1] = " ";
      texts[cell] = " ";
    }
  }

  @Override
  public void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside) {
    for (int i = 1; i < xs.length; i++) {
      line(xs[i - 1], ys[i - 1], xs[i], ys[i], ink, inside);
    }
    if (closed && xs.length > 1) {
      int last = xs.length - 1;
      line(xs[last], ys[last], xs[0], ys[0], ink, inside);
    }
  }

  // What is shaded would be all that is seen.
  @Override
  public void shade(double[] xs, double[] ys, Ink ink, Window inside) {}

  @Override
  public void point(double x, double y, Ink ink, Window inside) {
    if (inside.contains(x, y)) {
      dot(x, y, ink);
    }
  }

  @Override
  public void bar(Window bar, Ink ink) {
    int first = (int) Math.round(bar.left() / ACROSS);
    int last = (int) Math.max(first + 1, Math.floor(bar.right() / ACROSS + HALF));
    double base = bar.bottom();
    double eighths = Math.max(1, Math.floor(bar.height() / DOWN * STEPS + HALF));
    int row = (int) Math.round(base / DOWN) - 1;
    while (eighths > 0 && row >= 0) {
      if (row < rows) {
        for (int column = Math.max(0, first); column < Math.min(columns, last); column++) {
          int cell = row * columns + column;
          blocks[cell] = (int) Math.max(blocks[cell], Math.min(STEPS, eighths));
          claim(cell, ink);
        }
      }
      eighths -= STEPS;
      row--;
    }
  }

  /** The lines that were drawn, without blanks at their ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add(line(row));
    }
    return lines;
  }

  private String line(int row) {
    int end = columns;
    while (end > 0 && shown(row * columns + end - 1).isBlank()) {
      end--;
    }
    StringBuilder line = new StringBuilder();
    String before = "";
    for (int column = 0; column < end; column++) {
      int cell = row * columns + column;
      String letter = shown(cell);
      String code = letter.isBlank() ? before : code(inks[cell]);
      if (!code.equals(before)) {
        line.append(before.isEmpty() ? "" : RESET).append(code);
        before = code;
      }
      line.append(letter);
    }
    return line.append(before.isEmpty() ? "" : RESET).toString();
  }

  private String shown(int cell) {
    if (texts[cell] != null) {
      return unicode ? texts[cell] : ascii(texts[cell]);
    }
    if (blocks[cell] > 0) {
      return unicode ? String.valueOf(EIGHTHS.charAt(blocks[cell] - 1)) : asciiBlock(blocks[cell]);
    }
    if (dots[cell] == 0) {
      return " ";
    }
    if (unicode) {
      return String.valueOf((char) (BRAILLE + dots[cell]));
    }
    return switch (inks[cell].role()) {
      case GRID -> ".";
      case SERIES -> "*";
      default -> "+";
    };
  }

  private static String asciiBlock(int eighths) {
    return eighths > STEPS / 2 ? "#" : "_";
  }

  private static String ascii(String letter) {
    return switch (letter) {
      case "°" -> "d";
      case "µ" -> "u";
      case "…" -> "~";
      case "■" -> "#";
      case "×" -> "x";
      case "" -> "";
      default -> letter.codePointAt(0) < 0x7F ? letter : "?".repeat(ScreenWidth.of(letter));
    };
  }

  private String code(Ink ink) {
    if (!color || ink == null) {
      return "";
    }
    return switch (ink.role()) {
      case TEXT -> "";
      case FAINT -> "\u001b[2m";
      case FRAME -> dark ? "\u001b[38;5;246m" : "\u001b[38;5;242m";
      case GRID -> dark ? "\u001b[38;5;240m" : "\u001b[38;5;250m";
      case SERIES ->
          "\u001b[38;5;" + (dark ? ON_DARK : ON_LIGHT)[ink.series() % ON_DARK.length] + "m";
    };
  }

  private Window whole() {
    return new Window(0, 0, width(), height());
  }

  private void line(double x1, double y1, double x2, double y2, Ink ink, Window inside) {
    // Beyond the surface a line may be longer than anybody can wait for.
    double[] seen = inside.common(whole()).clipped(x1, y1, x2, y2);
    if (seen.length == 0) {
      return;
    }
    double across = seen[2] - seen[0];
    double down = seen[3] - seen[1];
    int steps = (int) Math.ceil(Math.max(Math.abs(across), Math.abs(down)));
    for (int step = 0; step <= steps; step++) {
      double part = steps == 0 ? 0 : (double) step / steps;
      double x = seen[0] + part * across;
      double y = seen[1] + part * down;
      boolean grid = ink.role() == Ink.Role.GRID;
      // A grid is dotted, or it could not be told from data where there are no colours.
      if (!grid
          || Math.floorMod(Math.round(Math.abs(across) > Math.abs(down) ? x : y), GRID_EVERY)
              == 0) {
        dot(x, y, ink);
      }
    }
  }

  private void dot(double x, double y, Ink ink) {
    // The right and lower edges belong to the last dots.
    int column = (int) Math.min(columns * ACROSS - 1, Math.floor(x + SAME));
    int row = (int) Math.min(rows * DOWN - 1, Math.floor(y + SAME));
    if (column < 0 || row < 0 || Double.isNaN(x + y)) {
      return;
    }
    int cell = row / DOWN * columns + column / ACROSS;
    dots[cell] |= BITS[column % ACROSS][row % DOWN];
    claim(cell, ink);
  }

  private void claim(int cell, Ink ink) {
    boolean data = ink.role() == Ink.Role.SERIES;
    if (texts[cell] != null && data && inks[cell].role() == Ink.Role.FAINT) {
      // Labels of a grid stand below the data; they have no wide letters.
      texts[cell] = null;
    }
    Ink there = inks[cell];
    if (there == null || (texts[cell] == null && ink.role().compareTo(there.role()) >= 0)) {
      inks[cell] = ink;
    }
  }
}
