package org.mastshell.formats;

/**
 * A column of a file that was read.
 *
 * @param name as the file writes it; its number, from 1, where the file names no columns
 * @param unit as the file writes it; empty where it gives none
 * @param content the file's word for what it holds (the UCD of a VOTable or FITS table, {@code
 *     pos.eq.ra}); empty where it gives none
 */
public record FileColumn(String name, String unit, String content) {

  /**
   * The unit in one spelling, that of FITS, whichever of those the file has that are in use ({@code
   * km s-1}, {@code km.s-1}, {@code km / s}: {@code km/s}); one that is none of them as it is.
   */
  public String plainUnit() {
    return UnitText.inFits(unit);
  }

  /** The same column by another name. */
  FileColumn called(String other) {
    return new FileColumn(other, unit, content);
  }
}
