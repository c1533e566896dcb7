package org.mastshell.chart;

import java.util.function.Function;

/** Draws as the text of an SVG file (SVG 1.1). */
final class SvgSurface implements Surface {
  private static final double FONT = 14;
  private static final double LINE = 19;
  private static final double BASE = 0.73;
  private static final int MARGIN = 12;

  private final PictureSize size;
  private final String ground;
  private final Function<Ink, String> colors;
  private final StringBuilder drawn = new StringBuilder();
  private final StringBuilder clips = new StringBuilder();
  private Window clipped;
  private int clip;

  private SvgSurface(PictureSize size, String ground, Function<Ink, String> colors) {
    this.size = size;
    this.ground = ground;
    this.colors = colors;
  }

  /** A surface on a white ground. */
  static SvgSurface white(PictureSize size) {
    Palette palette = new Palette(false);
    return new SvgSurface(
        size, Palette.hex(palette.ground()), ink -> Palette.hex(palette.color(ink)));
  }

  /** A surface whose colours are those that a page gives to the variables of the palette. */
  static SvgSurface ofPage(PictureSize size) {
    return new SvgSurface(
        size, "var(" + Palette.GROUND + ")", ink -> "var(" + Palette.variable(ink) + ")");
  }

  /** The whole file. */
  String text(String title, String description) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(title, description);
  }

  /**
   * The picture alone, to stand within another document: one in each, for the sake of its names.
   */
  String element(String title, String description) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
        role="img" aria-labelledby="chart-title chart-description" font-family="sans-serif" font-size="%s">
        <title id="chart-title">%s</title>
        <desc id="chart-description">%s</desc>
        <defs>
        %s</defs>
        <rect width="100%%" height="100%%" fill="%s"/>
        <g transform="translate(%d %d)">
        %s</g>
        </svg>
        """
        .formatted(
            size.width(),
            size.height(),
            size.width(),
            size.height(),
            number(FONT),
            XmlText.escape(title),
            XmlText.escape(description),
            clips,
            ground,
            MARGIN,
            MARGIN,
            drawn);
  }

  @Override
  public double width() {
    return size.width() - 2.0 * MARGIN;
  }

  @Override
  public double height() {
    return size.height() - 2.0 * MARGIN;
  }

  // Nobody knows with which font it will be seen.
  @Override
  public double textWidth(String text) {
    return FONT * SansWidths.of(text);
  }

  @Override
  public double lineHeight() {
    return LINE;
  }

  @Override
  public double dot() {
    return 2;
  }

  @Override
  public boolean isScreen() {
    return false;
  }

  @Override
  public boolean tellsInks() {
    return true;
  }

  @Override
  public void text(double x, double top, Anchor anchor, String text, Ink ink) {
    String where =
        switch (anchor) {
          case START -> "start";
          case MIDDLE -> "middle";
          case END -> "end";
        };
    drawn
        .append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(top + LINE * BASE))
        .append("\" text-anchor=\"")
        .append(where)
        .append("\" fill=\"")
        .append(colors.apply(ink))
        .append("\">")
        .append(XmlText.escape(text))
        .append("</text>\n");
  }

  @Override
  public void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside) {
    shape(xs, ys, closed, inside);
    drawn
        .append("\" fill=\"none\" stroke=\"")
        .append(colors.apply(ink))
        .append(ink.role() == Ink.Role.SERIES ? "\" stroke-width=\"1.4" : "")
        .append("\"/>\n");
  }

  @Override
  public void shade(double[] xs, double[] ys, Ink ink, Window inside) {
    shape(xs, ys, true, inside);
    drawn.append("\" fill-opacity=\"0.15\" fill=\"");
    drawn.append(colors.apply(ink)).append("\"/>\n");
  }

  @Override
  public void point(double x, double y, Ink ink, Window inside) {
    if (inside.contains(x, y)) {
      bar(new Window(x - 1.2, y - 1.2, 2.4, 2.4), ink);
    }
  }

  @Override
  public void bar(Window bar, Ink ink) {
    drawn
        .append("<rect x=\"")
        .append(number(bar.left()))
        .append("\" y=\"")
        .append(number(bar.top()))
        .append("\" width=\"")
        .append(number(Math.max(1, bar.width())))
        .append("\" height=\"")
        .append(number(Math.max(1, bar.height())))
        .append("\" fill=\"")
        .append(colors.apply(ink))
        .append("\"/>\n");
  }

  private void shape(double[] xs, double[] ys, boolean closed, Window inside) {
    drawn.append("<path clip-path=\"url(#").append(clip(inside)).append(")\" d=\"");
    for (int i = 0; i < xs.length; i++) {
      drawn.append(i == 0 ? 'M' : 'L').append(number(xs[i])).append(' ').append(number(ys[i]));
    }
    drawn.append(closed ? "Z" : "");
  }

  private String clip(Window inside) {
    if (!inside.equals(clipped)) {
      clipped = inside;
      clip++;
      clips
          .append("<clipPath id=\"clip")
          .append(clip)
          .append("\"><rect x=\"")
          .append(number(inside.left() - 1))
          .append("\" y=\"")
          .append(number(inside.top() - 1))
          .append("\" width=\"")
          .append(number(inside.width() + 2))
          .append("\" height=\"")
          .append(number(inside.height() + 2))
          .append("\"/></clipPath>\n");
    }
    return "clip" + clip;
  }

  // Far beyond the picture, a tenth of a pixel is of no use; String.format would take most of the
  // time.
  private static String number(double value) {
    double bounded = Math.max(-1e6, Math.min(1e6, value));
    long tenths = Math.round(bounded * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
