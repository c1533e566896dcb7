package org.mastshell.output;

import org.mastshell.formats.Format;

/**
 * How answers are shown.
 *
 * @param format of data
 * @param color whether colours are used
 * @param dark whether colours are for a dark background
 * @param quiet whether talk other than errors is left out
 * @param pager whether long drawn tables go through a pager in the shell
 * @param pictures how pictures are shown in a terminal
 * @param harmless whether CSV and TSV hold no text that a spreadsheet would take for a formula
 */
public record Style(
    Format format,
    boolean color,
    boolean dark,
    boolean quiet,
    boolean pager,
    PictureMode pictures,
    boolean harmless) {

  /** A style with texts as they are. */
  public Style(
      Format format,
      boolean color,
      boolean dark,
      boolean quiet,
      boolean pager,
      PictureMode pictures) {
    this(format, color, dark, quiet, pager, pictures, false);
  }

  /** A style with pictures as the terminal can show them. */
  public Style(Format format, boolean color, boolean dark, boolean quiet, boolean pager) {
    this(format, color, dark, quiet, pager, PictureMode.AUTO);
  }

  /** The same in another format. */
  public Style in(Format other) {
    return new Style(other, color, dark, quiet, pager, pictures, harmless);
  }

  /** The same, its CSV and TSV without text that a spreadsheet would take for a formula. */
  public Style withoutFormulas() {
    return new Style(format, color, dark, quiet, pager, pictures, true);
  }

  /** The same without talk. */
  public Style quieter() {
    return new Style(format, color, dark, true, pager, pictures, harmless);
  }
}
