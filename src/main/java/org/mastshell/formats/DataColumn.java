package org.mastshell.formats;

/**
 * A column to write, and what a format with a place for it says of it.
 *
 * @param name the column of the table, and its name in the file
 * @param unit as the archive or a person's file writes it ({@code deg}, {@code s}, {@code erg / (s
 *     cm2)}); empty if none
 * @param description one sentence; may be empty
 * @param content the word of the Virtual Observatory for what it holds (a UCD, {@code
 *     pos.eq.ra;meta.main}); empty if none
 * @param told whether the file has to tell its type, as far as the format can, since nobody knows
 *     it by the name
 */
public record DataColumn(
    String name, String unit, String description, String content, boolean told) {

  /** A column whose type is known by its name, or does not matter. */
  public DataColumn(String name, String unit, String description, String content) {
    this(name, unit, description, content, false);
  }

  /** Whether its cells are points in time: days of the Modified Julian Date, in UTC. */
  boolean isTime() {
    return unit.equals("d") && content.startsWith("time.") && !content.startsWith("time.duration");
  }

  /** Whether its cells are a right ascension or a declination: in ICRS. */
  boolean isDirection() {
    return content.startsWith("pos.eq.");
  }

  /** The same column by another name. */
  DataColumn called(String other) {
    return new DataColumn(other, unit, description, content, told);
  }

  /** The same column, its unit written in another way. */
  DataColumn inUnit(String other) {
    return new DataColumn(name, other, description, content, told);
  }

  /** A column for whose content there is no word. */
  public DataColumn(String name, String unit, String description) {
    this(name, unit, description, "", false);
  }
}
