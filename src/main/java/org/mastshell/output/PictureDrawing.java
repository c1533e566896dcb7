package org.mastshell.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.mastshell.chart.Chart;
import org.mastshell.chart.NoFontsException;
import org.mastshell.chart.PictureSize;
import org.mastshell.chart.Pictures;
import org.mastshell.chart.Raster;
import org.mastshell.output.Graphics.Protocol;

/**
 * Draws charts and pictures on a console: as pictures where its terminal takes them, else with
 * characters. Where there is no terminal, as on one of 80 columns and 24 lines.
 */
final class PictureDrawing {
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_LINES = 24;
  private static final int LEAST_COLUMNS = 20;
  private static final int LEAST_LINES = 8;
  // What stands above and below a picture: the notes on it, and the next prompt.
  private static final int OTHER_LINES = 2;
  private static final int TILE = 30;
  private static final int GAP = 2;
  private static final int LARGEST_SCALE = 2;

  private final Console console;
  private final Style style;
  private final Consumer<String> lines;

  /**
   * @param lines takes what is drawn with characters, line by line
   */
  PictureDrawing(Console console, Style style, Consumer<String> lines) {
    this.console = console;
    this.style = style;
    this.lines = lines;
  }

  void draw(Chart chart) {
    Graphics graphics = graphics();
    int columns = columns(graphics);
    int rows = chart.lines(rows(graphics), columns);
    if (graphics.protocol() != Protocol.NONE) {
      PictureSize size =
          new PictureSize(columns * graphics.cellWidth(), rows * graphics.cellHeight());
      try {
        Raster picture = Pictures.raster(chart, size, style.dark());
        send(picture, SixelPicture::drawn, columns, rows, graphics);
        return;
      } catch (NoFontsException unable) {
        // Characters say the same.
        graphics = Graphics.none();
      }
    }
    columns = columns(graphics);
    rows = chart.lines(rows(graphics), columns);
    DotSurface surface = new DotSurface(columns, rows, style.color(), style.dark(), isUnicode());
    chart.draw(surface);
    surface.lines().forEach(lines);
  }

  /** Draws pictures beside each other, in as many lines of them as they need. */
  void draw(List<Part.Captioned> pictures) {
    Graphics graphics = graphics();
    int across = Math.max(1, Math.min(pictures.size(), columns(graphics) / TILE));
    for (int from = 0; from < pictures.size(); from += across) {
      row(pictures.subList(from, Math.min(pictures.size(), from + across)), across, graphics);
    }
  }

  private void row(List<Part.Captioned> pictures, int across, Graphics graphics) {
    int width = columns(graphics) / across - (across > 1 ? GAP : 0);
    List<Tile> tiles = pictures.stream().map(one -> tile(one.picture(), width, graphics)).toList();
    if (graphics.protocol() == Protocol.NONE) {
      beside(pictures, tiles, width).forEach(lines);
    } else {
      sheet(pictures, tiles, width, graphics);
    }
    StringBuilder captions = new StringBuilder();
    for (Part.Captioned one : pictures) {
      String caption = ScreenWidth.fit(CleanText.oneLine(one.caption()), width);
      captions.append(caption).append(" ".repeat(width + GAP - ScreenWidth.of(caption)));
    }
    lines.accept(captions.toString().stripTrailing());
  }

  /** How large a picture is, in characters. */
  private record Tile(int columns, int rows) {}

  private Tile tile(Raster picture, int width, Graphics graphics) {
    double cells = (double) graphics.cellHeight() / graphics.cellWidth();
    double shape = (double) picture.height() / picture.width() / cells;
    boolean pixels = graphics.protocol() != Protocol.NONE;
    double most =
        pixels
            ? Math.min(width, (double) LARGEST_SCALE * picture.width() / graphics.cellWidth())
            : width;
    int lines = rows(graphics) - 1;
    double columns = Math.min(most, lines / shape);
    return new Tile(
        (int) Math.max(1, Math.min(width, Math.rint(columns))),
        (int) Math.max(1, Math.min(lines, Math.rint(columns * shape))));
  }

  private List<String> beside(List<Part.Captioned> pictures, List<Tile> tiles, int width) {
    int rows = tiles.stream().mapToInt(Tile::rows).max().orElse(0);
    List<StringBuilder> drawn = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      drawn.add(new StringBuilder());
    }
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      List<String> own =
          HalfBlocks.lines(
              pictures.get(i).picture(), tile.columns(), tile.rows(), style.color(), isUnicode());
      boolean last = i == tiles.size() - 1;
      for (int row = 0; row < rows; row++) {
        String line = row < own.size() ? own.get(row) : "";
        int shown = style.color() && isUnicode() ? tile.columns() : line.length();
        int blanks = last ? 0 : width + GAP - (line.isEmpty() ? 0 : shown);
        drawn.get(row).append(line).append(" ".repeat(blanks));
      }
    }
    return drawn.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private void sheet(
      List<Part.Captioned> pictures, List<Tile> tiles, int width, Graphics graphics) {
    int rows = tiles.stream().mapToInt(Tile::rows).max().orElse(1);
    int columns = (tiles.size() - 1) * (width + GAP) + tiles.get(tiles.size() - 1).columns();
    int sheetWidth = columns * graphics.cellWidth();
    int[] sheet = new int[sheetWidth * rows * graphics.cellHeight()];
    Arrays.fill(sheet, style.dark() ? 0 : 0xFFFFFF);
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      Raster scaled =
          pictures
              .get(i)
              .picture()
              .scaled(tile.columns() * graphics.cellWidth(), tile.rows() * graphics.cellHeight());
      int left = i * (width + GAP) * graphics.cellWidth();
      for (int y = 0; y < scaled.height(); y++) {
        System.arraycopy(
            scaled.pixels(), y * scaled.width(), sheet, y * sheetWidth + left, scaled.width());
      }
    }
    Raster whole = new Raster(sheetWidth, rows * graphics.cellHeight(), sheet);
    send(whole, SixelPicture::photograph, columns, rows, graphics);
  }

  /** How a picture becomes Sixel, in at most so many colours. */
  private interface Sixels {
    String of(Raster picture, int colors);
  }

  private void send(Raster picture, Sixels sixels, int columns, int rows, Graphics graphics) {
    String sequence =
        graphics.protocol() == Protocol.KITTY
            ? KittyPicture.of(Pictures.png(picture), columns, rows)
            : sixels.of(picture, graphics.limits().colors());
    // The lines that it takes are made first, so that nothing scrolls away under it.
    String room = "\n".repeat(rows) + "\u001b[" + rows + "A";
    String below = "\u001b[" + rows + "B\r";
    String saved = "\u001b7" + (graphics.wrapped() ? TmuxPassthrough.wrap(sequence) : sequence);
    console.picture(room + saved + "\u001b8" + below);
  }

  private Graphics graphics() {
    if (!console.outIsTerminal()) {
      return Graphics.none();
    }
    return switch (style.pictures()) {
      case AUTO -> {
        Graphics known = console.graphics();
        // Nothing says that tmux hands anything on: only who sets kitty knows.
        yield known.wrapped() && known.protocol() == Protocol.KITTY
            ? known.by(Protocol.NONE)
            : known;
      }
      case KITTY -> console.graphics().by(Protocol.KITTY);
      case SIXEL -> console.graphics().by(Protocol.SIXEL).direct();
      default -> Graphics.none();
    };
  }

  private boolean isUnicode() {
    return style.pictures() != PictureMode.ASCII && console.showsUnicode();
  }

  // What is drawn with characters, or sent as a file, knows no limits of pixels.
  private static boolean isLimited(Graphics graphics) {
    return graphics.protocol() == Protocol.SIXEL;
  }

  private int columns(Graphics graphics) {
    int columns =
        console.outIsTerminal() && console.width() > 0
            ? Math.max(LEAST_COLUMNS, console.width())
            : USUAL_COLUMNS;
    return isLimited(graphics)
        ? Math.max(1, Math.min(columns, graphics.limits().width() / graphics.cellWidth()))
        : columns;
  }

  private int rows(Graphics graphics) {
    int rows =
        console.outIsTerminal() && console.height() > 0
            ? Math.max(LEAST_LINES, console.height() - OTHER_LINES)
            : USUAL_LINES;
    return isLimited(graphics)
        ? Math.max(2, Math.min(rows, graphics.limits().height() / graphics.cellHeight()))
        : rows;
  }
}
