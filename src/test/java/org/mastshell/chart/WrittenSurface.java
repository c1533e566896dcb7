package org.mastshell.chart;

import java.util.ArrayList;
import java.util.List;

/** A surface that remembers its texts and dots, with letters that are all of one width. */
final class WrittenSurface implements Surface {
  private final double width;
  private final double height;
  private final double letter;
  private final boolean inks;
  private final List<Text> texts = new ArrayList<>();
  private final List<Window> dots = new ArrayList<>();

  WrittenSurface(double width, double height, double letter, boolean inks) {
    this.width = width;
    this.height = height;
    this.letter = letter;
    this.inks = inks;
  }

  /** What was written, and where. */
  record Text(String text, Ink ink, Window box) {
    /** The number behind the letter of a group. */
    long count() {
      return Long.parseLong(text.replaceAll("[A-H,]", ""));
    }
  }

  List<Text> texts() {
    return texts;
  }

  /** The numbers of the data. */
  List<Text> numbers() {
    return texts.stream()
        .filter(text -> text.ink().role() == Ink.Role.SERIES)
        .filter(text -> text.text().matches("[A-H]?[0-9,]+"))
        .toList();
  }

  List<Window> dots() {
    return dots;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public double textWidth(String text) {
    return text.length() * letter;
  }

  @Override
  public double lineHeight() {
    return 2 * letter;
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
    return inks;
  }

  @Override
  public void text(double x, double top, Anchor anchor, String text, Ink ink) {
    double whole = textWidth(text);
    double left = anchor == Anchor.START ? x : anchor == Anchor.END ? x - whole : x - whole / 2;
    texts.add(new Text(text, ink, new Window(left, top, whole, lineHeight())));
  }

  @Override
  public void path(double[] xs, double[] ys, boolean closed, Ink ink, Window inside) {}

  @Override
  public void shade(double[] xs, double[] ys, Ink ink, Window inside) {}

  @Override
  public void point(double x, double y, Ink ink, Window inside) {
    dots.add(new Window(x - 0.5, y - 0.5, 1, 1));
  }

  @Override
  public void bar(Window bar, Ink ink) {
    dots.add(bar);
  }
}
