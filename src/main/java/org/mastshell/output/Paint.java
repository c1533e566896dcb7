package org.mastshell.output;

/** Colours, where the style wants them. Never used in data formats. */
final class Paint {
  private static final String RESET = "\u001b[0m";

  private final boolean color;
  private final boolean dark;

  Paint(Style style) {
    color = style.color();
    dark = style.dark();
  }

  /** Headings of tables. */
  String heading(String text) {
    return paint("1", text);
  }

  /** What may be overlooked: row numbers, notes. */
  String faint(String text) {
    return paint("2", text);
  }

  /** What asks for attention. */
  String attention(String text) {
    return paint(dark ? "93" : "33", text);
  }

  /** Calibrated data. */
  String calibrated(String text) {
    return paint(dark ? "36" : "34", text);
  }

  /** Data that were combined of several exposures. */
  String combined(String text) {
    return paint(dark ? "92" : "32", text);
  }

  /** Data that a community contributed. */
  String contributed(String text) {
    return paint(dark ? "95" : "35", text);
  }

  /** Errors. */
  String error(String text) {
    return paint(dark ? "1;91" : "1;31", text);
  }

  private String paint(String code, String text) {
    return color && !text.isBlank() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
