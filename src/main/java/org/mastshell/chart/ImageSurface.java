package org.mastshell.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws on a picture of pixels. */
final class ImageSurface implements Surface {
  private static final float SHADE = 0.15f;
  private static final double DOT = 2;
  private static final double FONT_PART = 55;
  private static final double LEAST_FONT = 11;
  private static final double LEADING = 1.35;
  private static final double SCALE_PART = 900;
  private static final int MARGIN = 12;

  private final BufferedImage image;
  private final Graphics2D pen;
  private final Palette palette;
  private final FontMetrics metrics;
  private final double unit;
  private final boolean screen;

  /**
   * @param screen whether the picture is for a terminal's screen
   * @param fitted whether it is as high as the chart needs with text of the usual size for its
   *     width
   */
  ImageSurface(PictureSize size, boolean dark, boolean screen, boolean fitted) {
    this.screen = screen;
    palette = new Palette(dark);
    image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(new Color(palette.ground()));
    pen.fillRect(0, 0, size.width(), size.height());
    pen.translate(MARGIN, MARGIN);
    double usual = size.width() / 1.5;
    double smaller = fitted ? usual : Math.min(usual, size.height());
    unit = Math.max(1, smaller / SCALE_PART);
    int points = (int) Math.round(Math.max(LEAST_FONT, smaller / FONT_PART));
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, points));
    metrics = pen.getFontMetrics();
  }

  /** What was drawn. */
  BufferedImage image() {
    return image;
  }

  @Override
  public double width() {
    return image.getWidth() - 2.0 * MARGIN;
  }

  @Override
  public double height() {
    return image.getHeight() - 2.0 * MARGIN;
  }

  @Override
  public double textWidth(String text) {
    return metrics.stringWidth(text);
  }

  @Override
  public double lineHeight() {
    return metrics.getFont().getSize() * LEADING;
  }

  @Override
  public double dot() {
    return Math.min(DOT * unit, lineHeight() / 9);
  }

  @Override
  public boolean isScreen() {
    return screen;
  }

  @Override
  public boolean tellsInks() {
    return true;
  }

  @Override
  public void text(double x, double top, Anchor anchor, String text, Ink ink) {
    double width = metrics.stringWidth(text);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    double base = top + (lineHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
    use(ink);
    pen.drawString(text, (float) left, (float) base);
  }

  @Override
  public void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside) {
    use(ink);
    boolean data = ink.role() == Ink.Role.SERIES;
    pen.setStroke(
        new BasicStroke(
            (float) ((data ? 1.4 : 1) * unit), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    clipped(inside, () -> pen.draw(shape(xs, ys, closed)));
  }

  @Override
  public void shade(double[] xs, double[] ys, Ink ink, Window inside) {
    use(ink);
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, SHADE));
    clipped(inside, () -> pen.fill(shape(xs, ys, true)));
    pen.setComposite(AlphaComposite.SrcOver);
  }

  @Override
  public void point(double x, double y, Ink ink, Window inside) {
    use(ink);
    double size = dot() * 1.2;
    clipped(inside, () -> pen.fill(new Rectangle2D.Double(x - size / 2, y - size / 2, size, size)));
  }

  @Override
  public void bar(Window bar, Ink ink) {
    use(ink);
    pen.fill(
        new Rectangle2D.Double(
            bar.left(), bar.top(), Math.max(1, bar.width()), Math.max(1, bar.height())));
  }

  private void use(Ink ink) {
    pen.setColor(new Color(palette.color(ink)));
  }

  // A stroke is as wide as itself beyond the edge on which it lies.
  private void clipped(Window inside, Runnable drawing) {
    pen.setClip(
        new Rectangle2D.Double(
            inside.left() - unit,
            inside.top() - unit,
            inside.width() + 2 * unit,
            inside.height() + 2 * unit));
    drawing.run();
    pen.setClip(null);
  }

  private static Path2D shape(double[] xs, double[] ys, boolean closed) {
    Path2D path = new Path2D.Double();
    path.moveTo(xs[0], ys[0]);
    for (int i = 1; i < xs.length; i++) {
      path.lineTo(xs[i], ys[i]);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
